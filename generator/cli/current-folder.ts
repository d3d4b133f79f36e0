import { systemErrorCode } from '../system-error.js';
import { UsageError } from '../usage-error.js';

/**
 * The folder that the user is in.
 *
 * @throws {@link UsageError} if it has been removed.
 */
export function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
    throw new UsageError('The current folder is gone: change to one that exists.');
  }
}
