import { WorkerClientError } from './worker-client-error.js';

/**
 * No complete answer arrived: the name did not resolve, the connection was refused or broke, TLS failed. `cause` is what
 * the transport threw. For an enqueue it means that nothing was sent; otherwise it is the cause of an
 * {@link OutcomeUnknownError}.
 */
export class ConnectionError extends WorkerClientError {
  override get name() {
    return 'ConnectionError' as const;
  }
}
