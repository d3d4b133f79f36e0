import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startCompiler } from '../compile/compiler.js';
import { contentHash } from '../content-hash.js';
import type { GenerateOptions, GenerateResult, RunContext } from '../generate.js';
import { catalogParts } from '../load/catalog-parts.js';
import { entriesBeside } from '../load/entries-beside.js';
import { ignoredFiles } from '../load/ignored-files.js';
import { digestFolder, digestProgram } from './digest.js';
import { Memories, type StoredMemories } from './memories.js';
import { RememberingCompiler } from './remembering-compiler.js';
import { countIntact, manifestHashes, type RunRecord } from './run-record.js';
import { readSealed, writeSealed } from './sealed-file.js';

/**
 * Generates, unless the last run read the very same files and its output is as it left it: then nothing but their contents
 * is looked at, and nothing else is loaded. Files that have not changed since are not parsed again. What is remembered is
 * in `node_modules/.cache`, where there is a `node_modules`, and is taken only for the contents that it was made from; a
 * run with `check` believes none of it.
 *
 * @param options - Where to read and write.
 * @param folder - Where to look for `node_modules`.
 * @param context - Passed on to `generate`.
 * @throws Whatever `generate` throws.
 */
export async function generateIfChanged(
  options: GenerateOptions,
  folder: string,
  context: RunContext = {},
): Promise<GenerateResult> {
  const { catalog, out, check } = options;
  if (check || !existsSync(join(folder, 'node_modules')))
    return (await import('../generate.js')).generate(options, context);
  const cache = join(folder, 'node_modules/.cache/worker-codegen');
  const recordFile = join(cache, `${contentHash(out)}.run.json`);
  const memoriesFile = join(cache, `${contentHash(`${catalog}\n${out}`)}.memories.json`);

  const version = digestProgram();
  const record = (await readSealed(recordFile, version)) as RunRecord | undefined;
  const inputs = await digestInputs(options);
  const unchanged = record?.inputs === inputs ? await countIntact(out, record) : undefined;
  if (record !== undefined && unchanged !== undefined) {
    const { diagnostics, manifests } = record;
    return { changes: [], staleFolders: [], unchanged, targets: Object.keys(manifests), kept: [], diagnostics };
  }

  const started = startCompiler();
  try {
    const { generate } = await import('../generate.js');
    const memories = new Memories((await readSealed(memoriesFile, version)) as StoredMemories | undefined);
    const compiler = new RememberingCompiler(started, memories);
    const result = await generate(options, { ...context, compiler, memories });
    memories.prune();
    if (memories.isChanged) await writeSealed(memoriesFile, version, memories.stored);
    // A file that was saved during the run may have been read before or after that.
    if ((await digestInputs(options)) === inputs) {
      const manifests = await manifestHashes(out, result.targets);
      const { diagnostics } = result;
      await writeSealed(recordFile, version, { inputs, manifests, diagnostics } satisfies RunRecord);
    }
    return result;
  } finally {
    await started.close();
  }
}

/** Diagnostics name paths, so the catalog's own is among what they depend on, and so is what they say is not read. */
async function digestInputs({ catalog, templates }: GenerateOptions): Promise<string> {
  const parts = catalogParts.map((part) => digestFolder(join(catalog, part), catalog));
  const entries = await readdir(catalog, { withFileTypes: true }).catch(() => []);
  const ignored = ignoredFiles(await entriesBeside(catalog, entries));
  return contentHash([catalog, ...parts, JSON.stringify(ignored), digestFolder(templates)].join('\n'));
}
