import { systemErrorCode } from '../system-error.js';

/** The output cannot be written, or not in full; the message says why, what was done and what to do. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

const reasons: Readonly<Record<string, (where: string) => string>> = {
  ENOSPC: (where) => `There is no space left on the disk of ${where}: make room, then run again.`,
  EDQUOT: (where) => `Your quota on the disk of ${where} is used up: make room, then run again.`,
  EROFS: (where) => `${where} is on a read-only file system: choose another folder with --out.`,
  EACCES: (where) => `${where} may not be written: change its permissions, or choose another folder with --out.`,
  EPERM: (where) => `${where} may not be written: change its permissions, or choose another folder with --out.`,
  ENOENT: (where) => `${where} cannot be made: the folder above it is read-only or gone.`,
  ENOTDIR: (where) => `${where} is no folder: choose another with --out.`,
  EEXIST: (where) => `${where} is no folder: choose another with --out.`,
};

/**
 * Puts what the operating system refuses into words; any other error is given back as it is.
 *
 * @param error - What was thrown.
 * @param out - The output folder.
 * @param hasStarted - Whether files of the output may have changed already.
 */
export function asWriteError(error: unknown, out: string, hasStarted: boolean): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  const reason = reasons[code]?.(out) ?? `${out} cannot be written: ${(error as Error).message}.`;
  const state = hasStarted
    ? 'Some files are new and some are old, each of them whole: the next run completes the output.'
    : 'Nothing was changed.';
  return new WriteError(`${reason} ${state}`, { cause: error });
}
