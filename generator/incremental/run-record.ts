import { join } from 'node:path';
import { contentHash } from '../content-hash.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { nodeFileSystem } from '../write/file-system.js';
import { manifestName, readManifest } from '../write/manifest.js';
import { OutputFolder } from '../write/standing.js';
import { workspaceName } from '../write/workspace.js';

/** What the last run read, wrote and had to say. */
export interface RunRecord {
  /** Digest of all that the output depends on. */
  readonly inputs: string;
  /** Hashes of the manifests of the targets that were written, by name. */
  readonly manifests: Readonly<Record<string, string>>;
  /** Warnings, which a run that finds nothing changed repeats. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Hashes of the manifests of an output.
 *
 * @param out - The output folder.
 * @param targets - Names of the targets.
 */
export async function manifestHashes(out: string, targets: readonly string[]): Promise<Record<string, string>> {
  const folder = new OutputFolder(out, nodeFileSystem);
  const hashes = targets.map(async (target) => {
    const standing = await folder.read(`${target}/${manifestName}`).catch(() => '');
    return [target, contentHash(standing)] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/**
 * Counts the files of an output, if each is as the last run left it and no run was cut off since.
 *
 * @param out - The output folder.
 * @param record - Of the last run.
 * @returns How many files there are; `undefined` if anything differs.
 */
export async function countIntact(out: string, { manifests }: RunRecord): Promise<number | undefined> {
  const targets = Object.keys(manifests);
  const found = await manifestHashes(out, targets);
  if (targets.some((target) => found[target] !== manifests[target])) return undefined;
  const folder = new OutputFolder(out, nodeFileSystem);
  if ((await folder.read(workspaceName)) !== 'nothing') return undefined;
  let count = 0;
  for (const target of targets) {
    for (const [path, hash] of await readManifest(join(out, target, manifestName))) {
      // A full run would not write through a link.
      if (!(await folder.isReachable(`${target}/${path}`))) return undefined;
      const standing = await folder.read(`${target}/${path}`);
      if (typeof standing === 'string' || contentHash(standing) !== hash) return undefined;
      count += 1;
    }
  }
  return count;
}
