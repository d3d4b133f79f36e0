import { dirname } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';

/**
 * Makes a folder, and those above it that are missing: all of them or none. The recursive `mkdir` of Node.js goes on
 * without end where a folder takes none, as `/proc` does.
 *
 * @param path - The folder; a link that leads to one will do.
 * @param fs - The file system. Default: that of this machine.
 * @returns The outermost folder that was made; `undefined` if there was nothing to make.
 * @throws What the operating system refuses.
 */
export async function makeFolders(path: string, fs: FileSystem = nodeFileSystem): Promise<string | undefined> {
  if (await isFolder(path, fs)) return undefined;
  const outermost = dirname(path) === path ? undefined : await makeFolders(dirname(path), fs);
  try {
    await fs.mkdir(path);
  } catch (error) {
    // Another program may have made it meanwhile.
    if (systemErrorCode(error) === 'EEXIST' && (await isFolder(path, fs))) return outermost;
    if (outermost !== undefined) await removeFolders(dirname(path), outermost, fs);
    throw error;
  }
  return outermost ?? path;
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
 * Removes folders that hold nothing, innermost first; what the operating system keeps stays.
 *
 * @param from - The innermost folder.
 * @param to - The outermost one.
 * @param fs - The file system. Default: that of this machine.
 */
export async function removeFolders(from: string, to: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  for (let folder = from; folder.length >= to.length; folder = dirname(folder)) {
    await fs.rmdir(folder).catch((error: unknown) => {
      if (systemErrorCode(error) === undefined) throw error;
    });
  }
}
