import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import type { FileSystem } from './file-system.js';
import { WriteError } from './write-error.js';

/** Name of the folder, in the output folder, that holds a folder for each run that is writing there. */
export const workspaceName = '.worker-codegen.tmp';

/** A run's right to write an output folder, and a place for files on their way. */
export interface Workspace {
  /** For temporary files; on the output's file system, so that they can be renamed into place. */
  readonly folder: string;
  /** Folders of runs that were killed, with what they left. */
  readonly abandoned: readonly string[];
  /** Removes the folder, and those of runs that were killed. */
  readonly leave: () => Promise<void>;
}

/** Folders of runs of this very process: its number alone does not tell them from a dead process of the same number. */
const ownFolders = new Set<string>();

const attempts = 10;

/**
 * Enters the workspace of an output folder. At most one run is in it at a time: each makes a folder of its own there, then
 * looks whether another one's is beside it, and leaves if so. Two that enter in the same instant may both be refused. A
 * run that was killed is told by the number of its process, and does not count.
 *
 * @param out - The output folder; it exists.
 * @param fs - The file system.
 * @throws {@link WriteError} if another run is in it.
 */
export async function enterWorkspace(out: string, fs: FileSystem): Promise<Workspace> {
  const root = join(out, workspaceName);
  const own = `${process.pid}@${hostname()}@${randomUUID()}`;
  const folder = join(root, own);
  ownFolders.add(own);
  try {
    await makeFolder(root, folder, fs);
    const others = (await fs.readdir(root)).filter((name) => name !== own);
    const leave = async (names: readonly string[]): Promise<void> => {
      try {
        for (const name of names) await fs.rm(join(root, name), { recursive: true, force: true });
        // A run that has come meanwhile is still in it.
        await fs.rmdir(root).catch(() => undefined);
      } finally {
        ownFolders.delete(own);
      }
    };
    const running = others.find(isRunning);
    if (running !== undefined) {
      await leave([own]);
      throw new WriteError(busyMessage(running, out, root));
    }
    return { folder, abandoned: others.map((name) => join(root, name)), leave: () => leave([own, ...others]) };
  } catch (error) {
    ownFolders.delete(own);
    throw error;
  }
}

/** A run that leaves takes the root with it, perhaps between the making of the two folders. */
async function makeFolder(root: string, folder: string, fs: FileSystem): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fs.mkdir(root).catch((error: unknown) => {
        if (systemErrorCode(error) !== 'EEXIST') throw error;
      });
      await fs.mkdir(folder);
      return;
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT' || attempt === attempts) throw error;
    }
  }
}

function isRunning(name: string): boolean {
  const [pid, host] = name.split('@');
  if (host !== hostname()) return true;
  if (Number(pid) === process.pid) return ownFolders.has(name);
  try {
    process.kill(Number(pid), 0);
    return !isZombie(Number(pid));
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}

/** Whether a process has ended and its parent has not asked how: only Linux tells (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name before it, in parentheses, may hold anything.
    return stat.charAt(stat.lastIndexOf(')') + 2) === 'Z';
  } catch {
    return false;
  }
}

function busyMessage(name: string, out: string, root: string): string {
  const [pid, host] = name.split('@');
  return `Another run is writing ${out} (process ${pid} on ${host}): run again when it has ended, or if it has, remove ${root}. Nothing was changed.`;
}
