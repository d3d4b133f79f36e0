import { WorkerClientError } from './worker-client-error.js';

/**
 * The job that was waited for existed, and is gone from the queue: the backend removes jobs some time after their end, or
 * at once. Whether it completed or failed is not known.
 */
export class JobRemovedError extends WorkerClientError {
  override get name() {
    return 'JobRemovedError' as const;
  }
}
