import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentHash } from '../content-hash.js';
import { readWithoutWaiting } from '../open-flags.js';
import { nodeFileSystem } from './file-system.js';
import { manifestName, readManifest } from './manifest.js';
import { replaceFile } from './replace-file.js';
import { OutputFolder } from './existing-file.js';
import { lockName } from './lock.js';
import type { WriteResult } from './write.js';

/** What a run found in the catalog. */
interface Findings {
  /** How many messages and shared types the catalog has. */
  readonly messages: number;
  readonly types: number;
  /** How many warnings each rule has, which a run that finds nothing changed repeats; errors are thrown. */
  readonly warnings: Readonly<Record<string, number>>;
}

/** What a run did, and what it has to say of the catalog. */
export interface RunResult extends WriteResult, Findings {}

/** What the last run read, wrote and had to say. */
interface RunRecord extends Findings {
  /** Digest of all that the output depends on. */
  readonly inputs: string;
  /** Hashes of the manifests that were written, by target. */
  readonly manifests: Readonly<Record<string, string>>;
}

/**
 * Runs, unless the last run read the very same inputs and its output is as it left it: then nothing but contents is looked
 * at.
 *
 * @param out - The output folder.
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
    const { manifests, inputs: _, ...findings } = record;
    return { changes: [], staleFolders: [], unchanged, targets: Object.keys(manifests), kept: [], ...findings };
  }
  const result = await run();
  // A file that was saved during the run may have been read before or after that.
  if ((await digestInputs()) === inputs) {
    const manifests = await manifestHashes(new OutputFolder(out, nodeFileSystem), result.targets);
    const { messages, types, warnings } = result;
    await writeRecord(recordFile, { inputs, manifests, messages, types, warnings });
  }
  return result;
}

/** The first line is the checksum of the rest. */
async function readRecord(file: string): Promise<RunRecord | undefined> {
  const content = await readFile(file, { encoding: 'utf8', flag: readWithoutWaiting }).catch(() => '');
  const [checksum, body = ''] = content.split('\n');
  return checksum === contentHash(body) ? (JSON.parse(body) as RunRecord) : undefined;
}

async function writeRecord(file: string, record: RunRecord): Promise<void> {
  const body = JSON.stringify(record);
  await mkdir(dirname(file), { recursive: true })
    .then(() => replaceFile(file, `${contentHash(body)}\n${body}`))
    .catch(() => undefined);
}

async function manifestHashes(folder: OutputFolder, targets: readonly string[]): Promise<Record<string, string>> {
  const hashes = targets.map(async (target) => {
    const existing = await folder.read(`${target}/${manifestName}`).catch(() => '');
    return [target, contentHash(existing)] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/** Counts the files of an output, if each is as the last run left it and no run was cut off since. */
async function countIntact(out: string, { manifests }: RunRecord): Promise<number | undefined> {
  const folder = new OutputFolder(out, nodeFileSystem);
  const targets = Object.keys(manifests);
  const found = await manifestHashes(folder, targets);
  if (targets.some((target) => found[target] !== manifests[target])) return undefined;
  if ((await folder.read(lockName)) !== 'nothing') return undefined;
  let count = 0;
  for (const target of targets) {
    for (const [path, hash] of await readManifest(join(out, target, manifestName))) {
      // A full run would not write through a link.
      if (!(await folder.isReachable(`${target}/${path}`))) return undefined;
      const existing = await folder.read(`${target}/${path}`);
      if (typeof existing === 'string' || contentHash(existing) !== hash) return undefined;
      count += 1;
    }
  }
  return count;
}
