import { onAbort } from '../abort-signal.js';
import type { Core } from '../core.js';
import { excerpt } from '../delivery/reason.js';
import { RequestAbortedError, WorkerClientError } from '../errors/index.js';
import { delay, unref } from '../time/delay.js';
import { checkIdentity, deadlineExceeded, surviveFailure, type AnyJob, type Sightings } from './outcome.js';
import { pollerOf, type Poll } from './poller.js';
import { defaultWaitDeadline, type JobIdentity, type WatchOptions } from './wait-options.js';

/**
 * Reads a job again and again until it has ended.
 *
 * @param core - The client.
 * @param job - What the enqueue returned, or an id alone.
 * @param options - How to wait.
 * @yields The job whenever it differs, as it was read; the last one has completed or failed.
 * @throws {@link JobRemovedError} if it existed and is gone.
 * @throws {@link JobNotFoundError} if the backend did not know it for 5 seconds.
 * @throws {@link DeadlineExceededError} if it had not ended by the deadline.
 * @throws {@link RequestAbortedError} when the caller's signal fires, or the client is closed.
 * @throws {@link WorkerClientError} for an answer that asking again would not change, such as a refused key.
 */
export async function* pollJob(
  core: Core,
  { jobId, messageName: messageType }: JobIdentity,
  options: WatchOptions,
): AsyncGenerator<AnyJob, void, void> {
  const { clock, random, maxRetryDelay } = core.configuration;
  const { pollInterval = core.configuration.pollInterval, keepProcessAlive: keepsProcessAlive = true } = options;
  const { deadline = defaultWaitDeadline } = options;
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (): void => controller.abort();
  const timer = clock.setTimeout(stop, deadline);
  if (!keepsProcessAlive) unref(timer);
  const enders = [options.signal, core.closing.signal].filter((each) => each !== undefined);
  if (enders.some(({ aborted }) => aborted)) stop();
  const unsubscribe = enders.map((each) => onAbort(each, stop));

  const poll = pollerOf(core);
  const sightings: Sightings = { messageType, state: undefined, missingSince: undefined };
  let [text, etag, failure]: [string?, string?, WorkerClientError?] = [];
  try {
    for (let count = 1; !signal.aborted; count += 1) {
      const start = clock.now();
      const seen: Poll | WorkerClientError = await poll(jobId, { etag, signal, keepsProcessAlive }).catch(asFailure);
      let pause = pollDelay(count, pollInterval, random);
      failure = seen instanceof WorkerClientError ? seen : undefined;
      if (seen instanceof WorkerClientError) {
        if (signal.aborted) break;
        surviveFailure(seen, jobId, sightings, clock.now());
        // A gateway may ask for days: the job is none the longer for it.
        pause = Math.max(pause, Math.min(seen.retryAfter ?? 0, maxRetryDelay));
      } else {
        etag = seen.etag ?? etag;
        if (seen.job !== undefined && seen.text !== text) {
          ({ text } = seen);
          checkIdentity(seen.job, sightings);
          sightings.state = seen.job.state;
          yield seen.job;
          if (sightings.state === 'completed' || sightings.state === 'failed') return;
        }
        if (seen.wasHeld) {
          // The backend has waited in our place; no pause, but where it is in a hurry.
          count = 0;
          pause = pollDelay(1, pollInterval, random) - (clock.now() - start);
        }
      }
      await delay(pause, clock, { signal, keepsProcessAlive });
    }
    const ender = enders.find(({ aborted }) => aborted);
    if (ender === undefined) throw deadlineExceeded(jobId, deadline, sightings, failure);
    const why = ender === options.signal ? 'aborted' : 'ended by closing the client';
    throw new RequestAbortedError(`Wait ${why} for job ${excerpt(jobId)}.`, { jobId, cause: ender.reason });
  } finally {
    clock.clearTimeout(timer);
    for (const end of unsubscribe) end();
  }
}

/** From a quarter of a second up to the longest, spread over the upper half, so that waits that began together drift apart. */
function pollDelay(poll: number, longest: number, random: () => number): number {
  return Math.min(longest, 250 * 1.5 ** (poll - 1)) * (0.5 + random() / 2);
}

function asFailure(error: unknown): WorkerClientError {
  if (error instanceof WorkerClientError) return error;
  throw error;
}
