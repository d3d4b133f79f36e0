import { WorkerClientError } from './worker-client-error.js';

/** An argument of a call was refused: an empty job id, a payload that is not JSON, a malformed header. Nothing was sent. */
export class InvalidArgumentError extends WorkerClientError {
  override get name() {
    return 'InvalidArgumentError' as const;
  }
}
