import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { systemErrorCode } from '../system-error.js';
import type { FileSystem } from './file-system.js';
import { fateOf, ownIdentity, type ProcessIdentity } from './process-identity.js';
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
  /** Leaves the folder as a run that was killed does: the next one learns from it what this one had yet to list. */
  readonly abandon: () => Promise<void>;
}

/** Folders of runs of this very process. */
const ownFolders = new Set<string>();

const attempts = 10;

/** Ends the name of the folder of a run that has ended, though its process may not have. */
const endedMark = '~';

/**
 * Enters the workspace of an output folder. At most one run is in it at a time: each makes a folder of its own there, then
 * looks whether another one's is beside it, and leaves if so. Two that enter in the same instant may both be refused. A
 * run that was killed does not count, where it is certain that its process has ended.
 *
 * @param out - The output folder; it exists.
 * @param fs - The file system.
 * @throws {@link WriteError} if another run is in it, or may be.
 */
export async function enterWorkspace(out: string, fs: FileSystem): Promise<Workspace> {
  const root = join(out, workspaceName);
  const self = ownIdentity();
  const own = runFolderName(self);
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
    for (const name of others) {
      const obstacle = obstacleMessage(name, self, out);
      if (obstacle === undefined) continue;
      await leave([own]);
      throw new WriteError(`${obstacle} Nothing was changed.`);
    }
    return {
      folder,
      abandoned: others.map((name) => join(root, name)),
      leave: () => leave([own, ...others]),
      abandon: async () => {
        await fs.rename(folder, folder + endedMark).catch(() => undefined);
        ownFolders.delete(own);
      },
    };
  } catch (error) {
    ownFolders.delete(own);
    throw error;
  }
}

/**
 * A name for the folder of a run; no two are the same.
 *
 * @param identity - The process of the run.
 */
export function runFolderName({ id, host, machine, table, started }: ProcessIdentity): string {
  return [id, host, machine, table, started, randomUUID()].join('@');
}

function identityOf(name: string): ProcessIdentity | undefined {
  const [, id, host, machine, table, started] =
    /^(\d+)@([\w.-]*)@([0-9a-f]*)@([0-9a-f]*)@(\d*)@[\w-]+~?$/.exec(name) ?? [];
  if (host === undefined || machine === undefined || table === undefined || started === undefined) return undefined;
  return { id: Number(id), host, machine, table, started };
}

/** A run that leaves takes the root with it, perhaps between the making of the two folders. */
async function makeFolder(root: string, folder: string, fs: FileSystem): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fs.mkdir(root).catch((error: unknown) => {
        if (systemErrorCode(error) !== 'EEXIST') throw error;
      });
      await requireOwnFolder(root, fs);
      await fs.mkdir(folder);
      return;
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT' || attempt === attempts) throw error;
    }
  }
}

/** Through a link, files of somebody else would be taken for those of runs. */
async function requireOwnFolder(root: string, fs: FileSystem): Promise<void> {
  if ((await fs.lstat(root)).isDirectory()) return;
  throw new WriteError(
    `${root} is a symbolic link or a file, where a run keeps a folder while it writes: move it away. Nothing was changed.`,
  );
}

/** Why what is in the workspace keeps a run from writing, and what to do; `undefined` for what a dead run has left. */
function obstacleMessage(name: string, self: ProcessIdentity, out: string): string | undefined {
  const root = join(out, workspaceName);
  const identity = identityOf(name);
  if (identity === undefined) return `${join(root, name)} was put there by no run of this version: move it away.`;
  const { id, host } = identity;
  const fate = ownFolders.has(name) ? 'running' : fateOf(identity, self);
  if (fate === 'ended' || name.endsWith(endedMark)) return undefined;
  if (fate === 'running') return `Another run is writing ${out} (process ${id}): run again when it has ended.`;
  return `Another run is writing ${out}, or was cut off (process ${id} on ${host}); which of the two cannot be told from here: if that process has ended, remove ${root} and run again.`;
}
