import type { Writable } from 'node:stream';
import { systemErrorReason } from '../system-error.js';

/**
 * Ends a program when what it writes goes nowhere: quietly when nobody reads it any more, as in `worker-codegen list |
 * head`; otherwise, as on a full disk, with the reason.
 *
 * @param stream - Standard output or standard error.
 * @param end - Ends the program; gets the reason, where one is to be told.
 */
export function endWithReader(stream: Writable, end: (reason?: string) => void): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') end();
    else end(`What the command tells cannot be written: ${systemErrorReason(error)}.`);
  });
}
