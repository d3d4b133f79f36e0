import { WorkerClientError } from './worker-client-error.js';

/**
 * The caller's `signal` ended the call; `cause` is the signal's reason. Where `attempts` is above 0, the backend may have
 * accepted the job all the same.
 */
export class RequestAbortedError extends WorkerClientError {
  override get name() {
    return 'RequestAbortedError' as const;
  }
}
