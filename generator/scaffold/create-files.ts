import { mkdir, open, realpath, rm, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import type { SourceFile } from '../load/source.js';
import { systemErrorCode, systemErrorPath } from '../system-error.js';
import { UsageError } from '../usage-error.js';
import { deferSignals } from '../write/defer-signals.js';
import { removeFolders } from '../write/file-system.js';
import { asWriteError } from '../write/write-error.js';

/**
 * Writes new files of a catalog: all of them or none, and never over one that is there.
 *
 * @param files - The files; missing folders are made.
 * @param catalog - Absolute path of the catalog, links resolved.
 * @throws {@link UsageError} if something else stands in the place of a file or folder, or a link leads out of the catalog.
 * @throws {@link WriteError} if the operating system refuses.
 */
export function createFiles(files: readonly SourceFile[], catalog: string): Promise<void> {
  return deferSignals(() => createAll(files, catalog));
}

async function createAll(files: readonly SourceFile[], catalog: string): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const file of files) await createFile(file, catalog, undo);
  } catch (error) {
    // What cannot be taken back would hide why.
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    throw error;
  }
}

async function createFile(
  { absolutePath, text }: SourceFile,
  catalog: string,
  undo: (() => Promise<void>)[],
): Promise<void> {
  const folder = dirname(absolutePath);
  await requireFolder(folder, catalog);
  try {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) undo.push(() => removeFolders(folder, made));
    const file = await open(absolutePath, 'wx');
    undo.push(() => rm(absolutePath, { force: true }));
    await file.writeFile(text).finally(() => file.close());
  } catch (error) {
    const where = systemErrorPath(error) ?? absolutePath;
    if (systemErrorCode(error) === 'EEXIST') throw new UsageError(`${where} is there already: move it away first.`);
    throw asWriteError(error, { where, instead: 'choose another folder with --domain' });
  }
}

/** Makes sure that a folder is in the catalog, or can be made there. */
async function requireFolder(folder: string, catalog: string): Promise<void> {
  const nearest = await nearestPlace(folder);
  if (!`${nearest}${sep}`.startsWith(catalog + sep))
    throw new UsageError(`${folder} is a link out of the catalog: name another --domain.`);
  if (!(await stat(nearest)).isDirectory())
    throw new UsageError(`${nearest} is no folder, and the message would go into one there: name another --domain.`);
}

/** Where a path is, or the nearest one above it that exists, links resolved. */
async function nearestPlace(path: string): Promise<string> {
  return realpath(path).catch(() => nearestPlace(dirname(path)));
}
