import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { contentHash } from '../content-hash.js';
import { OutputFolder } from './existing-file.js';
import { lockName } from './lock.js';
import { manifestName, readManifest } from './manifest.js';
import type { WriteResult } from './write.js';

/** What a run did, and what it has to say of the catalog. */
export interface RunResult extends WriteResult {
  /** How many messages and shared types the catalog has. */
  readonly messages: number;
  readonly types: number;
  /** How many warnings each rule has, which a run that finds nothing changed repeats; errors are thrown. */
  readonly warnings: Readonly<Record<string, number>>;
  /** Whether a check with TypeScript 5 was asked for that is not installed. Default: no. */
  readonly lacksTypeScript5?: boolean;
}

/** What the last run read, wrote and had to say. */
interface RunRecord extends Pick<RunResult, 'messages' | 'types' | 'warnings'> {
  /** Digest of all that the output depends on. */
  readonly inputs: string;
  /** Hashes of the manifests that were written, by target. */
  readonly manifests: Readonly<Record<string, string>>;
}

/**
 * Runs, unless the last run read the very same inputs and its output is as it left it: then nothing but contents is looked
 * at.
 *
 * @param recordFile - Where the last run left its record; what cannot be kept there costs the next run its shortcut.
 * @param digestInputs - Digest of all that the output depends on; `undefined` where it is not known.
 * @param run - Does the work.
 * @throws Whatever `run` throws.
 */
export async function skipIfUnchanged(
  out: string,
  recordFile: string,
  digestInputs: () => Promise<string | undefined>,
  run: () => Promise<RunResult>,
): Promise<RunResult> {
  const inputs = await digestInputs();
  if (inputs === undefined) return run();
  const record = await readRecord(recordFile);
  const unchanged = record?.inputs === inputs ? await countIntact(out, record) : undefined;
  if (record !== undefined && unchanged !== undefined) {
    const { messages, types, warnings, manifests } = record;
    return { changes: [], unchanged, targets: Object.keys(manifests), kept: [], messages, types, warnings };
  }
  const result = await run();
  // A file that was saved during the run may have been read before or after that.
  if ((await digestInputs()) === inputs) {
    const { messages, types, warnings } = result;
    const folder = new OutputFolder(out);
    const manifests: Record<string, string> = {};
    for (const target of result.targets)
      manifests[target] = contentHash(await folder.read(`${target}/${manifestName}`));
    await writeRecord(recordFile, { inputs, manifests, messages, types, warnings });
  }
  return result;
}

async function readRecord(file: string): Promise<RunRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}

async function writeRecord(file: string, record: RunRecord): Promise<void> {
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
