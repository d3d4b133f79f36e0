import { WorkerClientError } from './worker-client-error.js';

/**
 * The message was sent, but whether the backend made a job of it cannot be known: the connection broke or the time ran out
 * before an answer. The client did not repeat it, since that might double the job, or repeated it in vain where the backend
 * honours idempotency keys. Call again with `idempotencyKey` where it does, or look for the job. `cause` is what the last
 * attempt met: a {@link TimeoutError} or a {@link ConnectionError}; whatever it was where an earlier one left it open.
 */
export class OutcomeUnknownError extends WorkerClientError {
  override readonly name = 'OutcomeUnknownError';
}
