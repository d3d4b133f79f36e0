import { constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import type { FileSystem } from './file-system.js';
import { WriteError } from './write-error.js';

/** What stands at the place of a file: nothing, a file's content, or what is no file: a folder or a symbolic link. */
export type Standing = 'nothing' | 'other' | Buffer;

// No link is followed: it could lead anywhere. Windows knows no such flag, and asks for a privilege to make links.
const readFlag = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** Looks at what stands in an output folder, and follows no link that stands there. */
export class OutputFolder {
  readonly #out: string;
  readonly #fs: FileSystem;
  readonly #folders = new Map<string, Promise<'folder' | 'nothing' | 'other'>>();

  constructor(out: string, fs: FileSystem) {
    this.#out = out;
    this.#fs = fs;
  }

  /**
   * What stands at the place of a file.
   *
   * @param path - Path below the output folder, with `/`.
   */
  async read(path: string): Promise<Standing> {
    try {
      return await this.#fs.readFile(join(this.#out, path), { flag: readFlag });
    } catch (error) {
      const code = systemErrorCode(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
      if (code === 'EISDIR' || code === 'ELOOP') return 'other';
      throw error;
    }
  }

  /**
   * Whether all folders that lead to a file are folders, or can be made.
   *
   * @param path - Path below the output folder, with `/`.
   */
  async isReachable(path: string): Promise<boolean> {
    return (await this.#obstacle(path)) === undefined;
  }

  /** @throws {@link WriteError} if a link or a file stands where a folder has to lead to a file. */
  async assertReachable(path: string): Promise<void> {
    const obstacle = await this.#obstacle(path);
    if (obstacle === undefined) return;
    throw new WriteError(
      `${join(this.#out, obstacle)} is a symbolic link or a file where the output has a folder, and nothing is written through it: move it away. Nothing was changed.`,
    );
  }

  async #obstacle(path: string): Promise<string | undefined> {
    const folder = dirname(path);
    if (folder === '.') return undefined;
    return (await this.#obstacle(folder)) ?? ((await this.#kindOf(folder)) === 'other' ? folder : undefined);
  }

  async #kindOf(folder: string): Promise<'folder' | 'nothing' | 'other'> {
    const look = async (): Promise<'folder' | 'nothing' | 'other'> => {
      try {
        return (await this.#fs.lstat(join(this.#out, folder))).isDirectory() ? 'folder' : 'other';
      } catch (error) {
        const code = systemErrorCode(error);
        if (code === 'ENOENT' || code === 'ENOTDIR') return 'nothing';
        throw error;
      }
    };
    const known = this.#folders.get(folder) ?? look();
    this.#folders.set(folder, known);
    return known;
  }
}
