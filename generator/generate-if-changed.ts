import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Compiler } from './typecheck/compiler.js';
import { contentHash } from './content-hash.js';
import type { GenerateOptions, RunContext } from './generate.js';
import { programPaths } from './installation.js';
import { catalogParts, settingsNames } from './load/catalog-parts.js';
import { entryPath, ignoredFiles } from './load/ignored-files.js';
import { inputDigest } from './write/input-digest.js';
import { skipIfUnchanged, type RunResult } from './write/skip-if-unchanged.js';

/**
 * Generates, unless the last run read the very same files and its output is as it left it: then nothing else is loaded.
 * What the last run did is kept in `node_modules/.cache` of a folder, where there is a `node_modules`; a run with `check`
 * does all of the work.
 *
 * @param start - Starts a compiler, where one is needed; whoever starts it closes it.
 * @throws Whatever `generate` throws.
 */
export async function generateIfChanged(
  options: GenerateOptions,
  folder: string,
  start: () => Compiler,
  report: RunContext['report'] = () => undefined,
): Promise<RunResult> {
  const run = async (): Promise<RunResult> => {
    // Loads TypeScript while this thread loads the generator.
    const compiler = start();
    return (await import('./generate.js')).generate(options, { compiler, report });
  };
  if (options.check || !existsSync(join(folder, 'node_modules'))) return run();
  const record = join(folder, 'node_modules/.cache/worker-codegen', `${contentHash(options.out)}.run.json`);
  return skipIfUnchanged(options.out, record, () => digestInputs(options), run);
}

/** What lies beside the parts of a catalog counts too, where lint warns of it. */
async function digestInputs({ catalog, templates, targets = [] }: GenerateOptions): Promise<string | undefined> {
  const entries = await readdir(catalog, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const settings = settingsNames.find((name) => names.includes(name));
  const text = settings === undefined ? '' : await readFile(join(catalog, settings), 'utf8').catch(() => '');
  // The licence may be in a file, which the settings name.
  const parts = new Set([...catalogParts, ...names.filter((name) => text.includes(name))]);
  const digest = inputDigest([...programPaths, ...templates, ...[...parts].map((name) => join(catalog, name))]);
  if (digest === undefined) return undefined;
  return contentHash(digest + targets.join() + JSON.stringify(ignoredFiles(entries.map(entryPath))));
}
