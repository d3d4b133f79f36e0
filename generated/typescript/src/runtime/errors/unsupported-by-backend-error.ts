import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/** The backend does not say that it can do what was asked for, so it was not asked to: nothing was sent. */
export class UnsupportedByBackendError extends WorkerClientError {
  override get name() {
    return 'UnsupportedByBackendError' as const;
  }
  /** What it would have to be able to do: `cancel` or `delay`. */
  declare readonly feature: string;

  constructor(message: string, details: WorkerClientErrorDetails & { feature: string }) {
    super(message, details);
  }
}
