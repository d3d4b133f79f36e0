import { systemErrorCode, systemErrorReason, systemErrorPath } from '../system-error.js';

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
  /** What is on the disk now, as a sentence. Default: nothing was changed. */
  readonly state?: string;
}

/** Puts what the operating system refuses into words; any other error is given back as it is. */
export function asWriteError(error: unknown, attempt: WriteAttempt): unknown {
  if (systemErrorCode(error) === undefined) return error;
  return new WriteError(`${reason(error, attempt)} ${attempt.state ?? 'Nothing was changed.'}`, { cause: error });
}

/** What refuses a place that another program has changed since it was looked at. */
const changedCodes = ['ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOTEMPTY'];

function reason(error: unknown, { where, instead }: WriteAttempt): string {
  const code = systemErrorCode(error) ?? '';
  const isMakingFolder = error instanceof Error && 'syscall' in error && error.syscall === 'mkdir';
  const path = systemErrorPath(error) ?? where;
  if (code === 'ENOSPC') return `There is no space left on the disk of ${where}: make room, then run again.`;
  if (code === 'EACCES' || code === 'EPERM')
    return `${path} may not be written: change its permissions or those of its folder, or ${instead}.`;
  if (isMakingFolder && (code === 'EEXIST' || code === 'ENOTDIR'))
    return `${path} cannot be made, as a file is in its way: ${instead}.`;
  if (!isMakingFolder && changedCodes.includes(code))
    return `Another program has changed ${where} meanwhile: run again.`;
  return `${where} cannot be written (${systemErrorReason(error)}): ${instead}.`;
}
