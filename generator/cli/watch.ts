import { watch } from 'chokidar';
import { generate, type GenerateOptions, type GenerateResult } from '../generate.js';
import { explain } from './run.js';

/** Milliseconds without a further change after which a save is taken to be complete. */
const settleTime = 50;

/**
 * Generates now and at every change of the catalog or the templates, until the process is interrupted. A catalog with
 * problems is told, and the next change tried.
 *
 * @param options - Where to read and write.
 * @param tell - Receives what each run did.
 */
export async function watchAndGenerate(
  options: GenerateOptions,
  tell: (result: GenerateResult) => void,
): Promise<void> {
  const attempt = async (): Promise<void> => {
    await generate(options).then(tell, (error: unknown) => process.stderr.write(explain(error)));
  };
  await attempt();
  const watcher = watch([options.catalog, options.templates], { ignoreInitial: true });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(attempt);
    }, settleTime);
  });
  process.stdout.write('Watching for changes; press Ctrl+C to stop.\n');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
}
