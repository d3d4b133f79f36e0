import { dirname, join } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import type { FileSystem } from './file-system.js';
import { makeFolders, removeFolders } from './folders.js';
import { manifestName } from './manifest.js';
import type { Change, OutputPlan } from './plan.js';
import { OutputFolder, type ExistingFile } from './existing-file.js';

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
    const { path, oldPath = path } = change;
    const file = staged.get(change);
    const existing = await folder.read(path);
    const isForeign = change.isForeign || !isAsPlanned(existing, change);
    const kept = isForeign && existing !== 'nothing' ? [await moveAside(oldPath, out, fs)] : [];
    if (!isForeign && (file === undefined || oldPath !== path)) await fs.rm(join(out, oldPath), { force: true });
    if (file !== undefined) await fs.rename(file, join(out, path));
    return kept;
  };
  const kept: string[] = [];
  for (const change of changes.filter((each) => !isManifest(each))) kept.push(...(await place(change)));
  for (const stale of staleFolders)
    await removeFolders(join(out, stale), join(out, stale.split('/').slice(0, 2).join('/')), fs);
  for (const change of changes.filter(isManifest)) kept.push(...(await place(change)));
  return kept;
}

function isAsPlanned(existing: ExistingFile, { before }: Change): boolean {
  return typeof existing === 'string' ? existing === 'nothing' && before === undefined : existing.toString() === before;
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

/** Whether a change is that of a target's manifest. */
export function isManifest({ path }: Change): boolean {
  return path.split('/').length === 2 && path.endsWith(`/${manifestName}`);
}
