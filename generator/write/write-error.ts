import { systemErrorCode, systemErrorReason } from '../system-error.js';

/** Files cannot be written, or not in full; the message says why, what was done and what to do. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** What was being written, and what can be done about it. */
export interface WriteAttempt {
  /** Path of the file or folder. */
  readonly where: string;
  /** What to do where it cannot be written, such as `choose another folder with --out`. */
  readonly instead: string;
  /** What stands on the disk now, as a sentence. Default: nothing was changed. */
  readonly state?: string;
}

const reasons: Readonly<Record<string, (attempt: WriteAttempt) => string>> = {
  ENOSPC: ({ where }) => `There is no space left on the disk of ${where}: make room, then run again.`,
  EDQUOT: ({ where }) => `Your quota on the disk of ${where} is used up: make room, then run again.`,
  EROFS: ({ where, instead }) => `${where} is on a read-only file system: ${instead}.`,
  EACCES: mayNotBeWritten,
  EPERM: mayNotBeWritten,
  ENOENT: ({ where }) => `${where} cannot be made: the folder above it is read-only or gone.`,
  ENOTDIR: ({ where, instead }) => `${where} is no folder: ${instead}.`,
  EEXIST: ({ where, instead }) => `${where} is no folder: ${instead}.`,
};

function mayNotBeWritten({ where, instead }: WriteAttempt): string {
  return `${where} may not be written: change its permissions, or ${instead}.`;
}

/**
 * Puts what the operating system refuses into words; any other error is given back as it is.
 *
 * @param error - What was thrown.
 * @param attempt - What was tried.
 */
export function asWriteError(error: unknown, attempt: WriteAttempt): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  const { where, instead, state = 'Nothing was changed.' } = attempt;
  const reason = reasons[code]?.(attempt) ?? `${where} cannot be written (${systemErrorReason(error)}): ${instead}.`;
  return new WriteError(`${reason} ${state}`, { cause: error });
}
