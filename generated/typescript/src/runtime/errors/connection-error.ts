import { WorkerClientError } from './worker-client-error.js';

/**
 * No complete answer arrived: the name did not resolve, the connection was refused or broke, TLS failed. `cause` is what
 * `fetch` threw. Unless the connection was refused, the backend may have accepted the job all the same.
 */
export class ConnectionError extends WorkerClientError {
  override readonly name = 'ConnectionError';
}
