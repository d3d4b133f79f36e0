import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { sep } from 'node:path';
import { maxFileBytes } from '../limits.js';
import { systemErrorCode, systemErrorReason, systemErrorRemedy } from '../system-error.js';

/** Whether a real path lies below a folder. */
export function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** What a file holds, or why it cannot be read. */
export interface ReadText {
  /** As much of the text as can be shown; empty where there is none. */
  readonly text: string;
  /** Why it cannot be read, and what to do; nothing where it can. */
  readonly problem?: string;
  /** Offset in the text where the problem is. Default: 0. */
  readonly offset?: number;
}

/**
 * Reads a file of a catalog as text, without a byte order mark. Waits for it: for small files that takes a quarter of the
 * time of promises.
 *
 * @param root - Real path of the catalog's folder.
 * @param path - Absolute path of the file; a link is followed as long as it leads to a file inside the folder.
 */
export function readText(root: string, path: string): ReadText {
  let bytes: Buffer;
  try {
    const target = realpathSync.native(path);
    const problem = isInside(root, target)
      ? whyNotRead(statSync(target))
      : 'This link leads out of the catalog: put the file itself here.';
    if (problem !== undefined) return { text: '', problem };
    bytes = readFileSync(target);
  } catch (error) {
    return { text: '', problem: whyNotOpened(path, error) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return invalidText(bytes);
  }
}

function whyNotOpened(path: string, error: unknown): string {
  // A name that is no UTF-8 comes as replacement characters, by which no file is found.
  if (path.includes('\ufffd')) return 'The name of this file is not valid UTF-8: rename it.';
  if (['ENOENT', 'ELOOP'].includes(systemErrorCode(error) ?? '')) return 'This link leads nowhere: remove it.';
  return `This file cannot be opened (${systemErrorReason(error)}): ${systemErrorRemedy(error)}.`;
}

/** Looks before the file is opened: of a pipe, that would wait for the other end, which nobody may ever open. */
function whyNotRead(stats: Stats): string | undefined {
  if (stats.isDirectory()) return 'This link leads to a folder, and is not followed: put the folder itself here.';
  if (!stats.isFile())
    return 'This is no file that a text can be read from, but a pipe, a socket or a device: remove it.';
  if (stats.size <= maxFileBytes) return undefined;
  const size = Math.ceil(stats.size / 2 ** 20).toLocaleString('en-US');
  return `This file has ${size} MiB, and a file of a catalog at most ${maxFileBytes / 2 ** 20}: split it.`;
}

/** Finds the first byte that UTF-8 does not allow: there the bytes and their decoded text part. */
function invalidText(bytes: Buffer): ReadText {
  const text = bytes.toString('utf8');
  const encoded = Buffer.from(text);
  const first = bytes.findIndex((byte, index) => byte !== encoded[index]);
  const offset = bytes.subarray(0, first).toString('utf8').length;
  return { problem: 'This is not valid UTF-8: save the file as UTF-8.', text, offset };
}
