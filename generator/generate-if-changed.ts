import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentHash } from './content-hash.js';
import type { GenerateOptions, RunContext, RunResult } from './generate.js';
import { programPaths } from './installation.js';
import { catalogParts, settingsNames } from './load/catalog-parts.js';
import { entryPath, ignoredFiles } from './load/ignored-files.js';
import type { Compiler } from './typecheck/compiler.js';
import { OutputFolder } from './write/existing-file.js';
import { inputDigest } from './write/input-digest.js';
import { lockName } from './write/lock.js';
import { manifestName, readManifest } from './write/manifest.js';

/** What the last run read, wrote and found. */
interface RunRecord {
  /** Digest of all that the output depends on. */
  readonly inputs: string;
  /** Hashes of the manifests that were written, by target. */
  readonly manifests: Readonly<Record<string, string>>;
  readonly found: Pick<RunResult, 'targets' | 'messages' | 'types' | 'warnings'>;
}

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
  const { out, check } = options;
  const inputs = check || !existsSync(join(folder, 'node_modules')) ? undefined : await digestInputs(options);
  if (inputs === undefined) return run();
  const file = join(folder, 'node_modules/.cache/worker-codegen', `${contentHash(out)}.run.json`);
  const record = await readRecord(file);
  const unchanged = record?.inputs === inputs ? await countIntact(out, record) : undefined;
  if (record !== undefined && unchanged !== undefined) return { ...record.found, changes: [], kept: [], unchanged };
  const result = await run();
  // A file that was saved during the run may have been read before or after that.
  if ((await digestInputs(options)) === inputs) await writeRecord(file, inputs, out, result);
  return result;
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
  return contentHash(digest + targets.join() + JSON.stringify(ignoredFiles(catalog, entries.map(entryPath))));
}

async function readRecord(file: string): Promise<RunRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}

/** Where the record cannot be written, the next run does all of the work. */
async function writeRecord(file: string, inputs: string, out: string, result: RunResult): Promise<void> {
  const { targets, messages, types, warnings } = result;
  const folder = new OutputFolder(out);
  const manifests: Record<string, string> = {};
  for (const target of targets) manifests[target] = contentHash(await folder.read(`${target}/${manifestName}`));
  const record: RunRecord = { inputs, manifests, found: { targets, messages, types, warnings } };
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(file, JSON.stringify(record)))
    .catch(() => undefined);
}

/** Counts the files of an output, if each is as the last run left it and no run was cut off since. */
async function countIntact(out: string, { manifests }: RunRecord): Promise<number | undefined> {
  const folder = new OutputFolder(out);
  if ((await folder.read(lockName)) !== 'nothing') return undefined;
  let count = 0;
  for (const [target, manifestHash] of Object.entries(manifests)) {
    const files = await readManifest(folder, `${target}/${manifestName}`);
    for (const [path, hash] of [[manifestName, manifestHash] as const, ...files]) {
      // A full run would not write through a link.
      if ((await folder.obstacleTo(`${target}/${path}`)) !== undefined) return undefined;
      if (contentHash(await folder.read(`${target}/${path}`)) !== hash) return undefined;
    }
    count += files.size;
  }
  return count;
}
