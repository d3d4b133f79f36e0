import { dirname, join } from 'node:path';
import { systemErrorCode, systemErrorReason, systemErrorRemedy } from '../system-error.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';
import { WriteError } from './write-error.js';

/** What is at the place of a file: nothing, a file's content, or what is no file: a folder, a link, a pipe or a device. */
export type ExistingFile = 'nothing' | 'other' | Buffer;

/** Looks at what is in an output folder, and follows no link that is there. */
export class OutputFolder {
  readonly #obstacles = new Map<string, string | undefined>();

  constructor(
    private readonly out: string,
    private readonly fs: FileSystem = nodeFileSystem,
  ) {}

  /**
   * What is at the place of a file that no obstacle keeps from being reached.
   *
   * @throws {@link WriteError} if it cannot be read.
   */
  async read(path: string): Promise<ExistingFile> {
    const file = this.pathOf(path);
    try {
      const stats = await this.fs.lstat(file);
      if (stats === undefined) return 'nothing';
      return stats.isFile() ? await this.fs.readFile(file) : 'other';
    } catch (error) {
      if (systemErrorCode(error) === undefined) throw error;
      const problem = `${file} cannot be read (${systemErrorReason(error)}): ${systemErrorRemedy(error)}.`;
      throw new WriteError(`${problem} Nothing was changed.`, { cause: error });
    }
  }

  /** The link or file, below the output folder, where a folder has to lead to a file; `undefined` where nothing is in the way. */
  async obstacleTo(path: string): Promise<string | undefined> {
    const folder = dirname(path);
    if (folder === '.') return undefined;
    if (!this.#obstacles.has(folder)) this.#obstacles.set(folder, await this.#obstacleAt(folder));
    return this.#obstacles.get(folder);
  }

  /** Where a path below the output folder leads. */
  pathOf(path: string): string {
    return join(this.out, path);
  }

  async #obstacleAt(folder: string): Promise<string | undefined> {
    const above = await this.obstacleTo(folder);
    if (above !== undefined) return above;
    const stats = await this.fs.lstat(this.pathOf(folder));
    return stats === undefined || stats.isDirectory() ? undefined : folder;
  }
}
