import { onAbort, type CallSignal } from '../abort-signal.js';
import { excerpt } from '../delivery/reason.js';
import { RequestAbortedError, WorkerClientError } from '../errors/index.js';
import type { JobProgress } from '../job.js';
import type { Redactor } from '../redact.js';
import type { Clock } from '../time/clock.js';
import { delay, unref } from '../time/delay.js';
import {
  checkIdentity,
  deadlineExceeded,
  isCompleted,
  surviveFailure,
  type AnyJob,
  type Sightings,
} from './outcome.js';
import { defaultWaitDeadline, type WaitOptions } from './wait-options.js';

/** What polling goes by. */
export interface PollContext {
  /** Reads the job, once. */
  readonly read: (jobId: string, signal: CallSignal) => Promise<AnyJob>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly redactor: Redactor;
}

/**
 * Reads a job again and again until it has ended.
 *
 * @param jobId - Id of the job.
 * @param messageType - Type of the message whose enqueue made the job; `undefined` where only an id is known.
 * @param options - How to wait.
 * @param context - What polling goes by.
 * @returns The job, completed.
 * @throws {@link JobFailedError} if it failed for good.
 * @throws {@link JobRemovedError} if it existed and is gone.
 * @throws {@link JobNotFoundError} if the backend did not know it for 5 seconds.
 * @throws {@link DeadlineExceededError} if it had not ended by the deadline.
 * @throws {@link RequestAbortedError} when the caller's signal fires.
 * @throws {@link WorkerClientError} for an answer that asking again would not change, such as a refused key.
 */
export async function pollUntilFinished(
  jobId: string,
  messageType: string | undefined,
  options: WaitOptions,
  context: PollContext,
): Promise<AnyJob> {
  const { clock, random, redactor } = context;
  const { deadline = defaultWaitDeadline, signal, onProgress, keepProcessAlive = true } = options;
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = clock.setTimeout(stop, deadline);
  if (!keepProcessAlive) unref(timer);
  if (signal?.aborted === true) stop();
  const unsubscribe = signal && onAbort(signal, stop);

  const sightings: Sightings = { messageType, state: undefined, missingSince: undefined };
  const tell = progressTeller(onProgress);
  let failure: WorkerClientError | undefined;
  try {
    for (let poll = 1; !controller.signal.aborted; poll += 1) {
      const seen = await context.read(jobId, controller.signal).catch(asFailure);
      if (seen instanceof WorkerClientError) {
        if (controller.signal.aborted) break;
        surviveFailure(seen, jobId, sightings, clock.now());
        failure = seen;
      } else {
        checkIdentity(seen, sightings);
        if (isCompleted(seen, redactor)) return seen;
        sightings.state = seen.state;
        failure = undefined;
        tell(seen.progress);
      }
      // Not beyond the deadline, which ends the pause: timers hold no more than 24.8 days.
      const pause = Math.min(deadline, Math.max(pollDelay(poll, random), failure?.retryAfter ?? 0));
      await delay(pause, { clock, signal: controller.signal, keepsProcessAlive: keepProcessAlive });
    }
    throw signal?.aborted === true
      ? new RequestAbortedError(`Wait aborted for job ${excerpt(jobId)}.`, { jobId, cause: signal.reason })
      : deadlineExceeded(jobId, deadline, sightings.state, failure);
  } finally {
    clock.clearTimeout(timer);
    unsubscribe?.();
  }
}

/** From a quarter of a second up to five, spread over the upper half, so that waits that began together drift apart. */
function pollDelay(poll: number, random: () => number): number {
  return Math.min(5_000, 250 * 1.5 ** (poll - 1)) * (0.5 + random() / 2);
}

function asFailure(error: unknown): WorkerClientError {
  if (error instanceof WorkerClientError) return error;
  throw error;
}

/** Tells progress where it differs from what was told last. */
function progressTeller(onProgress: WaitOptions['onProgress']): (progress: JobProgress | undefined) => void {
  let told: string | undefined;
  return (progress) => {
    if (onProgress === undefined || progress === undefined || progress === null) return;
    const text = JSON.stringify(progress);
    if (text !== told) onProgress(progress);
    told = text;
  };
}
