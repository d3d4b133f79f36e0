import { closeSync, openSync, readFileSync } from 'node:fs';
import * as node from 'node:fs/promises';

/** What writing needs of a file system; tests pass one that fails where they say. */
export interface FileSystem extends Pick<
  typeof node,
  'lstat' | 'mkdir' | 'readdir' | 'rename' | 'rm' | 'rmdir' | 'stat' | 'writeFile'
> {
  /** Reads a file whole, opened with some flags. */
  readonly readFile: (path: string, options: { readonly flag: number }) => Promise<Buffer>;
}

/**
 * The file system of this machine. Files are read one after the other, and each is waited for: an output is many small
 * files, which takes a quarter of the time that asking for many at once takes.
 */
export const nodeFileSystem: FileSystem = {
  ...node,
  async readFile(path, { flag }) {
    const file = openSync(path, flag);
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  },
};
