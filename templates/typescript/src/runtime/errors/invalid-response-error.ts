import { WorkerClientError } from './worker-client-error.js';

/**
 * The backend answered 2xx, but not with what the protocol promises: no JSON object, no `jobId`, or `success: false`.
 * Unless it said `success: false`, whether an enqueue made a job is then unknown.
 */
export class InvalidResponseError extends WorkerClientError {
  override readonly name = 'InvalidResponseError';
}
