import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemErrorCode } from '../system-error.js';

/**
 * The file system of this machine, as writing needs it; tests pass one that fails where they say. Files are handled one
 * after the other, and each is waited for: for many small ones that takes a fraction of the time of asking for all at once.
 */
export const nodeFileSystem = {
  /** Makes a folder and those above it that are missing; gives the outermost that it made. */
  async mkdir(path: string): Promise<string | undefined> {
    return makeFolder(path);
  },
  readdir,
  rm,
  rmdir,
  /** What is at a path, links not followed; `undefined` where nothing is. */
  async lstat(path: string): Promise<Stats | undefined> {
    try {
      return lstatSync(path, { throwIfNoEntry: false });
    } catch (error) {
      if (systemErrorCode(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  async readFile(path: string): Promise<Buffer> {
    return readFileSync(path);
  },
  async writeFile(path: string, content: string): Promise<void> {
    writeFileSync(path, content);
  },
  async rename(from: string, to: string): Promise<void> {
    renameSync(from, to);
  },
};

/**
 * Makes a folder and those above it that are missing; gives the outermost that it made. Node.js's own way to do this never
 * ends where a file system takes no folders, as that of /proc.
 *
 * @throws Error of the operating system if one cannot be made.
 */
export function makeFolder(path: string): string | undefined {
  const make = (): string | undefined => {
    try {
      mkdirSync(path);
      return path;
    } catch (error) {
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return undefined;
      throw error;
    }
  };
  if (existsSync(dirname(path))) return make();
  const above = makeFolder(dirname(path));
  const own = make();
  return above ?? own;
}

/** What writing needs of a file system. */
export type FileSystem = typeof nodeFileSystem;

/** Removes folders that hold nothing, from the innermost to the outermost; what the operating system keeps stays. */
export async function removeFolders(from: string, to: string, fs = nodeFileSystem): Promise<void> {
  for (let folder = from; folder.length >= to.length; folder = dirname(folder)) {
    await fs.rmdir(folder).catch((error: unknown) => {
      if (systemErrorCode(error) === undefined) throw error;
    });
  }
}
