import { mkdir, open, realpath, rm } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import type { SourceFile } from '../load/source.js';
import { UsageError } from '../usage-error.js';

/**
 * Writes new files of a catalog: all of them or none, and never over one that is there.
 *
 * @param files - The files; missing folders are made.
 * @param catalog - Absolute path of the catalog, links resolved.
 * @throws {@link UsageError} if a link leads out of the catalog.
 * @throws What the operating system refuses.
 */
export async function createFiles(files: readonly SourceFile[], catalog: string): Promise<void> {
  const created: string[] = [];
  try {
    for (const { absolutePath, text } of files) {
      const folder = dirname(absolutePath);
      if (!`${await nearestFolder(folder)}${sep}`.startsWith(catalog + sep))
        throw new UsageError(`${folder} is a link out of the catalog: name another --domain.`);
      await mkdir(folder, { recursive: true });
      const file = await open(absolutePath, 'wx');
      created.push(absolutePath);
      await file.writeFile(text).finally(() => file.close());
    }
  } catch (error) {
    await Promise.all(created.map((path) => rm(path, { force: true })));
    throw error;
  }
}

/** Where a folder is, or the nearest one above it that exists, links resolved. */
async function nearestFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => nearestFolder(dirname(folder)));
}
