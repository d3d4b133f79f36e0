import type { JobProgress } from '../runtime/job.js';

/** What a handler knows of the job that it carries out, and may do with it. */
export interface HandledJob {
  readonly jobId: string;
  /** Type of the message. */
  readonly name: string;
  /** Name of the queue. */
  readonly queue: string;
  /** How many attempts have failed before this one. */
  readonly attemptsMade: number;
  /** When it was added, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly timestamp: number;
  /** Aborted when the backend closes. */
  readonly signal: AbortSignal;
  /** Reports how far the job has come. */
  updateProgress(progress: JobProgress): Promise<void>;
}

/** What a job of a message returns: the payload of its outcome, `unknown` where the catalog links none. */
export type OutcomePayload<Outcomes, Type> = Type extends keyof Outcomes ? Outcomes[Type] : unknown;

/**
 * Carries out the jobs of a message: the payload in, the outcome out. An error fails the attempt, and one with the name
 * `UnrecoverableError` the job.
 */
export type Handler<Payload, Outcome> = (payload: Payload, job: HandledJob) => Outcome | Promise<Outcome>;
