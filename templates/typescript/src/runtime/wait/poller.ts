import type { CallSignal } from '../abort-signal.js';
import type { Core } from '../core.js';
import { readJobSnapshot, type ReadAnswer } from '../delivery/answer.js';
import { excerpt } from '../delivery/reason.js';
import { pathSegment } from '../delivery/url.js';
import type { Clock } from '../time/clock.js';
import { createLimiter } from './limiter.js';
import type { AnyJob } from './outcome.js';

/** Milliseconds for a poll: one that hangs must not keep others from being made. */
const maxPoll = 10_000;

/** Most seconds that a backend is asked to hold its answer until the job differs. */
const maxHold = 25;

/** What a poll found. */
export interface Poll {
  /** The job; `undefined` where it is as it was. */
  readonly job: AnyJob | undefined;
  /** The answer's text, which is another for another state of the job. */
  readonly text: string;
  /** Stands for the job as it is now. */
  readonly etag: string | undefined;
  /** Whether the backend held its answer until the job differed, or as long as it was asked to. */
  readonly wasHeld: boolean;
}

/** How to make a poll. */
export interface PollRequest {
  /** Stands for the job as it was. */
  readonly etag: string | undefined;
  readonly signal: CallSignal;
  readonly clock: Clock;
}

/**
 * Reads a job, once, when its turn comes.
 *
 * @throws {@link WorkerClientError} Every failure is one of its subclasses.
 */
export type Poller = (jobId: string, request: PollRequest) => Promise<Poll>;

/** Makes the polls of one client, a limited number at once. */
function createPoller(core: Core): Poller {
  const { pollConcurrency, timeout } = core.configuration;
  const limiter = createLimiter(pollConcurrency);
  const seconds = Math.min(maxHold, Math.floor(timeout / 1_000) - 5);
  // How many polls may be held at the same time: they must leave room for those that are not.
  let freeHolds = Math.floor(pollConcurrency / 4);
  return (jobId, { etag, signal, clock }) =>
    limiter(async () => {
      const isHeld = etag !== undefined && seconds > 0 && freeHolds > 0;
      const fields = { ...(etag && { 'if-none-match': etag }), ...(isHeld && { prefer: `wait=${seconds}` }) };
      freeHolds -= Number(isHeld);
      try {
        const path = `jobs/${pathSegment(jobId, 'job id')}`;
        const purpose = `reading job ${excerpt(jobId)}`;
        const parts = {
          method: 'GET',
          expects: 'job',
          purpose,
          subject: { jobId },
          clock,
          fields,
        } as const;
        // The wait itself repeats what fails.
        const options = { signal, timeout: isHeld ? timeout : Math.min(timeout, maxPoll), maxRetries: 0 };
        return await core.perform(core.call(parts, path, options), readPoll);
      } finally {
        freeHolds += Number(isHeld);
      }
    }, signal);
}

const readPoll: ReadAnswer<Poll> = (answer, attempt, now) => {
  const { status, text, headers } = answer;
  const isSame = status === 304 && attempt.headers['if-none-match'] !== undefined;
  return {
    job: isSame ? undefined : readJobSnapshot(answer, attempt, now),
    text,
    etag: headers['etag'],
    wasHeld: headers['preference-applied']?.includes('wait') === true,
  };
};

const pollers = new WeakMap<Core, Poller>();

/** The poller of a client; the same each time. */
export function pollerOf(core: Core): Poller {
  const poller = pollers.get(core) ?? createPoller(core);
  pollers.set(core, poller);
  return poller;
}
