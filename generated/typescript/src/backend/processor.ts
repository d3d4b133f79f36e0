import type { JobProgress } from '../runtime/job.js';
import type { StoredJob } from './job-store.js';

/** What happened to a job, named as BullMQ's queue events are. */
export interface JobEvent {
  readonly kind: 'added' | 'waiting' | 'delayed' | 'active' | 'progress' | 'completed' | 'failed' | 'removed';
  /** The job after it happened; for `removed`, as it was before. */
  readonly job: StoredJob;
}

/** What a processor may do with the job that it carries out. */
export interface ProcessorContext {
  /** Aborted when the job is cancelled or removed, or the store closes. */
  readonly signal: AbortSignal;
  /** Reports how far the job has come. */
  updateProgress(progress: JobProgress): Promise<void>;
}

/** How a job failed. */
export interface Failure {
  /** Whether it has failed for good, whatever attempts are left. Default: false. */
  readonly isFinal?: boolean | undefined;
  /** What the worker reports of a job that has failed for good. Default: nothing. */
  readonly outcome?: unknown;
}

/** How an attempt ended: what the job returns, or why it failed. */
export type Ending = { readonly returnvalue: unknown } | ({ readonly reason: string } & Failure);

/** Makes one attempt of a job. An error that it throws fails the attempt. */
export type Processor = (job: StoredJob, context: ProcessorContext) => Promise<Ending>;
