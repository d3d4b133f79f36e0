import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { groupBy } from '../group-by.js';
import { getOrInsert } from '../lazy.js';
import type { RenderedFile } from '../render/rendered-file.js';
import type { Change, OutputPlan } from './change.js';
import type { ExistingFile, OutputFolder } from './existing-file.js';
import { manifestName, manifestText, readManifest } from './manifest.js';
import { WriteError } from './write-error.js';

/**
 * Compares the output folder with what it should hold. Of what it should not hold, only files that the generator once
 * wrote count; everything else is left alone.
 *
 * @param abandoned - Folders of runs that were killed: what these had yet to list comes from the generator. Default: none.
 * @throws {@link WriteError} if a link or a file is where a folder has to be, or a file cannot be read.
 */
export async function planOutput(
  files: readonly RenderedFile[],
  folder: OutputFolder,
  abandoned: readonly string[] = [],
): Promise<OutputPlan> {
  const changes: Change[] = [];
  const manifests: Change[] = [];
  const targets = groupBy(files, ({ path }) => path.split('/')[0] ?? '');
  for (const [target, members] of targets) {
    const manifest = `${target}/${manifestName}`;
    const known = await knownHashes(target, [manifest, ...abandoned.map((each) => `${each}/${target}`)], folder);
    const wanted = new Map(members.map(({ path, content }) => [path, content]));
    for (const path of [...new Set([...wanted.keys(), ...known.keys()])].sort(compareText))
      changes.push(...(await planFile(path, wanted.get(path), known.get(path), folder)));
    const hashes = members.map(({ path, content }) => [path.slice(target.length + 1), contentHash(content)] as const);
    manifests.push(...changesTo(manifest, await folder.read(manifest), manifestText(new Map(hashes)), false));
  }
  const written = changes.filter(({ after }) => after !== undefined).length;
  return { targets: [...targets.keys()], changes: [...changes, ...manifests], unchanged: files.length - written };
}

async function planFile(
  path: string,
  after: string | undefined,
  hashes: ReadonlySet<string> | undefined,
  folder: OutputFolder,
): Promise<readonly Change[]> {
  const obstacle = await folder.obstacleTo(path);
  if (obstacle !== undefined) {
    if (after === undefined) return [];
    throw new WriteError(
      `${folder.pathOf(obstacle)} is a symbolic link or a file where the output has a folder, and nothing is written through it: move it away. Nothing was changed.`,
    );
  }
  const existing = await folder.read(path);
  return changesTo(path, existing, after, hashes?.has(contentHash(existing)) !== true);
}

/** The change of a file; none where it is as it should be, or a folder or link stands where no file is wanted any more. */
function changesTo(path: string, existing: ExistingFile, after: string | undefined, isForeign: boolean): Change[] {
  if (typeof existing === 'string') {
    if (after === undefined) return [];
    const action = existing === 'nothing' ? 'create' : 'update';
    return [{ action, path, before: undefined, after, isForeign: existing === 'other' }];
  }
  if (after !== undefined && existing.equals(Buffer.from(after))) return [];
  return [{ action: after === undefined ? 'remove' : 'update', path, before: existing.toString(), after, isForeign }];
}

/** Hashes of what the generator wrote, by path below the output folder. */
async function knownHashes(
  target: string,
  manifests: readonly string[],
  folder: OutputFolder,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const known = new Map<string, Set<string>>();
  for (const manifest of manifests) {
    for (const [file, hash] of await readManifest(folder, manifest)) {
      const path = `${target}/${file}`;
      getOrInsert(known, path, () => new Set<string>()).add(hash);
    }
  }
  return known;
}
