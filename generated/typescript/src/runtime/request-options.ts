import type { CallSignal } from './abort-signal.js';

/** What one call may change. */
export interface RequestOptions {
  /** Ends the call early with a `RequestAbortedError`. */
  signal?: CallSignal | undefined;
  /** Milliseconds for this call, headers and body together. Default: the client's. */
  timeout?: number | undefined;
  /** Header fields for this call; they win over the client's, and `undefined` removes one. */
  headers?: Readonly<Record<string, string | undefined>> | undefined;
}
