import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { readWithoutFollowing } from '../open-flags.js';

/** Bytes of a file that is read to find out whether it changed; catalogs and templates have none as large. */
const maxBytes = 1024 * 1024;

/**
 * A digest of files, by path and content. Files are read one after the other, which for small ones is several times as fast
 * as asking for many at once.
 *
 * @param paths - Files, and folders that are looked through to any depth; one that is missing counts as such.
 * @returns `undefined` where a link, a pipe, a device or a huge file is among them, or one cannot be read: then nobody knows
 *   whether anything changed.
 */
export function inputDigest(paths: readonly string[]): string | undefined {
  const entries: string[] = [];
  for (const file of paths.flatMap(filesIn)) {
    const hash = fileHash(file);
    if (hash === undefined) return undefined;
    entries.push(`${file}\0${hash}\0`);
  }
  return contentHash(entries.join(''));
}

function filesIn(path: string): string[] {
  try {
    if (!lstatSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(compareText);
  } catch {
    return [path];
  }
}

function fileHash(path: string): string | undefined {
  let file: number;
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return 'missing';
    file = openSync(path, readWithoutFollowing);
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(file);
    return stats.isFile() && stats.size <= maxBytes ? contentHash(readFileSync(file)) : undefined;
  } finally {
    closeSync(file);
  }
}
