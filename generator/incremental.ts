import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from './diagnostics/diagnostic.js';
import type { GenerateOptions, GenerateResult } from './generate.js';
import { contentHash, manifestName, readManifest } from './write/manifest.js';

/** What the last run read and wrote. */
interface RunRecord {
  /** Digest of the catalog, the templates and this program. */
  readonly inputs: string;
  /** Names of the targets that were written. */
  readonly targets: readonly string[];
}

/**
 * Generates, unless the last run read the very same files and its output is as it left it. Then nothing but their contents
 * is looked at, and nothing else is loaded. What the last run read is remembered in `node_modules/.cache`, where there is a
 * `node_modules`; a run with `check` believes no record.
 *
 * @param options - Where to read and write.
 * @param folder - Where to look for `node_modules`.
 * @throws Whatever `generate` throws.
 */
export async function generateIfChanged(options: GenerateOptions, folder: string): Promise<GenerateResult> {
  const recordFile = join(folder, 'node_modules/.cache/worker-codegen', `${contentHash(options.out)}.json`);
  const inputs = options.check ? '' : await digestInputs(options);
  const record = options.check ? undefined : await readRecord(recordFile);
  if (record?.inputs === inputs) {
    const unchanged = await countIntact(options.out, record.targets);
    if (unchanged !== undefined)
      return { changes: [], staleFolders: [], unchanged, targets: record.targets, kept: [], diagnostics: [] };
  }
  const { generate } = await import('./generate.js');
  const result = await generate(options);
  if (!options.check) await saveRecord(recordFile, { inputs, targets: result.targets }, folder);
  return result;
}

/** How many files of the output are as their manifests say; `undefined` if any is not. */
async function countIntact(out: string, targets: readonly string[]): Promise<number | undefined> {
  const counts = await Promise.all(
    targets.map(async (target) => {
      const manifest = await readManifest(join(out, target, manifestName));
      const intact = await Promise.all(
        [...manifest].map(async ([path, hash]) => {
          const content = await readFile(join(out, target, path)).catch(() => undefined);
          return content !== undefined && contentHash(content) === hash;
        }),
      );
      return manifest.size > 0 && intact.every(Boolean) ? manifest.size : undefined;
    }),
  );
  return counts.some((count) => count === undefined)
    ? undefined
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

async function digestInputs({ catalog, templates }: GenerateOptions): Promise<string> {
  const program = dirname(fileURLToPath(import.meta.url));
  const digests = await Promise.all([catalog, templates, program].map(digestFolder));
  return contentHash(digests.join());
}

async function digestFolder(folder: string): Promise<string> {
  const root = resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText);
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path)).catch(() => '')));
  const hash = createHash('sha256');
  for (const [index, path] of paths.entries()) {
    const content = contents[index] ?? '';
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function readRecord(file: string): Promise<RunRecord | undefined> {
  return readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as RunRecord,
    () => undefined,
  );
}

/** A record that cannot be kept costs the next run its shortcut, nothing else. */
async function saveRecord(file: string, record: RunRecord, folder: string): Promise<void> {
  const entries = await readdir(folder).catch((): string[] => []);
  if (!entries.includes('node_modules')) return;
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(file, JSON.stringify(record)))
    .catch(() => undefined);
}
