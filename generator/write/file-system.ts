import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as node from 'node:fs/promises';

/** What writing needs of a file system; tests pass one that fails where they say. */
export interface FileSystem extends Pick<
  typeof node,
  'lstat' | 'mkdir' | 'readdir' | 'rename' | 'rm' | 'rmdir' | 'stat'
> {
  /** Reads a file whole, opened with some flags. */
  readonly readFile: (path: string, options: { readonly flag: number }) => Promise<Buffer>;
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
      return readFileSync(file);
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
