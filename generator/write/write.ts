import { dirname, join } from 'node:path';
import type { RenderedFile } from '../render/rendered-file.js';
import { systemErrorPath } from '../system-error.js';
import { apply, isManifest } from './apply.js';
import type { Change, WriteResult } from './change.js';
import { deferSignals } from './defer-signals.js';
import { OutputFolder } from './existing-file.js';
import { nodeFileSystem, removeFolders, type FileSystem } from './file-system.js';
import { acquireLock } from './lock.js';
import { planOutput } from './plan.js';
import { asWriteError } from './write-error.js';

const instead = 'choose another folder with --out';
const cutOff = 'Some files are new and some are old, each of them whole: the next run completes the output.';

/**
 * Makes an output folder hold some files, and no others that the generator once wrote. Whatever is new is written beside the
 * output first, so that a full disk is met before anything has changed; then file by file is renamed into place, and the
 * manifests last: a run that was cut off is completed by the next. What did not come from the generator is moved aside,
 * under its name with `.orig` behind.
 *
 * @throws {@link WriteError} if the output cannot be written, or another run is writing it.
 */
export function write(files: readonly RenderedFile[], out: string, fs = nodeFileSystem): Promise<WriteResult> {
  return deferSignals(() => writeAll(files, out, fs));
}

async function writeAll(files: readonly RenderedFile[], out: string, fs: FileSystem): Promise<WriteResult> {
  let hasStarted = false;
  let made: string | undefined;
  try {
    made = await fs.mkdir(out);
    const lock = await acquireLock(out, fs);
    try {
      const plan = await planOutput(files, new OutputFolder(out, fs), lock.abandoned);
      const staged = await stage(plan.changes, lock.folder, fs);
      hasStarted = plan.changes.length > 0;
      const kept = await apply(plan.changes, staged, out, fs);
      await lock.release();
      return { ...plan, kept };
    } catch (error) {
      await (hasStarted ? lock.abandon() : lock.release());
      throw error;
    }
  } catch (error) {
    if (!hasStarted && made !== undefined) await removeFolders(out, made, fs);
    const where = (hasStarted && systemErrorPath(error)) || out;
    throw asWriteError(error, { where, instead, ...(hasStarted ? { state: cutOff } : {}) });
  }
}

/** Writes all new contents into the run's folder; a manifest under its target's name, where the next run looks for it. */
async function stage(changes: readonly Change[], folder: string, fs: FileSystem): Promise<Map<Change, string>> {
  const files = new Map<Change, string>();
  for (const change of changes) {
    if (change.after === undefined) continue;
    const file = join(folder, isManifest(change) ? dirname(change.path) : `${files.size}.new`);
    await fs.writeFile(file, change.after);
    files.set(change, file);
  }
  return files;
}
