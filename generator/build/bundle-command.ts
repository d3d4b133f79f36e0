import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** Where the compiler of TypeScript puts the program. */
const dist = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Puts the modules of the command, the evaluator of the templates among them, into a few files in `dist/cli`, since a hundred
 * and fifty small ones take twice as long to load. What is imported only when it is needed stays apart; packages are imported as before.
 */
export async function bundleCommand(): Promise<void> {
  const bundle = await rolldown({
    input: join(dist, 'generator/cli/cli.js'),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    plugins: [{ name: 'module-urls', transform: withOwnUrl }],
  });
  try {
    await bundle.write({ dir: join(dist, 'cli'), entryFileNames: 'cli.js', chunkFileNames: 'bundled-[name].js' });
  } finally {
    await bundle.close();
  }
}

/** Modules find files by the place that they had themselves; all of the bundle lies one folder below `dist`. */
function withOwnUrl(code: string, id: string): string {
  const path = relative(dist, id).split(sep).join('/');
  return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(`../${path}`)}, import.meta.url).href`);
}
