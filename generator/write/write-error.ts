import { dirname } from 'node:path';
import { systemErrorCode, systemErrorPath, systemErrorReason, systemErrorTarget } from '../system-error.js';

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

type Reason = (attempt: WriteAttempt, error: unknown) => string;

const reasons: Readonly<Record<string, Reason>> = {
  ENOSPC: ({ where }) => `There is no space left on the disk of ${where}: make room, then run again.`,
  EDQUOT: ({ where }) => `Your quota on the disk of ${where} is used up: make room, then run again.`,
  EFBIG: ({ where }) => `A file of ${where} is larger than allowed: raise the limit (ulimit -f), then run again.`,
  EROFS: ({ where, instead }) => `${where} is on a read-only file system: ${instead}.`,
  EACCES: (attempt, error) => mayNotBeWritten({ ...attempt, where: refusingFolder(error) ?? attempt.where }),
  EPERM: mayNotBeWritten,
  ENOENT: hasNoPlace(
    (folder, { instead }) => `${folder} cannot be made, as the folder above it takes none: ${instead}.`,
  ),
  ENOTDIR: hasNoPlace((folder, { instead }) => `${folder} is no folder: ${instead}.`),
  EEXIST: hasNoPlace((folder, { instead }) => `${folder} is no folder: ${instead}.`),
  EXDEV: ({ where, instead }) =>
    `${where} is on another file system than the folder that it is in, and no file can be renamed into it: ${instead}.`,
  EISDIR: changedMeanwhile,
  ENOTEMPTY: changedMeanwhile,
};

function mayNotBeWritten({ where, instead }: WriteAttempt): string {
  return `${where} may not be written: change its permissions, or ${instead}.`;
}

/** The folder whose permissions refuse to take a name, or to give one up; `undefined` where it is no name that was refused. */
function refusingFolder(error: unknown): string | undefined {
  const path = isOf(error, ['mkdir', 'open', 'rename', 'rm', 'rmdir', 'unlink']) ? systemErrorTarget(error) : undefined;
  return path && dirname(path);
}

/** The folder that could not be made, which may be one above; in what was found in order, something else is amiss. */
function hasNoPlace(tell: (folder: string, attempt: WriteAttempt) => string): Reason {
  return (attempt, error) =>
    isOf(error, ['mkdir']) ? tell(systemErrorPath(error) ?? attempt.where, attempt) : changedMeanwhile(attempt);
}

function changedMeanwhile({ where }: WriteAttempt): string {
  return `Another program has changed ${where} meanwhile: run again.`;
}

function isOf(error: unknown, calls: readonly string[]): boolean {
  return error instanceof Error && 'syscall' in error && calls.includes(String(error.syscall));
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
  const reason =
    reasons[code]?.(attempt, error) ?? `${where} cannot be written (${systemErrorReason(error)}): ${instead}.`;
  return new WriteError(`${reason} ${state}`, { cause: error });
}
