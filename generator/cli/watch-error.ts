import { systemErrorCode } from '../system-error.js';
import { UsageError } from '../usage-error.js';

/**
 * Puts into words that the operating system watches no more files; any other error is given back as it is.
 *
 * @param error - What watching told.
 */
export function asWatchError(error: unknown): unknown {
  const code = systemErrorCode(error);
  // inotify(7): the limit of watched files is told as a full disk, that of watchers as too many open files.
  const limits: Readonly<Record<string, string>> = {
    ENOSPC: 'fs.inotify.max_user_watches',
    EMFILE: 'fs.inotify.max_user_instances, or the limit of open files (ulimit -n)',
  };
  const limit = code === undefined ? undefined : limits[code];
  const isWatching = error instanceof Error && 'syscall' in error && error.syscall === 'watch';
  if (!isWatching || limit === undefined) return error;
  return new UsageError(`The system watches no more files for you: raise ${limit}, or end other watching programs.`);
}
