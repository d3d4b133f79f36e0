import { open, realpath, rm, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import type { SourceFile } from '../load/source.js';
import { systemErrorCode, systemErrorPath } from '../system-error.js';
import { UsageError } from '../usage-error.js';
import { deferSignals } from '../write/defer-signals.js';
import { makeFolder, removeFolders } from '../write/file-system.js';
import { asWriteError } from '../write/write-error.js';

/**
 * Writes new files, and folders that are missing: all of them or none, and never over one that is there.
 *
 * @param root - Absolute path of the folder that they all go into, links resolved.
 * @throws {@link UsageError} if something else stands in the place of a file or folder, or a link leads out of `root`.
 * @throws {@link WriteError} if the operating system refuses.
 */
export function createFiles(files: readonly SourceFile[], root: string): Promise<void> {
  return deferSignals(() => createAll(files, root));
}

async function createAll(files: readonly SourceFile[], root: string): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const file of files) await createFile(file, root, undo);
  } catch (error) {
    // An error while undoing would hide the first one.
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw error;
  }
}

async function createFile(
  { absolutePath, text }: SourceFile,
  root: string,
  undo: (() => Promise<void>)[],
): Promise<void> {
  const folder = dirname(absolutePath);
  await requireFolder(folder, root);
  try {
    const made = makeFolder(folder);
    if (made !== undefined) undo.push(() => removeFolders(folder, made));
    const file = await open(absolutePath, 'wx');
    undo.push(() => rm(absolutePath, { force: true }));
    await file.writeFile(text).finally(() => file.close());
  } catch (error) {
    const where = systemErrorPath(error) ?? absolutePath;
    if (systemErrorCode(error) === 'EEXIST') throw new UsageError(`${where} is there already: move it away first.`);
    throw asWriteError(error, { where, instead: 'choose another folder' });
  }
}

/** Makes sure that a folder is in another, or can be made there. */
async function requireFolder(folder: string, root: string): Promise<void> {
  const nearest = await nearestPlace(folder);
  if (!`${nearest}${sep}`.startsWith(root + sep))
    throw new UsageError(`${folder} is a link out of ${root}: put the folder itself there, or choose another.`);
  if (!(await stat(nearest)).isDirectory())
    throw new UsageError(
      `${nearest} is no folder, and a file would go into one there: move it away, or choose another folder.`,
    );
}

/** Where a path is, or the nearest one above it that exists, links resolved. */
async function nearestPlace(path: string): Promise<string> {
  return realpath(path).catch(() => nearestPlace(dirname(path)));
}
