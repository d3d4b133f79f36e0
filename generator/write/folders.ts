import { dirname } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';

/**
 * Makes a folder, and those above it that are missing: all of them or none. The recursive `mkdir` of Node.js goes on
 * without end where a folder takes none, as `/proc` does: the system says that there is no such folder, and Node.js makes
 * the one above it again.
 *
 * @param path - The folder; a link that leads to one will do.
 * @param fs - The file system. Default: that of this machine.
 * @returns The outermost folder that was made; `undefined` if there was nothing to make.
 * @throws What the operating system refuses.
 */
export async function makeFolders(path: string, fs: FileSystem = nodeFileSystem): Promise<string | undefined> {
  const missing: string[] = [];
  for (let folder = path; !(await isFolder(folder, fs)); folder = dirname(folder)) {
    missing.unshift(folder);
    if (dirname(folder) === folder) break;
  }
  const [outermost] = missing;
  let made: string | undefined;
  try {
    for (const folder of missing) {
      await makeFolder(folder, fs);
      made = folder;
    }
  } catch (error) {
    if (made !== undefined && outermost !== undefined) await removeFolders(made, outermost, fs);
    throw error;
  }
  return outermost;
}

/** Another program may have made it meanwhile. */
async function makeFolder(folder: string, fs: FileSystem): Promise<void> {
  try {
    await fs.mkdir(folder);
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST' || !(await isFolder(folder, fs))) throw error;
  }
}

async function isFolder(path: string, fs: FileSystem): Promise<boolean> {
  try {
    return (await fs.stat(path)).isDirectory();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

/**
 * Takes back the folders that {@link makeFolders} made, innermost first. One that holds something by now stays, and so
 * does what the operating system keeps.
 *
 * @param from - The folder that was asked for.
 * @param to - The outermost one that was made.
 * @param fs - The file system. Default: that of this machine.
 */
export async function removeFolders(from: string, to: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  for (let folder = from; folder.length >= to.length; folder = dirname(folder)) await removeIfEmpty(folder, fs);
}

/**
 * Removes a folder that holds nothing; any other stays.
 *
 * @param folder - The folder.
 * @param fs - The file system. Default: that of this machine.
 */
export async function removeIfEmpty(folder: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  await fs.rmdir(folder).catch((error: unknown) => {
    if (systemErrorCode(error) === undefined) throw error;
  });
}
