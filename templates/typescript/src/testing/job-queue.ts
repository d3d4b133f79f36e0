import type { JobProgress, JobState } from '../runtime/job.js';

/** How a job is to be carried out: the part of BullMQ's `JobsOptions` that callers of a backend notice. */
export interface JobOptions {
  /**
   * An id of one's own. A repeated id is the same job, with its old data, for as long as the job is kept. It holds no `:`
   * and is no integer (https://docs.bullmq.io/guide/jobs/job-ids). Default: the next number.
   */
  readonly jobId?: string | undefined;
  /** Milliseconds to wait before the first attempt; the job is `delayed` meanwhile. Default: 0. */
  readonly delay?: number | undefined;
  /** 1 is the most urgent; such a job waits as `prioritized`. Default: 0, none. */
  readonly priority?: number | undefined;
  /** How often the job is attempted until it counts as failed. Default: 1. */
  readonly attempts?: number | undefined;
  /** Milliseconds between two attempts; the job is `delayed` meanwhile. Default: 0. */
  readonly backoff?: number | undefined;
  /** Whether the job is removed as soon as it completes: it then reads like one that never existed. Default: false. */
  readonly removeOnComplete?: boolean | undefined;
  /** Whether the job is removed as soon as it has failed for good. Default: false. */
  readonly removeOnFail?: boolean | undefined;
}

/** A job as the queue knows it at one moment. */
export interface QueuedJob {
  /** Id of the job. */
  readonly jobId: string;
  /** Type of the message that it was made of. */
  readonly name: string;
  /** Name of the queue that holds it. */
  readonly queue: string;
  /** Where it is in its life. */
  readonly state: JobState;
  /** The payload. */
  readonly data: unknown;
  /** What the worker returned; `null` until then, and where it returned nothing. */
  readonly returnvalue: unknown;
  /** What the worker last reported; 0 until then. */
  readonly progress: JobProgress;
  /** Why the last attempt failed; there may be more to come. */
  readonly failedReason: string | undefined;
  /** How many attempts have ended. */
  readonly attemptsMade: number;
  /** When it was added, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly timestamp: number;
}

/** What happened to a job, named as BullMQ's queue events are. */
export interface JobEvent {
  readonly kind: 'added' | 'waiting' | 'delayed' | 'active' | 'progress' | 'completed' | 'failed' | 'removed';
  /** The job after it happened; for `removed`, as it was before. */
  readonly job: QueuedJob;
}

/** What a processor may do with the job that it carries out. */
export interface ProcessorContext {
  /** Aborted when the queue closes. */
  readonly signal: AbortSignal;
  /** Reports how far the job has come. */
  updateProgress(progress: JobProgress): Promise<void>;
}

/** Carries out one attempt of a job: what it resolves with is the return value, what it throws the reason of the failure. */
export type Processor = (job: QueuedJob, context: ProcessorContext) => Promise<unknown>;

/**
 * Keeps jobs and has them carried out: what a backend needs of BullMQ 6, one verb for each of its operations. Jobs are
 * plain JSON data on their way in and out. An operation on a job that is not there, or has ended, rejects.
 */
export interface JobQueue {
  /**
   * Adds a job (`Queue.add`).
   *
   * @returns The job, and whether it is new: an id that is still kept stands for the job that has it.
   */
  add(name: string, data: unknown, options?: JobOptions): Promise<{ readonly job: QueuedJob; readonly isNew: boolean }>;
  /** Finds a job (`Queue.getJob`); `undefined` if it never was, or has been removed. */
  get(jobId: string): Promise<QueuedJob | undefined>;
  /** Lists all jobs that are kept, oldest first (`Queue.getJobs`). */
  list(): Promise<readonly QueuedJob[]>;
  /** Has the jobs of a name carried out, those that wait already too (`new Worker`). It takes the place of an earlier processor. */
  work(name: string, processor: Processor): void;
  /** Ends a job well (`Job.moveToCompleted`), from any state but an end; `undefined` is kept as `null`. */
  complete(jobId: string, returnvalue?: unknown): Promise<void>;
  /**
   * Ends an attempt badly (`Job.moveToFailed`): the job waits again where attempts are left, else it has failed.
   *
   * @param options - `isFinal`: no more attempts, whatever is left (`UnrecoverableError`).
   */
  fail(jobId: string, reason: string, options?: { readonly isFinal?: boolean | undefined }): Promise<void>;
  /** Reports how far a job has come (`Job.updateProgress`). */
  updateProgress(jobId: string, progress: JobProgress): Promise<void>;
  /** Removes a job in any state (`Job.remove`). */
  remove(jobId: string): Promise<void>;
  /** Tells of everything that happens from now on (`QueueEvents`). */
  subscribe(listener: (event: JobEvent) => void): void;
  /** Ends what is going on: no processor starts any more, and what a running one returns is dropped. */
  close(): Promise<void>;
}
