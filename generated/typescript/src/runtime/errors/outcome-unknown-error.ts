import { WorkerClientError } from './worker-client-error.js';

/**
 * The message was sent, but whether the backend made a job of it cannot be known: the connection broke or the time ran out
 * before an answer. The client did not repeat it, since that might double the job. Call again with `idempotencyKey` where
 * the backend honours such keys, or look for the job. `cause` is what happened: a {@link TimeoutError} or a
 * {@link ConnectionError}.
 */
export class OutcomeUnknownError extends WorkerClientError {
  override readonly name = 'OutcomeUnknownError';
}
