import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { compareText } from '../diagnostics/diagnostic.js';
import { isCatalogName } from '../names.js';
import { readName } from './catalog-parts.js';

/** The names of messages, sorted, by those of their files: nothing is read, so that a shell can ask while one types. */
export async function messageNames(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'messages'), { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => !entry.isDirectory() && readName.test(entry.name))
    .map((entry) => parse(entry.name).name)
    .filter(isCatalogName);
  return [...new Set(names)].sort(compareText);
}
