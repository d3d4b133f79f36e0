import type { GenerateOptions, GenerateResult } from '../generate.js';
import { explain } from './explain.js';
import { createProgress, isCi } from './progress.js';
import { summary, warningCounts } from './summary.js';
import { watchAndGenerate } from './watch.js';

/** Clears what is visible, and leaves alone what can be scrolled back to. */
const clearScreen = '\u001b[2J\u001b[H';

const endings = ['SIGINT', 'SIGTERM'] as const;

/**
 * Watches until the process is asked to end. On a terminal each run takes the place of the one before; elsewhere they follow
 * each other. A signal ends it with exit code 0 while it waits, and at once, by that signal, during a run.
 *
 * @throws {@link UsageError} if a folder is missing to begin with, or the system watches no more files.
 */
export async function watchCommand(options: GenerateOptions, where: string): Promise<void> {
  const isLive = process.stdout.isTTY && !isCi();
  const progress = createProgress();
  const stop = new AbortController();
  const end = (): void => stop.abort();
  let isWatching = false;
  const invite = (): void => {
    if (!isWatching) return;
    const time = isLive ? `\nLast run at ${new Date().toLocaleTimeString('en-GB')}. ` : '';
    process.stdout.write(`${time}Watching for changes; press Ctrl+C to stop.\n`);
  };
  const show = (messages: string, result: string): void => {
    for (const signal of endings) process.on(signal, end);
    progress.end();
    if (isLive) process.stdout.write(clearScreen);
    process.stderr.write(messages);
    process.stdout.write(result);
    if (isLive) invite();
  };
  const listener = {
    begin() {
      for (const signal of endings) process.off(signal, end);
    },
    step: progress.report,
    done: (result: GenerateResult) => show(warningCounts(result), summary(result, where)),
    failed: (error: unknown) => show(explain(error, true), ''),
    watching: () => {
      isWatching = true;
      invite();
    },
  };
  await watchAndGenerate(options, listener, stop.signal);
  // What a terminal shows of Ctrl+C stands on a line of its own.
  if (isLive) process.stdout.write('\n');
}
