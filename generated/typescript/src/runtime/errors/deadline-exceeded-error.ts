import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/** The job that was waited for had not ended by the deadline. It may still end. `cause` is the last failure to read it. */
export class DeadlineExceededError extends WorkerClientError {
  override get name() {
    return 'DeadlineExceededError' as const;
  }
  /** Milliseconds that the wait had. */
  readonly deadline: number;
  /** State in which the job was last seen; `undefined` where it was not. */
  readonly state: string | undefined;

  constructor(
    message: string,
    { deadline, state, ...details }: WorkerClientErrorDetails & { deadline: number; state: string | undefined },
  ) {
    super(message, details);
    this.deadline = deadline;
    this.state = state;
  }
}
