import * as node from 'node:fs/promises';

/** What writing needs of a file system; tests pass one that fails where they say. */
export type FileSystem = Pick<
  typeof node,
  'lstat' | 'mkdir' | 'readFile' | 'readdir' | 'rename' | 'rm' | 'rmdir' | 'stat' | 'writeFile'
>;

/** The file system of this machine. */
export const nodeFileSystem: FileSystem = node;
