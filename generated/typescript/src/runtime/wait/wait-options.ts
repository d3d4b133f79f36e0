import type { CallSignal } from '../abort-signal.js';
import type { JobProgress } from '../job.js';

/** How to wait for a job. */
export interface WaitOptions {
  /** Milliseconds until the wait is given up: above 0, up to 2,147,483,647. Default: 300,000, which is 5 minutes. */
  deadline?: number | undefined;
  /** Ends the wait at once with a `RequestAbortedError`. */
  signal?: CallSignal | undefined;
  /** Told how far the worker has come, whenever that changes. What it throws ends the wait. */
  onProgress?: ((progress: JobProgress) => void) | undefined;
  /** Whether the wait alone keeps a Node process running, between its requests too. Default: `true`. */
  keepProcessAlive?: boolean | undefined;
}

/** Milliseconds that a wait takes at most, unless its options say otherwise. */
export const defaultWaitDeadline = 300_000;
