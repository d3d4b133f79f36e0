import type { CallSignal } from '../abort-signal.js';
import {
  DeadlineExceededError,
  HttpError,
  InvalidResponseError,
  ConnectionError,
  JobFailedError,
  JobNotFoundError,
  JobRemovedError,
  RequestAbortedError,
  TimeoutError,
  WorkerClientError,
} from '../errors/index.js';
import type { JobSnapshot } from '../job.js';
import type { Clock } from '../time/clock.js';
import { delay, unref } from '../time/delay.js';
import { defaultWaitDeadline, type WaitOptions } from './wait-options.js';

/** A job of any message. */
export type AnyJob = JobSnapshot<{ [key: string]: unknown }>;

/** What polling goes by. */
export interface PollContext {
  /** Reads the job, once. */
  readonly read: (jobId: string, signal: CallSignal) => Promise<AnyJob>;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Milliseconds for which a job that the backend does not know may still appear. */
const gracePeriod = 5_000;

/**
 * Reads a job again and again until it has ended.
 *
 * @param jobId - Id of the job.
 * @param wasEnqueued - Whether the backend itself named the job: it existed then, whatever is read now.
 * @param options - How to wait.
 * @param context - What polling goes by.
 * @returns The job, completed.
 * @throws {@link JobFailedError} if it failed for good.
 * @throws {@link JobRemovedError} if it existed and is gone.
 * @throws {@link JobNotFoundError} if it did not appear within 5 seconds.
 * @throws {@link DeadlineExceededError} if it had not ended by the deadline.
 * @throws {@link RequestAbortedError} when the caller's signal fires.
 * @throws {@link WorkerClientError} for an answer that asking again would not change, such as a refused key.
 */
export async function pollUntilFinished(
  jobId: string,
  wasEnqueued: boolean,
  options: WaitOptions,
  context: PollContext,
): Promise<AnyJob> {
  const { clock, random } = context;
  const { deadline = defaultWaitDeadline, signal, onProgress, keepProcessAlive = true } = options;
  const start = clock.now();
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = clock.setTimeout(stop, deadline);
  if (!keepProcessAlive) unref(timer);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();

  let state: string | undefined;
  let failure: WorkerClientError | undefined;
  let progress = '';
  try {
    for (let poll = 1; !controller.signal.aborted; poll += 1) {
      const seen = await context.read(jobId, controller.signal).catch(asFailure);
      if (seen instanceof WorkerClientError) {
        if (controller.signal.aborted) break;
        const isLate = clock.now() - start >= gracePeriod;
        checkFailure(seen, jobId, { wasSeen: state !== undefined, wasEnqueued, isLate });
        failure = seen;
      } else {
        if (isCompleted(seen)) return seen;
        state = seen.state;
        failure = undefined;
        const told = JSON.stringify(seen.progress ?? 0);
        if (seen.progress !== undefined && told !== progress) onProgress?.(seen.progress);
        progress = told;
      }
      const pause = Math.max(pollDelay(poll, random), failure?.retryAfter ?? 0);
      await delay(pause, { clock, signal: controller.signal, keepsProcessAlive: keepProcessAlive });
    }
    throw signal?.aborted === true
      ? new RequestAbortedError(`Wait aborted for job ${jobId}.`, { jobId, cause: signal.reason })
      : exceeded(jobId, deadline, state, failure);
  } finally {
    clock.clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
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

/**
 * Whether a job has completed.
 *
 * @throws {@link JobFailedError} if it failed for good.
 */
function isCompleted(job: AnyJob): boolean {
  if (job.state !== 'failed') return job.state === 'completed';
  const { jobId, name, failedReason } = job;
  const reason = failedReason || 'the worker gave no reason';
  throw new JobFailedError(`Job ${jobId} failed: ${reason}`, { jobId, messageType: name }, job);
}

/** Throws what a failure to read means for the wait, unless it may be over soon. */
function checkFailure(
  cause: WorkerClientError,
  jobId: string,
  { wasSeen, wasEnqueued, isLate }: { wasSeen: boolean; wasEnqueued: boolean; isLate: boolean },
): void {
  if (!(cause instanceof HttpError && cause.status === 404)) {
    if (!isPassing(cause)) throw cause;
  } else if (wasSeen || (isLate && wasEnqueued)) {
    const message = `Job ${jobId} is gone from the queue: whether it completed or failed is not known.`;
    throw new JobRemovedError(message, { jobId, cause });
  } else if (isLate) throw new JobNotFoundError(`The backend knows no job ${jobId}.`, { jobId, cause });
}

/** Whether a failure to read may be over soon: the job is none the worse for it. */
function isPassing(error: WorkerClientError): boolean {
  if (error instanceof HttpError) return error.status >= 500 || [408, 425, 429].includes(error.status);
  return error instanceof ConnectionError || error instanceof TimeoutError || error instanceof InvalidResponseError;
}

function exceeded(
  jobId: string,
  deadline: number,
  state: string | undefined,
  cause: WorkerClientError | undefined,
): DeadlineExceededError {
  const told = state === undefined ? 'it was never seen' : `it was last seen ${state}`;
  return new DeadlineExceededError(`Job ${jobId} had not ended after ${deadline} ms: ${told}.`, {
    jobId,
    deadline,
    state,
    cause,
  });
}
