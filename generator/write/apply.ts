import { dirname, join } from 'node:path';
import { OutputFolder, type ExistingFile } from './existing-file.js';
import { removeFolders, type FileSystem } from './file-system.js';
import { manifestName } from './manifest.js';
import type { Change } from './change.js';

/**
 * Puts new files into place, and removes what is no longer wanted, in the order of the changes. What is in the place of
 * a file is looked at once more: what another program has put there since the plan was made is moved aside too.
 *
 * @param staged - Where the new contents are, by change.
 * @returns Where what had been edited by hand, or was foreign, has been moved: paths below the output folder.
 * @throws What the operating system refuses; a {@link WriteError} if a file cannot be read.
 */
export async function apply(
  changes: readonly Change[],
  staged: ReadonlyMap<Change, string>,
  out: string,
  fs: FileSystem,
): Promise<string[]> {
  const folder = new OutputFolder(out, fs);
  const kept: string[] = [];
  for (const each of new Set([...staged.keys()].map(({ path }) => dirname(join(out, path))))) await fs.mkdir(each);
  for (const change of changes) {
    const file = staged.get(change);
    const path = join(out, change.path);
    const existing = await folder.read(change.path);
    const isForeign = existing !== 'nothing' && (change.isForeign || !isAsPlanned(existing, change));
    if (isForeign) kept.push(await moveAside(change.path, out, fs));
    if (file !== undefined) await fs.rename(file, path);
    else {
      if (!isForeign) await fs.rm(path, { force: true });
      await removeFolders(dirname(path), join(out, change.path.split('/').slice(0, 2).join('/')), fs);
    }
  }
  return kept;
}

function isAsPlanned(existing: ExistingFile, { before }: Change): boolean {
  return existing instanceof Buffer && existing.toString() === before;
}

/** An earlier copy is not overwritten; every name ends with `.orig`, which git and npm leave out. */
async function moveAside(path: string, out: string, fs: FileSystem): Promise<string> {
  for (let number = 1; ; number += 1) {
    const backup = `${path}${number === 1 ? '' : `.${number}`}.orig`;
    if ((await fs.lstat(join(out, backup))) !== undefined) continue;
    await fs.rename(join(out, path), join(out, backup));
    return backup;
  }
}

/** Whether a change is that of a target's manifest. */
export function isManifest({ path }: Change): boolean {
  return path.split('/').length === 2 && path.endsWith(`/${manifestName}`);
}
