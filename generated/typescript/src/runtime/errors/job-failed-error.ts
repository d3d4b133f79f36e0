import type { JobSnapshot } from '../job.js';
import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/** The job that was waited for has failed for good: its state is `failed`, no attempt is left. */
export class JobFailedError extends WorkerClientError {
  override get name() {
    return 'JobFailedError' as const;
  }
  /** Why, as the worker said; `undefined` where it said nothing. */
  readonly failedReason: string | undefined;
  /** What the worker reported of the failure, without secrets; `undefined` where it reported nothing; not enumerable. */
  declare readonly outcome: unknown;
  /** The job as it was last read, without secrets; not enumerable, so that logs stay short. */
  declare readonly job: JobSnapshot<{ [key: string]: unknown }>;

  constructor(message: string, details: WorkerClientErrorDetails, job: JobSnapshot<{ [key: string]: unknown }>) {
    super(message, details);
    this.failedReason = job.failedReason;
    Object.defineProperties(this, { job: { value: job }, outcome: { value: job.outcome } });
  }
}
