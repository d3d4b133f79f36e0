import { onAbort } from '../abort-signal.js';
import type { Core } from '../core.js';
import { excerpt } from '../delivery/reason.js';
import { RequestAbortedError, type WorkerClientError } from '../errors/index.js';
import { unrefClock } from '../time/clock.js';
import { delay } from '../time/delay.js';
import { deadlineExceeded, noteSighting, surviveFailure, type AnyJob, type Sightings } from './outcome.js';
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
  const { random, maxRetryDelay } = core.configuration;
  const { pollInterval = core.configuration.pollInterval, deadline = defaultWaitDeadline } = options;
  const clock = options.keepProcessAlive === false ? unrefClock(core.configuration.clock) : core.configuration.clock;
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (): void => controller.abort();
  const timer = clock.setTimeout(stop, deadline);
  const enders = [options.signal, core.closing.signal].filter((each) => each !== undefined);
  if (enders.some(({ aborted }) => aborted)) stop();
  const unsubscribe = enders.map((each) => onAbort(each, stop));

  const poll = pollerOf(core);
  const sightings: Sightings = { messageType, state: undefined, missingSince: undefined };
  let [last, etag, failure]: [string?, string?, WorkerClientError?] = [];
  try {
    for (let count = 0; !signal.aborted; count += 1) {
      const start = clock.now();
      let found: Partial<Poll> = {};
      try {
        found = await poll(jobId, { etag, signal, clock });
        failure = undefined;
      } catch (error) {
        if (signal.aborted) break;
        failure = error as WorkerClientError;
        surviveFailure(failure, jobId, sightings, clock.now());
      }
      const { job, text, wasHeld } = found;
      etag = found.etag ?? etag;
      if (job !== undefined && text !== last) {
        last = text;
        noteSighting(job, sightings, core.access.redactor);
        yield job;
        if (job.state === 'completed' || job.state === 'failed') return;
      }
      // A backend that has waited in our place is asked again at once, but where it is in a hurry.
      if (wasHeld) count = 0;
      // From a quarter of a second up, spread over the upper half, so that waits that began together drift apart.
      const interval = Math.min(pollInterval, 250 * 1.5 ** count) * (0.5 + random() / 2);
      const pause = wasHeld ? interval - (clock.now() - start) : interval;
      // A gateway may ask for days: the job is none the longer for it.
      await delay(Math.max(pause, Math.min(failure?.retryAfter ?? 0, maxRetryDelay)), { clock, signal });
    }
    const ender = enders.find(({ aborted }) => aborted);
    if (ender === undefined) throw deadlineExceeded(jobId, deadline, sightings, failure);
    const why = ender === options.signal ? 'aborted' : 'ended by close()';
    throw new RequestAbortedError(`Wait ${why} for job ${excerpt(jobId)}.`, { jobId, cause: ender.reason });
  } finally {
    clock.clearTimeout(timer);
    for (const end of unsubscribe) end();
  }
}
