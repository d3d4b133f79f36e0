import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/** The answer, headers and body, was not complete within the timeout. The backend may have accepted the job all the same. */
export class TimeoutError extends WorkerClientError {
  override readonly name = 'TimeoutError';
  /** The timeout that passed, in milliseconds. */
  readonly timeout: number;

  constructor(message: string, details: WorkerClientErrorDetails & { timeout: number }) {
    super(message, details);
    this.timeout = details.timeout;
  }
}
