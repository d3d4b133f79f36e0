import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { programPaths } from '../installation.js';

/**
 * The digest of this program: its code, its schemas, and its package.json, which pins what it depends on.
 */
export function digestProgram(): string {
  return contentHash(programPaths.map(digestFolder).join());
}

/**
 * The digest of all files of a folder, by path and content. Reads one after the other, and waits for each: for small files
 * that is several times as fast as asking for many at once.
 *
 * @param folder - A folder, or a single file.
 */
export function digestFolder(folder: string): string {
  const root = resolve(folder);
  const hash = createHash('sha256');
  for (const path of filesIn(root)) {
    const content = contentOf(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
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

/** Nothing of what is no file: a pipe would wait for its other end. */
function contentOf(path: string): Uint8Array {
  try {
    return statSync(path).isFile() ? readFileSync(path) : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
