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
  /** What is on the disk now, as a sentence. Default: nothing was changed. */
  readonly state?: string;
}

/** Puts what the operating system refuses into words; any other error is given back as it is. */
export function asWriteError(error: unknown, attempt: WriteAttempt): unknown {
  if (systemErrorCode(error) === undefined) return error;
  return new WriteError(`${reason(error, attempt)} ${attempt.state ?? 'Nothing was changed.'}`, { cause: error });
}

function reason(error: unknown, { where, instead }: WriteAttempt): string {
  const call = error instanceof Error && 'syscall' in error ? String(error.syscall) : '';
  switch (systemErrorCode(error)) {
    case 'ENOSPC':
      return `There is no space left on the disk of ${where}: make room, then run again.`;
    case 'EROFS':
      return `${where} is on a read-only file system: ${instead}.`;
    case 'EACCES':
    case 'EPERM':
      return `${refusingFolder(error, call) ?? where} may not be written: change its permissions, or ${instead}.`;
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOTEMPTY':
      if (call === 'mkdir') return `${systemErrorPath(error)} cannot be made, as a file is in its way: ${instead}.`;
      return `Another program has changed ${where} meanwhile: run again.`;
    default:
      return `${where} cannot be written (${systemErrorReason(error)}): ${instead}.`;
  }
}

/** The folder whose permissions refuse to take a name, or to give one up; `undefined` where it is no name that was refused. */
function refusingFolder(error: unknown, call: string): string | undefined {
  const path = ['mkdir', 'open', 'rename', 'rm', 'rmdir', 'unlink'].includes(call) && systemErrorTarget(error);
  return path ? dirname(path) : undefined;
}
