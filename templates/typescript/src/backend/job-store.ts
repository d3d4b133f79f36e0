import type { JobSnapshot } from '../runtime/job.js';

/** A job as a store knows it at one moment: what a status call answers, and how often it was attempted. */
export interface StoredJob extends JobSnapshot<unknown> {
  /** How many attempts have ended. */
  readonly attemptsMade: number;
}

/** Whether a job has completed, or has failed for good. */
export function hasEnded({ state }: StoredJob): boolean {
  return state === 'completed' || state === 'failed';
}

/** Under which id a job is added, and when it may start. */
export interface AddOptions {
  /**
   * Id of the job, `<messageType>.<id>`. An id that the store still keeps stands for the job that has it: nothing is added,
   * so that a repeated idempotency key makes no second job.
   */
  readonly jobId: string;
  /** Milliseconds until the job may start; it is `delayed` meanwhile. Default: 0. */
  readonly delay?: number | undefined;
}

/**
 * What became of the wish to cancel a job: it was removed before it ran, its worker was asked to stop, it had ended, or there
 * is no such job.
 */
export type Cancellation = 'removed' | 'requested' | 'ended' | 'unknown';

/**
 * Keeps the jobs of a backend: what a backend needs of a queue, and nothing that BullMQ cannot give. How often a job is
 * attempted is up to the store, by the policy of its message. Data goes in and comes out as plain JSON.
 */
export interface JobStore {
  /**
   * Adds a job.
   *
   * @param messageType - Type of its message, which is the name of its queue too.
   * @param payload - Its payload.
   * @returns The job that is kept under the id, with the data that it was added with, whoever added it.
   */
  add(messageType: string, payload: unknown, options: AddOptions): Promise<StoredJob>;
  /** Finds a job; `undefined` if there never was one, or it has been removed. */
  get(jobId: string): Promise<StoredJob | undefined>;
  /**
   * Resolves as soon as something of the job may differ from what the store knew when it was called, with nothing: whoever
   * waits reads the job again. It resolves too when the job is not there or has ended.
   *
   * @param signal - Ends the wait; it resolves then.
   */
  watch(jobId: string, signal: AbortSignal): Promise<void>;
  /** Removes a job that no worker has begun, or asks the worker that has to stop. */
  cancel(jobId: string): Promise<Cancellation>;
  /** Resolves when the store can be used. Rejects where it cannot be reached. */
  ready(): Promise<void>;
  /** Closes connections and timers. Jobs of a store outside of this process stay. It may be called twice. */
  close(): Promise<void>;
}

/** How long jobs that have ended are kept, whichever of the two bounds is met first. */
export interface Kept {
  /** Milliseconds after their end. */
  readonly age: number;
  /** How many of a queue. */
  readonly count: number;
}

/** How long jobs that have ended are kept. */
export interface Retention {
  /** Default: a day, and 10,000 a queue. */
  readonly completed?: Kept | undefined;
  /** Default: a week, and as many as there are. */
  readonly failed?: Kept | undefined;
}

const day = 86_400_000;

/** How long jobs that have ended are kept by default. */
export const defaultRetention = {
  completed: { age: day, count: 10_000 },
  failed: { age: 7 * day, count: Infinity },
} as const satisfies Retention;
