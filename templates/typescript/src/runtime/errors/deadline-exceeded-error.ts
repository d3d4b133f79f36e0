import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/** The job that was waited for had not ended by the deadline. It may still end. `cause` is the last failure to read it. */
export class DeadlineExceededError extends WorkerClientError {
  override get name() {
    return 'DeadlineExceededError' as const;
  }
  /** Milliseconds that the wait had. */
  declare readonly deadline: number;
  /** State in which the job was last seen; absent where it was not. */
  declare readonly state: string | undefined;

  constructor(message: string, details: WorkerClientErrorDetails & { deadline: number; state: string | undefined }) {
    super(message, details);
  }
}
