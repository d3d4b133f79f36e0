import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/**
 * The answer, headers and body, was not complete in time. For an enqueue it means that nothing was sent yet; otherwise it
 * is the cause of an {@link OutcomeUnknownError}.
 */
export class TimeoutError extends WorkerClientError {
  override get name() {
    return 'TimeoutError' as const;
  }
  /** Milliseconds that the last attempt had: the timeout, or what the deadline left of it. */
  declare readonly timeout: number;

  constructor(message: string, details: WorkerClientErrorDetails & { timeout: number }) {
    super(message, details);
  }
}
