import type { ValidationProblem } from '../validation.js';
import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/**
 * A payload does not fit the schema of its message: one to be sent, and then nothing was sent, or what a finished job
 * returned.
 */
export class ValidationError extends WorkerClientError {
  override get name() {
    return 'ValidationError' as const;
  }
  /** Every problem, by JSON pointer and sentence. */
  declare readonly problems: readonly ValidationProblem[];

  constructor(message: string, details: WorkerClientErrorDetails & { problems: readonly ValidationProblem[] }) {
    super(message, details);
  }
}
