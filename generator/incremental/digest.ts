import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { mapBounded } from '../concurrency.js';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { programPaths } from '../installation.js';

/**
 * The digest of this program: its code, its schemas, and its package.json, which pins what it depends on.
 */
export async function digestProgram(): Promise<string> {
  return contentHash((await Promise.all(programPaths.map(digestFolder))).join());
}

/**
 * The digest of all files of a folder, by path and content.
 *
 * @param folder - A folder, or a single file.
 */
export async function digestFolder(folder: string): Promise<string> {
  const root = resolve(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => undefined);
  const paths = entries
    ?.filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort(compareText) ?? [''];
  const contents = await mapBounded(paths, (path) => readFile(join(root, path)).catch(() => Buffer.alloc(0)));
  const hash = createHash('sha256');
  for (const [index, path] of paths.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
