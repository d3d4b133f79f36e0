import type { FileSystem } from 'typescript/unstable/fs';
import { API, type Program, type Snapshot } from 'typescript/unstable/sync';
import { compilerOptions } from './modules.js';
import { startQuietly } from './quiet-process.js';

const configFile = '/tsconfig.json';

/** Where TypeScript keeps the libraries that it ships: the only files that are read from the disk. */
const isLibrary = (path: string): boolean => /\/node_modules\/.*\/lib\/lib(?:\.[\w-]+)*\.d\.ts$/.test(path);

/**
 * Makes programs of modules in memory, one after the other; what did not change since the last is not looked at again.
 * TypeScript 7 runs as a process of its own, which asks for the modules' texts: it checks several times as fast as the
 * compiler that is written in JavaScript. Its interface is unstable, so its version is pinned exactly.
 */
export class ProgramFactory {
  readonly #api: API;
  #files: ReadonlyMap<string, string> = new Map();
  #last: Snapshot | undefined;

  /** @param started - Called with the id of the process, once there is one. Default: nothing is called. */
  constructor(started: (processId: number) => void = () => undefined) {
    const { started: api, processId } = startQuietly(() => new API({ cwd: '/', fs: this.#fileSystem() }));
    this.#api = api;
    if (processId !== undefined) started(processId);
  }

  /**
   * @param roots - Paths of those that are to be checked; others take part where these import them.
   * @returns A program, valid until the next is made.
   */
  create(modules: ReadonlyMap<string, string>, roots: readonly string[]): Program {
    const config = JSON.stringify({ compilerOptions, files: roots.map((path) => `.${path}`) });
    const before = this.#files;
    const files = new Map([...modules, [configFile, config]]);
    this.#files = files;
    const paths = [...files.keys()];
    const fileChanges = {
      changed: paths.filter((path) => before.has(path) && before.get(path) !== files.get(path)),
      created: paths.filter((path) => !before.has(path)),
      deleted: [...before.keys()].filter((path) => !files.has(path)),
    };
    const snapshot = this.#api.updateSnapshot(before.size === 0 ? { openProjects: [configFile] } : { fileChanges });
    this.#last?.dispose();
    this.#last = snapshot;
    const project = snapshot.getProject(configFile);
    if (project === undefined) throw new Error('TypeScript made no program of the modules.');
    return project.program;
  }

  close(): void {
    this.#api.close();
  }

  /** `undefined` sends the process to the disk. */
  #fileSystem(): FileSystem {
    return {
      readFile: (path) => this.#files.get(path) ?? (isLibrary(path) ? undefined : null),
      fileExists: (path) => this.#files.has(path) || (isLibrary(path) ? undefined : false),
      directoryExists: (path) => !path.includes('/node_modules'),
      getAccessibleEntries: () => ({ files: [], directories: [] }),
      realpath: (path) => path,
    };
  }
}
