import { signalProblem, type CallSignal } from './abort-signal.js';
import { headersProblem, headerText, isHeaderValue } from './delivery/headers.js';
import { countOrNoneProblem } from './limits.js';
import { rule } from './must-be.js';
import { durationProblem } from './time/timeout.js';

/** What one call may change. */
export interface RequestOptions {
  /** Ends the call early, and any wait in it, with a `RequestAbortedError`. */
  signal?: CallSignal | undefined;
  /** Milliseconds for each attempt, headers and body together. Default: the client's. */
  timeout?: number | undefined;
  /** Milliseconds for the call as a whole, all attempts and the delays between them. Default: the client's. */
  deadline?: number | undefined;
  /** How often the call may be repeated; 0 for never. Default: the client's. */
  maxRetries?: number | undefined;
  /** Header fields for this call; they win over the client's, and `undefined` removes one. */
  headers?: Readonly<Record<string, string | undefined>> | undefined;
}

/** What one enqueue may change. */
export interface SendOptions extends RequestOptions {
  /**
   * Sent as `Idempotency-Key` with every attempt: the backend makes one job of all requests with the same key, where it
   * honours the field (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header). Default: a random UUID.
   */
  idempotencyKey?: string | undefined;
  /**
   * Milliseconds before the job may run, from 0 to a year. Where the backend does not say that it can delay jobs, nothing is
   * sent: the call rejects with an `UnsupportedByBackendError`. Default: 0.
   */
  delay?: number | undefined;
}

/** The longest delay of a job, in milliseconds: a year. */
const maxDelay = 31_536_000_000;

/** What can be wrong with the options of a call. */
export const requestRules = {
  timeout: durationProblem,
  deadline: durationProblem,
  maxRetries: countOrNoneProblem,
  headers: headersProblem,
  signal: signalProblem,
  idempotencyKey: rule(`not empty, and ${headerText}`, (value) => isHeaderValue(value) && value.trim()),
  delay: rule(
    `a number of milliseconds from 0 to ${maxDelay}`,
    (value) => typeof value === 'number' && value >= 0 && value <= maxDelay,
  ),
};
