import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import { catalogFolders } from './catalog-parts.js';
import { mayHoldParts, type CatalogEntry } from './ignored-files.js';

/** So much of what lies beside the folders of a catalog is looked at: it may be a whole project. */
const mostFolders = 200;

/**
 * Lists what is in a catalog's folder, and in the folders beside those that are read: by name, as nothing of it is opened.
 * No link is followed.
 *
 * @param root - The catalog's folder.
 * @param entries - What is in it.
 */
export async function entriesBeside(root: string, entries: readonly Dirent[]): Promise<CatalogEntry[]> {
  const found = entriesOf('', entries);
  let folders = 0;
  // Grows meanwhile: folders of folders come last.
  for (const { path, isFolder } of found) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!isFolder || !mayHoldParts(name) || catalogFolders.some((folder) => folder === path)) continue;
    folders += 1;
    if (folders > mostFolders) break;
    // What cannot be listed would not be read either.
    found.push(...entriesOf(`${path}/`, await readdir(join(root, path), { withFileTypes: true }).catch(() => [])));
  }
  return found;
}

function entriesOf(before: string, entries: readonly Dirent[]): CatalogEntry[] {
  return entries
    .map((entry) => ({ path: before + entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => compareText(a.path, b.path));
}
