import { constants } from 'node:fs';
import { open, readdir, readlink, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { mapBounded } from '../concurrency.js';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { programPaths } from '../installation.js';
import { isInside } from '../load/read-text.js';
import { systemErrorCode } from '../system-error.js';

/**
 * The digest of this program: its code, its schemas, and its package.json, which pins what it depends on.
 */
export async function digestProgram(): Promise<string> {
  return contentHash((await Promise.all(programPaths.map((path) => digestFolder(path)))).join());
}

/**
 * The digest of all files of a folder, by path and content. What is no file counts by its kind, and a link out of the
 * folder by its text: neither is ever read.
 *
 * @param folder - A folder, or a single file, or nothing at all.
 * @param within - Links may lead to files inside this folder. Default: the folder itself.
 */
export async function digestFolder(folder: string, within: string = folder): Promise<string> {
  const root = resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => undefined);
  const paths = entries
    ?.filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText) ?? [''];
  const real = await realpath(within).catch(() => within);
  const hashes = await mapBounded(paths, (path) => digestFile(join(root, path), real));
  return contentHash(paths.map((path, index) => `${path}\0${hashes[index]}\0`).join(''));
}

/** Bytes that are read of a file; a larger one counts by its size and the time of its last change. */
const mostBytes = 1024 * 1024;

/** Links are followed only where they lead into the folder; a pipe is opened without waiting for its other end. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

async function digestFile(path: string, within: string): Promise<string> {
  const file = await open(path, flags).catch((error: unknown) => String(systemErrorCode(error)));
  if (typeof file === 'string') return file === 'ELOOP' ? digestLink(path, within) : file;
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return `mode ${stats.mode}`;
    if (stats.size > mostBytes) return `${stats.size} bytes of ${stats.mtimeMs}`;
    return contentHash(await file.readFile());
  } finally {
    await file.close();
  }
}

async function digestLink(path: string, within: string): Promise<string> {
  const target = await realpath(path).catch(() => '');
  return isInside(within, target) ? digestFile(target, within) : `link ${await readlink(path).catch(() => '')}`;
}
