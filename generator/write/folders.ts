import { dirname } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';

/**
 * Takes back the folders that a recursive `mkdir` made, innermost first. One that holds something by now stays, and so
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
