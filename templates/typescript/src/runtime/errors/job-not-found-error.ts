import { WorkerClientError } from './worker-client-error.js';

/** The job that was waited for never appeared: the id is wrong, or the job was removed before it was first asked for. */
export class JobNotFoundError extends WorkerClientError {
  override get name() {
    return 'JobNotFoundError' as const;
  }
}
