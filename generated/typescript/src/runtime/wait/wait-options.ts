import { signalProblem, type CallSignal } from '../abort-signal.js';
import { isObject } from '../delivery/json.js';
import { pathSegment } from '../delivery/url.js';
import { InvalidArgumentError } from '../errors/index.js';
import type { JobProgress, JobResponse } from '../job.js';
import { functionProblem, mustBe, optionsProblem } from '../must-be.js';
import { durationProblem } from '../time/timeout.js';

/** How to watch a job. */
export interface WatchOptions {
  /** Milliseconds until the wait is given up: above 0, up to 2,147,483,647. Default: 300,000, which is 5 minutes. */
  deadline?: number | undefined;
  /** Ends the wait at once with a `RequestAbortedError`. */
  signal?: CallSignal | undefined;
  /** Most milliseconds between two polls; the first interval is at most 250. Default: the client's. */
  pollInterval?: number | undefined;
  /** Whether the wait alone keeps a Node process running, between its requests too. Default: `true`. */
  keepProcessAlive?: boolean | undefined;
}

/** How to wait for a job. */
export interface WaitOptions extends WatchOptions {
  /**
   * Called with how far the worker has come, whenever that changes, and waited for. What it throws or rejects with ends the
   * wait with a `RequestAbortedError`, whose `cause` it is.
   */
  onProgress?: ((progress: JobProgress) => unknown) | undefined;
}

/** Milliseconds that a wait takes at most, unless its options say otherwise. */
export const defaultWaitDeadline = 300_000;

/** What can be wrong with the options of a wait. */
const waitRules = {
  deadline: durationProblem,
  pollInterval: durationProblem,
  signal: signalProblem,
  onProgress: functionProblem,
};

/** What is needed of a job to wait for it: what an enqueue returned, or an id alone. */
export type JobIdentity = Pick<JobResponse, 'jobId'> & Partial<JobResponse>;

/**
 * Sees that a wait can work.
 *
 * @param job - The job, which may be anything in JavaScript.
 * @param options - How to wait.
 * @throws {@link InvalidArgumentError} if it cannot.
 */
export function checkWait(job: JobIdentity, options: WaitOptions): void {
  if (!isObject(job)) throw new InvalidArgumentError(mustBe('job', 'what an enqueue returned', job));
  const { jobId } = job;
  pathSegment(jobId, 'job id');
  const problem = optionsProblem(options, waitRules);
  if (problem !== undefined) throw new InvalidArgumentError(problem, { jobId });
}
