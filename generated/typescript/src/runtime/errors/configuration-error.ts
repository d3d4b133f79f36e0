import { WorkerClientError } from './worker-client-error.js';

/** The client cannot be built or used as asked: a missing base URL, a malformed key, a timeout out of range. Nothing was sent. */
export class ConfigurationError extends WorkerClientError {
  override get name() {
    return 'ConfigurationError' as const;
  }
}
