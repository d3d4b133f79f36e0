import { dirname, join } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import type { FileSystem } from './file-system.js';
import { makeFolders, removeIfEmpty } from './folders.js';
import { manifestName } from './manifest.js';
import type { Change, OutputPlan } from './plan.js';
import { OutputFolder, type Standing } from './standing.js';

/**
 * Puts new files into place, removes what is no longer wanted, and puts manifests into place last. What stands in the place
 * of a file is looked at once more: what another program has put there since the plan was made is moved aside too.
 *
 * @param plan - What is to change.
 * @param staged - Where the new contents are, by change.
 * @param out - The output folder.
 * @param fs - The file system.
 * @returns Where what had been edited by hand, or was foreign, has been moved: paths below the output folder.
 * @throws What the operating system refuses.
 */
export async function apply(
  { changes, staleFolders }: OutputPlan,
  staged: ReadonlyMap<Change, string>,
  out: string,
  fs: FileSystem,
): Promise<string[]> {
  const folders = new Set([...staged.keys()].map(({ path }) => dirname(join(out, path))));
  for (const folder of folders) await makeFolders(folder, fs);
  const folder = new OutputFolder(out, fs);
  const place = async (change: Change): Promise<string[]> => {
    const { path, formerly = path } = change;
    const file = staged.get(change);
    const standing = await folder.read(path);
    const isForeign = change.isForeign || !isAsPlanned(standing, change);
    const kept = isForeign && standing !== 'nothing' ? [await moveAside(formerly, out, fs)] : [];
    if (!isForeign && (file === undefined || formerly !== path)) await fs.rm(join(out, formerly), { force: true });
    if (file !== undefined) await fs.rename(file, join(out, path));
    return kept;
  };
  const kept: string[] = [];
  for (const change of changes.filter((each) => !isManifest(each))) kept.push(...(await place(change)));
  await removeEmptyFolders(staleFolders, out, fs);
  for (const change of changes.filter(isManifest)) kept.push(...(await place(change)));
  return kept;
}

function isAsPlanned(standing: Standing, { before }: Change): boolean {
  return typeof standing === 'string' ? standing === 'nothing' && before === undefined : standing.toString() === before;
}

/** An earlier copy is not overwritten; every name ends with `.orig`, which git and npm are told to leave out. */
async function moveAside(path: string, out: string, fs: FileSystem): Promise<string> {
  for (let number = 1; ; number += 1) {
    const backup = `${path}${number === 1 ? '' : `.${number}`}.orig`;
    const isTaken = await fs.lstat(join(out, backup)).catch((error: unknown) => {
      if (systemErrorCode(error) !== 'ENOENT') throw error;
    });
    if (isTaken !== undefined) continue;
    await fs.rename(join(out, path), join(out, backup));
    return backup;
  }
}

/** Innermost first; one that still holds something stays, and so does a target's own. */
async function removeEmptyFolders(stale: readonly string[], out: string, fs: FileSystem): Promise<void> {
  const folders = new Set<string>();
  for (const start of stale) {
    for (let folder = start; folder.includes('/'); folder = dirname(folder)) folders.add(folder);
  }
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    await removeIfEmpty(join(out, folder), fs);
  }
}

/** Whether a change is that of a target's manifest. */
export function isManifest({ path }: Change): boolean {
  return path.split('/').length === 2 && path.endsWith(`/${manifestName}`);
}
