import { WorkerClientError, type WorkerClientErrorDetails } from './worker-client-error.js';

/**
 * The backend answered 2xx, but not with what the protocol promises: no JSON object, no `jobId`, another job or message than
 * was asked for, more than `maxResponseBytes`, or `success` other than `true`. Unless it said `success: false`, whether an
 * enqueue made a job is then unknown.
 */
export class InvalidResponseError extends WorkerClientError {
  override get name() {
    return 'InvalidResponseError' as const;
  }
  /** Whether the answer was longer than the configuration's `maxResponseBytes`. */
  declare readonly isTooLarge: boolean;

  constructor(message: string, details: WorkerClientErrorDetails & { isTooLarge?: boolean }) {
    super(message, { isTooLarge: false, ...details } as WorkerClientErrorDetails);
  }
}
