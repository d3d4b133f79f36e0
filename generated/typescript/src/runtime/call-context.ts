import type { WorkerClientErrorDetails } from './errors/index.js';

/** What errors say about the call that they end. */
export interface CallContext {
  /** What was attempted, such as `enqueueing file-download-request`. */
  readonly purpose: string;
  /** Carried by every error. */
  readonly details: WorkerClientErrorDetails;
  /** The API key, which no error may show. */
  readonly secret: string | undefined;
}
