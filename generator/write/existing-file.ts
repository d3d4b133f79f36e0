import { dirname, join } from 'node:path';
import { readWithoutFollowing } from '../open-flags.js';
import { systemErrorCode, systemErrorReason, systemErrorRemedy } from '../system-error.js';
import type { FileSystem } from './file-system.js';
import { WriteError } from './write-error.js';

/** What is at the place of a file: nothing, a file's content, or what is no file: a folder, a symbolic link, a pipe or a device. */
export type ExistingFile = 'nothing' | 'other' | Buffer;

/** Codes by which a system refuses to read a folder, a link, a socket, and a device that nothing is behind. */
const otherCodes = new Set(['EISDIR', 'ELOOP', 'ENXIO', 'EOPNOTSUPP', 'ENODEV']);
const missingCodes = new Set(['ENOENT', 'ENOTDIR']);

/** What leads to a file: folders, nothing yet, or a link or a file, which nothing is reached through. */
type Way = 'folder' | 'nothing' | { readonly obstacle: string };

/** Looks at what is in an output folder, and follows no link that is there. */
export class OutputFolder {
  readonly #out: string;
  readonly #fs: FileSystem;
  readonly #ways = new Map<string, Promise<Way>>();

  constructor(out: string, fs: FileSystem) {
    this.#out = out;
    this.#fs = fs;
  }

  /**
   * What is at the place of a file.
   *
   * @param path - Path below the output folder, with `/`.
   * @throws {@link WriteError} if it cannot be read.
   */
  async read(path: string): Promise<ExistingFile> {
    // In a folder that is not there, no file needs to be looked for.
    if ((await this.#wayTo(path)) === 'nothing') return 'nothing';
    try {
      return (await this.#fs.readFile(join(this.#out, path), { flag: readWithoutFollowing })) ?? 'other';
    } catch (error) {
      const code = systemErrorCode(error) ?? '';
      if (missingCodes.has(code)) return 'nothing';
      if (otherCodes.has(code)) return 'other';
      throw this.#unreadable(path, error);
    }
  }

  /** Whether two paths lead to the same file: where they differ in case alone, some file systems say so. */
  async isSameFile(path: string, other: string): Promise<boolean> {
    try {
      const [a, b] = await Promise.all([path, other].map((each) => this.#fs.lstat(join(this.#out, each))));
      return a?.ino === b?.ino && a?.dev === b?.dev;
    } catch (error) {
      if (systemErrorCode(error) === undefined) throw error;
      return false;
    }
  }

  /** Whether all folders that lead to a file are folders, or can be made. */
  async isReachable(path: string): Promise<boolean> {
    return typeof (await this.#wayTo(path)) === 'string';
  }

  /** @throws {@link WriteError} if a link or a file is where a folder has to lead to a file. */
  async assertReachable(path: string): Promise<void> {
    const way = await this.#wayTo(path);
    if (typeof way === 'string') return;
    throw new WriteError(
      `${join(this.#out, way.obstacle)} is a symbolic link or a file where the output has a folder, and nothing is written through it: move it away. Nothing was changed.`,
    );
  }

  /** The folder of a file, which is looked at once. */
  #wayTo(path: string): Promise<Way> {
    const folder = dirname(path);
    const known = this.#ways.get(folder) ?? this.#lookAt(folder);
    this.#ways.set(folder, known);
    return known;
  }

  async #lookAt(folder: string): Promise<Way> {
    if (folder === '.') return 'folder';
    const above = await this.#wayTo(folder);
    if (above !== 'folder') return above;
    try {
      return (await this.#fs.lstat(join(this.#out, folder))).isDirectory() ? 'folder' : { obstacle: folder };
    } catch (error) {
      if (missingCodes.has(systemErrorCode(error) ?? '')) return 'nothing';
      throw this.#unreadable(folder, error);
    }
  }

  #unreadable(path: string, error: unknown): unknown {
    if (systemErrorCode(error) === undefined) return error;
    const problem = `${join(this.#out, path)} cannot be read (${systemErrorReason(error)}): ${systemErrorRemedy(error)}.`;
    return new WriteError(`${problem} Nothing was changed.`, { cause: error });
  }
}
