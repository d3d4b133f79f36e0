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
  /** Paths, below the output folder, of the folders of runs that were cut off, with what they left. */
  readonly abandoned: readonly string[];
  /** Removes the folder, and those of runs that were cut off. */
  readonly release: () => Promise<void>;
  /** Leaves the folder as a run that was killed does: the next one learns from it what this one had yet to list. */
  readonly abandon: () => void;
}

/** Folders of runs of this very process: of another run, a container's first process may have the same number. */
const ownFolders = new Set<string>();

/** Without the characters that mean something in a path. */
const ownHost = hostname().replaceAll(/[^\w.-]/g, '_');

/**
 * Locks an output folder for a run. Each makes a folder of its own there, then looks whether another one's is beside it, and
 * leaves if so; two that come in the same instant may both be refused. A run of this host whose process has ended does not
 * count.
 *
 * @throws {@link WriteError} if another run holds it, or may.
 */
export async function acquireLock(out: string, fs: FileSystem): Promise<OutputLock> {
  const root = join(out, lockName);
  const own = runFolderName(process.pid, ownHost);
  const abandon = (): boolean => ownFolders.delete(own);
  const remove = async (names: readonly string[]): Promise<void> => {
    abandon();
    for (const name of names) await fs.rm(join(root, name), { recursive: true, force: true });
    // A run that has come meanwhile, or what no run has put there, is still in it.
    await fs.rmdir(root).catch(() => undefined);
  };
  ownFolders.add(own);
  try {
    await fs.mkdir(join(root, own));
    const others = (await fs.readdir(root)).filter((name) => name !== own && runFolder.test(name));
    for (const name of others) requireEnded(name, out);
    const abandoned = others.map((name) => `${lockName}/${name}`);
    return { folder: join(root, own), abandoned, release: () => remove([own, ...others]), abandon };
  } catch (error) {
    await remove([own]);
    throw error;
  }
}

/** A name for the folder of a run; no two are the same. */
export const runFolderName = (processId: number, host: string): string => [processId, host, randomUUID()].join('@');

const runFolder = /^(\d+)@([\w.-]*)@[\w-]+$/;

function requireEnded(name: string, out: string): void {
  const [, id, host] = runFolder.exec(name) ?? [];
  const isOwn = Number(id) === process.pid;
  if (host === ownHost && !(isOwn ? ownFolders.has(name) : isProcessAlive(Number(id)))) return;
  throw new WriteError(
    `Another run is writing ${out} (process ${id} on ${host}): run again when it has ended; if there is no such process, remove ${join(out, lockName)}. Nothing was changed.`,
  );
}

function isProcessAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}
