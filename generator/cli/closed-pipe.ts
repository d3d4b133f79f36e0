import type { Writable } from 'node:stream';

/**
 * Ends a program quietly when nobody reads what it writes any more, as in `worker-codegen list | head`.
 *
 * @param stream - Standard output or standard error.
 * @param end - Ends the program.
 */
export function endWithReader(stream: Writable, end: () => void): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    end();
  });
}
