import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { contentHash } from '../content-hash.js';
import { readWithoutWaiting } from '../open-flags.js';
import { replaceFile } from '../write/replace-file.js';

/**
 * Reads a value that {@link writeSealed} kept.
 *
 * @param file - Path of the file.
 * @param version - Of what made the value; that of another version is not taken.
 * @returns The value; `undefined` where there is none, or it is not whole.
 */
export async function readSealed(file: string, version: string): Promise<unknown> {
  const content = await readFile(file, { encoding: 'utf8', flag: readWithoutWaiting }).catch(() => '');
  const lineEnd = content.indexOf('\n');
  const body = content.slice(lineEnd + 1);
  return lineEnd > 0 && content.slice(0, lineEnd) === seal(body, version) ? (JSON.parse(body) as unknown) : undefined;
}

/**
 * Keeps a value under a seal: the hash of its content and of the version of what made it. What cannot be kept costs the
 * next run its shortcut, nothing else.
 *
 * @param file - Path of the file; its folder is made.
 * @param version - Of what made the value.
 * @param value - Plain JSON data.
 */
export async function writeSealed(file: string, version: string, value: unknown): Promise<void> {
  const body = JSON.stringify(value);
  await mkdir(dirname(file), { recursive: true })
    .then(() => replaceFile(file, `${seal(body, version)}\n${body}`))
    .catch(() => undefined);
}

function seal(body: string, version: string): string {
  return contentHash(`${version}\n${body}`);
}
