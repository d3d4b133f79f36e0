import type { CallSignal } from '../abort-signal.js';
import type { Core } from '../core.js';
import { readJobSnapshot, type ReadAnswer } from '../delivery/answer.js';
import { excerpt } from '../delivery/reason.js';
import { pathSegment } from '../delivery/url.js';
import { Limiter } from './limiter.js';
import type { AnyJob } from './outcome.js';

/** Milliseconds for a poll: one that hangs must not keep others from being made. */
const longestPoll = 10_000;

/** Most seconds that a backend is asked to hold its answer until the job differs. */
const longestHold = 25;

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
  readonly keepsProcessAlive: boolean;
}

/** Makes the polls of one client, a limited number at once. */
export class Poller {
  readonly #core: Core;
  readonly #limiter: Limiter;
  /** How many polls may be held at the same time: they must leave room for those that are not. */
  #freeHolds: number;

  /** @param core - The client. */
  constructor(core: Core) {
    const { pollConcurrency } = core.configuration;
    this.#core = core;
    this.#limiter = new Limiter(pollConcurrency);
    this.#freeHolds = Math.floor(pollConcurrency / 4);
  }

  /**
   * Reads a job, once, when its turn comes.
   *
   * @throws {@link WorkerClientError} Every failure is one of its subclasses.
   */
  read(jobId: string, request: PollRequest): Promise<Poll> {
    return this.#limiter.run(async () => {
      const { timeout } = this.#core.configuration;
      const seconds = Math.min(longestHold, Math.floor(timeout / 1_000) - 5);
      if (request.etag === undefined || seconds < 1 || this.#freeHolds === 0)
        return this.#read(jobId, request, Math.min(timeout, longestPoll));
      this.#freeHolds -= 1;
      try {
        return await this.#read(jobId, request, timeout, seconds);
      } finally {
        this.#freeHolds += 1;
      }
    }, request.signal);
  }

  #read(jobId: string, request: PollRequest, timeout: number, seconds?: number): Promise<Poll> {
    const { etag, signal, keepsProcessAlive } = request;
    const fields = {
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(seconds !== undefined && { prefer: `wait=${seconds}` }),
    };
    const purpose = `reading job ${excerpt(jobId)}`;
    const path = `jobs/${pathSegment(jobId, 'job id')}`;
    const parts = { method: 'GET', expects: 'job', purpose, jobId, keepsProcessAlive, fields } as const;
    // The wait itself repeats what fails.
    return this.#core.perform(this.#core.call(parts, path, { signal, timeout, maxRetries: 0 }), readPoll);
  }
}

const readPoll: ReadAnswer<Poll> = (answer, attempt, now) => {
  const { status, text, headers } = answer;
  const isSame = status === 304 && attempt.request.headers['if-none-match'] !== undefined;
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
  const poller = pollers.get(core) ?? new Poller(core);
  pollers.set(core, poller);
  return poller;
}
