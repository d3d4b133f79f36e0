import { onAbort, type CallSignal } from '../abort-signal.js';
import { RequestAbortedError } from '../errors/index.js';

/** Lets a limited number of tasks run at once; the others queue, first come, first served. */
export class Limiter {
  #free: number;
  readonly #queue = new Set<() => void>();

  /** @param limit - Most tasks at once. */
  constructor(limit: number) {
    this.#free = limit;
  }

  /**
   * Runs a task when its turn comes.
   *
   * @param task - The task.
   * @param signal - Gives the place in the queue up.
   * @throws {@link RequestAbortedError} if the signal fires before the task's turn.
   * @throws Whatever the task throws.
   */
  async run<Result>(task: () => Promise<Result>, signal: CallSignal): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(signal);
    try {
      return await task();
    } finally {
      this.#release();
    }
  }

  #turn(signal: CallSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const aborted = (): RequestAbortedError =>
        new RequestAbortedError('Aborted while queueing.', { cause: signal.reason });
      if (signal.aborted) return reject(aborted());
      const proceed = (): void => {
        unsubscribe();
        resolve();
      };
      this.#queue.add(proceed);
      const unsubscribe = onAbort(signal, () => {
        this.#queue.delete(proceed);
        reject(aborted());
      });
    });
  }

  /** Hands the place to the next in the queue. */
  #release(): void {
    const [next] = this.#queue;
    if (next === undefined) this.#free += 1;
    else {
      this.#queue.delete(next);
      next();
    }
  }
}
