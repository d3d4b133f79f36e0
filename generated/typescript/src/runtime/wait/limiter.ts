import { onAbort, type CallSignal } from '../abort-signal.js';
import { RequestAbortedError } from '../errors/index.js';

/**
 * Runs a task when its turn comes.
 *
 * @param task - The task.
 * @param signal - Gives the place in the queue up.
 * @throws {@link RequestAbortedError} if the signal fires before the task's turn.
 * @throws Whatever the task throws.
 */
export type Limiter = <Result>(task: () => Promise<Result>, signal: CallSignal) => Promise<Result>;

/**
 * Lets a limited number of tasks run at once; the others queue, first come, first served.
 *
 * @param limit - Most tasks at once.
 */
export function createLimiter(limit: number): Limiter {
  let free = limit;
  const queue = new Set<() => void>();
  const turn = (signal: CallSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const abort = (): void => reject(new RequestAbortedError('Aborted while queueing.', { cause: signal.reason }));
      if (signal.aborted) return abort();
      const proceed = (): void => {
        unsubscribe();
        resolve();
      };
      queue.add(proceed);
      const unsubscribe = onAbort(signal, () => {
        queue.delete(proceed);
        abort();
      });
    });
  return async (task, signal) => {
    if (free > 0) free -= 1;
    else await turn(signal);
    try {
      return await task();
    } finally {
      // The place is for the next in the queue.
      const [next = () => void (free += 1)] = queue;
      queue.delete(next);
      next();
    }
  };
}
