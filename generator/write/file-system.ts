import { closeSync, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as node from 'node:fs/promises';

/** What writing needs of a file system; tests pass one that fails where they say. */
export interface FileSystem extends Pick<
  typeof node,
  'lstat' | 'mkdir' | 'readdir' | 'rename' | 'rm' | 'rmdir' | 'stat'
> {
  /**
   * Reads a file whole, opened with some flags; `undefined` where a pipe or a device stands, which may never end and are no
   * file.
   */
  readonly readFile: (path: string, options: { readonly flag: number }) => Promise<Buffer | undefined>;
  /** Writes a file whole, opened with some flags. */
  readonly writeFile: (path: string, content: string, options: { readonly flag: string }) => Promise<void>;
}

/**
 * The file system of this machine. Files are read, written and renamed one after the other, and each is waited for: an
 * output is many small files, which takes a fraction of the time that asking for many at once takes.
 */
export const nodeFileSystem: FileSystem = {
  ...node,
  async readFile(path, { flag }) {
    const file = openSync(path, flag);
    try {
      const stats = fstatSync(file);
      // Asked as a file is, a folder answers with an error that says what it is.
      return stats.isFile() || stats.isDirectory() ? readFileSync(file) : undefined;
    } finally {
      closeSync(file);
    }
  },
  async writeFile(path, content, options) {
    writeFileSync(path, content, options);
  },
  async rename(from, to) {
    renameSync(from, to);
  },
};
