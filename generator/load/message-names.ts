import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import { isCatalogName } from '../names.js';

/**
 * The names of a catalog's messages, sorted, by the names of their files: nothing is read, so that a shell can ask while
 * someone types.
 *
 * @param folder - The catalog's folder; one that is missing has no messages.
 */
export async function messageNames(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'messages'), { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => !entry.isDirectory() && /\.(?:yaml|yml|json)$/.test(entry.name))
    .map((entry) => parse(entry.name).name)
    .filter(isCatalogName);
  return [...new Set(names)].sort(compareText);
}
