import { WorkerClientError } from './worker-client-error.js';

/**
 * The message was sent, but whether the backend made a job of it cannot be known: the connection broke, the time ran out, or
 * what answered, such as a gateway, cannot say. The client did not repeat it, since that might double the job, or repeated it
 * in vain where the backend honours idempotency keys. Call again with `idempotencyKey` where it does, or look for the job.
 * `cause` is what the last attempt met; `status` and `body` are those of the last answer, where one came.
 */
export class OutcomeUnknownError extends WorkerClientError {
  override get name() {
    return 'OutcomeUnknownError' as const;
  }
}
