import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import type { FileSystem } from './file-system.js';
import { WriteError } from './write-error.js';

/** Name of the folder, in the output folder, that holds a folder for each run that is writing there. */
export const lockName = '.worker-codegen.tmp';

/** A run's right to write an output folder, and a place for files on their way. */
export interface OutputLock {
  /** For temporary files; on the output's file system, so that they can be renamed into place. */
  readonly folder: string;
  /** Folders of runs that were cut off, with what they left. */
  readonly abandoned: readonly string[];
  /** Removes the folder, and those of runs that were cut off. */
  readonly release: () => Promise<void>;
  /** Leaves the folder as a run that was killed does: the next one learns from it what this one had yet to list. */
  readonly abandon: () => Promise<void>;
}

/** Ends the name of the folder of a run that has ended, though its process may not have. */
const endedMark = '~';

/** Folders of runs of this very process: of another run, a container's first process may have the same number. */
const ownFolders = new Set<string>();

/** Without the characters that mean something in a path. */
const ownHost = hostname().replaceAll(/[^\w.-]/g, '_');

/**
 * Locks an output folder for a run. Each makes a folder of its own there, then looks whether another one's is beside it, and
 * leaves if so; two that come in the same instant may both be refused. A run of this host whose process has ended does not
 * count.
 *
 * @param out - The output folder; it exists.
 * @param fs - The file system.
 * @throws {@link WriteError} if another run holds it, or may.
 */
export async function acquireLock(out: string, fs: FileSystem): Promise<OutputLock> {
  const root = join(out, lockName);
  const own = runFolderName(process.pid, ownHost);
  const folder = join(root, own);
  ownFolders.add(own);
  const leave = (action: Promise<unknown>): Promise<void> =>
    action.then(() => undefined).finally(() => ownFolders.delete(own));
  const remove = async (names: readonly string[]): Promise<void> => {
    for (const name of names) await fs.rm(join(root, name), { recursive: true, force: true });
    // A run that has come meanwhile is still in it.
    await fs.rmdir(root).catch(() => undefined);
  };
  const others = await enter(root, own, fs).catch((error: unknown) => {
    ownFolders.delete(own);
    throw error;
  });
  for (const name of others) {
    const obstacle = obstacleMessage(name, out);
    if (obstacle === undefined) continue;
    await leave(remove([own]));
    throw new WriteError(`${obstacle} Nothing was changed.`);
  }
  return {
    folder,
    abandoned: others.map((name) => join(root, name)),
    release: () => leave(remove([own, ...others])),
    abandon: () => leave(fs.rename(folder, folder + endedMark).catch(() => undefined)),
  };
}

/** Makes a run's folder, and lists those of others. */
async function enter(root: string, own: string, fs: FileSystem): Promise<string[]> {
  await requireOwnFolder(root, fs);
  await fs.mkdir(join(root, own), { recursive: true });
  return (await fs.readdir(root)).filter((name) => name !== own);
}

/** A name for the folder of a run; no two are the same. */
export function runFolderName(processId: number, host: string): string {
  return [processId, host, randomUUID()].join('@');
}

/** Through a link, files of somebody else would be taken for those of runs. */
async function requireOwnFolder(root: string, fs: FileSystem): Promise<void> {
  const found = await fs.lstat(root).catch((error: unknown) => {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  });
  if (found === undefined || found.isDirectory()) return;
  throw new WriteError(
    `${root} is a symbolic link or a file, where a run keeps a folder while it writes: move it away. Nothing was changed.`,
  );
}

/** Why another folder in the lock keeps a run from writing, and what to do; `undefined` for what a run that ended has left. */
function obstacleMessage(name: string, out: string): string | undefined {
  const root = join(out, lockName);
  const [, id, host] = /^(\d+)@([\w.-]*)@[\w-]+~?$/.exec(name) ?? [];
  if (id === undefined) return `${join(root, name)} was put there by no run of this version: move it away.`;
  if (name.endsWith(endedMark) || (host === ownHost && !isRunning(name, Number(id)))) return undefined;
  return `Another run is writing ${out} (process ${id} on ${host}): run again when it has ended; if there is no such process, remove ${root}.`;
}

function isRunning(name: string, id: number): boolean {
  return id === process.pid ? ownFolders.has(name) : isProcessAlive(id);
}

function isProcessAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}
