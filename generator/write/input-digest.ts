import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../content-hash.js';
import { compareText } from '../diagnostics/diagnostic.js';
import { maxFileBytes } from '../limits.js';

/**
 * A digest of files, by path and content.
 *
 * @param paths - Files, and folders that are looked through to any depth; one that is missing counts as such.
 * @returns `undefined` where a link, a pipe, a device or a huge file is among them, or one cannot be read: then it is unknown
 *   whether anything changed.
 */
export function inputDigest(paths: readonly string[]): string | undefined {
  try {
    const hashes = paths.flatMap(filesIn).map((file) => [file, fileHash(file)]);
    return hashes.some(([, hash]) => hash === undefined) ? undefined : contentHash(JSON.stringify(hashes));
  } catch {
    return undefined;
  }
}

/** Installed packages are left out: what a folder is made of names their versions. */
function filesIn(path: string): string[] {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .sort(compareText)
    .flatMap((name) => filesIn(join(path, name)));
}

function fileHash(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'missing';
  return stats.isFile() && stats.size <= maxFileBytes ? contentHash(readFileSync(path)) : undefined;
}
