import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { programPaths } from '../installation.js';
import { isInside, realPath } from '../load/read-text.js';
import { readWithoutFollowing } from '../open-flags.js';
import { systemErrorCode } from '../system-error.js';

/**
 * The digest of this program: its code, its schemas, and its package.json, which pins what it depends on.
 */
export function digestProgram(): string {
  return contentHash(programPaths.map((path) => digestFolder(path)).join());
}

/**
 * The digest of all files of a folder, by path and content. What is no file counts by its kind, and a link out of the
 * folder by its text: neither is ever read. Reads one after the other, and waits for each: for small files that is several
 * times as fast as asking for many at once.
 *
 * @param folder - A folder, or a single file, or nothing at all.
 * @param within - Links may lead to files inside this folder. Default: the folder itself.
 */
export function digestFolder(folder: string, within: string = folder): string {
  const root = resolve(folder);
  const real = realPath(within) ?? within;
  return contentHash(
    filesIn(root)
      .map((path) => `${path}\0${digestFile(join(root, path), real)}\0`)
      .join(''),
  );
}

/** Bytes that are read of a file; a larger one counts by its size and the time of its last change. */
const mostBytes = 1024 * 1024;

function digestFile(path: string, within: string): string {
  let file: number;
  try {
    file = openSync(path, readWithoutFollowing);
  } catch (error) {
    const code = systemErrorCode(error);
    return code === 'ELOOP' ? digestLink(path, within) : String(code);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return `mode ${stats.mode}`;
    if (stats.size > mostBytes) return `${stats.size} bytes of ${stats.mtimeMs}`;
    return contentHash(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

/** A link is followed only where it leads into the folder. */
function digestLink(path: string, within: string): string {
  const target = realPath(path);
  if (target !== undefined && isInside(within, target)) return digestFile(target, within);
  try {
    return `link ${readlinkSync(path)}`;
  } catch (error) {
    return String(systemErrorCode(error));
  }
}

/** Paths of the files in a folder, sorted; the empty path for what is no folder. */
function filesIn(root: string): string[] {
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort(compareText);
  } catch {
    return [''];
  }
}
