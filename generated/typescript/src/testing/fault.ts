import { maxTimeout } from '../runtime/time/timeout.js';

/**
 * Whether the fault strikes before the request is carried out, or after: `after` means that the job is stored, or read,
 * and only the answer goes wrong.
 */
export type FaultStage = 'before' | 'after';

/** Another status in place of the answer. */
export interface StatusFault {
  readonly kind: 'status';
  /** From 200 to 599. */
  readonly status: number;
  /** Further header fields. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A text is sent as it is, anything else as JSON. Default: `{ error }` with the status's name. */
  readonly body?: unknown;
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** A request to come back later (RFC 9110, section 10.2.3). */
export interface RetryAfterFault {
  readonly kind: 'retry-after';
  /** Milliseconds that the caller is to wait. */
  readonly delay: number;
  /** `Retry-After` in whole seconds or as an HTTP date, or the header `retry-after-ms`. Default: `seconds`. */
  readonly format?: 'seconds' | 'http-date' | 'milliseconds' | undefined;
  /** Default: 503. */
  readonly status?: number | undefined;
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** A redirect (RFC 9110, section 15.4). */
export interface RedirectFault {
  readonly kind: 'redirect';
  /** Value of the header `Location`. */
  readonly location: string;
  /** Default: 307. */
  readonly status?: 301 | 302 | 303 | 307 | 308 | undefined;
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** The right answer, late. The request is carried out even where the caller has gone meanwhile, as a slow backend does. */
export interface DelayFault {
  readonly kind: 'delay';
  /** Milliseconds, on the backend's clock; `release()` ends it early. */
  readonly delay: number;
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** Silence until `release()`, then the right answer. Before it is released, nothing is carried out at stage `before`. */
export interface StallFault {
  readonly kind: 'stall';
  /** `headers`: before the first byte of the answer; `body`: in the middle of the body, always at stage `after`. */
  readonly at: 'headers' | 'body';
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** The right answer, a few bytes at a time. */
export interface TrickleFault {
  readonly kind: 'trickle';
  /** Milliseconds between two pieces of the body, on the backend's clock; `release()` ends the wait for the next one. */
  readonly interval: number;
  /** Bytes in a piece. Default: 1. */
  readonly bytes?: number | undefined;
}

/** A connection that is reset (TCP RST). */
export interface ResetFault {
  readonly kind: 'reset';
  /** `headers`: before the first byte of the answer; `body`: in the middle of the body, always at stage `after`. Default: `headers`. */
  readonly at?: 'headers' | 'body' | undefined;
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** A connection that is closed in good order (TCP FIN), without an answer. */
export interface HangUpFault {
  readonly kind: 'hang-up';
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** A body that is shorter than its `Content-Length` says: the connection closes in the middle of it. */
export interface CutOffFault {
  readonly kind: 'cut-off';
}

/** An answer that is complete, but whose body is not what it should be. */
export interface MalformedFault {
  readonly kind: 'malformed';
  /** What the body is instead. */
  readonly body: 'text' | 'truncated-json' | 'empty' | 'html' | 'null' | 'array';
  /** Default: that of the right answer at stage `after`, else 200. */
  readonly status?: number | undefined;
  /** Default: `after`. */
  readonly stage?: FaultStage | undefined;
}

/** Bytes that are no HTTP. */
export interface NotHttpFault {
  readonly kind: 'not-http';
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** A status of success, and a body that says `success: false`. */
export interface SuccessFalseFault {
  readonly kind: 'success-false';
  /** Why, as the body says. */
  readonly error?: string | undefined;
  /** Default: `before`. */
  readonly stage?: FaultStage | undefined;
}

/** The right answer without its `jobId`. */
export interface MissingJobIdFault {
  readonly kind: 'missing-job-id';
}

/** The right answer, compressed, whatever the request accepts: as some gateways do. */
export interface CompressedFault {
  readonly kind: 'compressed';
  /** Value of the header `Content-Encoding`. Default: `gzip`. */
  readonly encoding?: 'gzip' | 'deflate' | 'br' | undefined;
}

/** One way in which an answer can go wrong. */
export type Fault =
  | StatusFault
  | RetryAfterFault
  | RedirectFault
  | DelayFault
  | StallFault
  | TrickleFault
  | ResetFault
  | HangUpFault
  | CutOffFault
  | MalformedFault
  | NotHttpFault
  | SuccessFalseFault
  | MissingJobIdFault
  | CompressedFault;

/**
 * What is wrong with a fault, or `undefined` if nothing is.
 *
 * @param fault - The fault.
 */
export function faultProblem(fault: Fault): string | undefined {
  if (fault.kind === 'trickle') {
    const { bytes = 1, interval } = fault;
    if (!Number.isInteger(bytes) || bytes < 1) return `bytes must be an integer of 1 or more, got ${bytes}.`;
    return delayProblem('interval', interval);
  }
  if (fault.kind === 'delay' || fault.kind === 'retry-after') {
    const problem = delayProblem('delay', fault.delay);
    if (problem !== undefined) return problem;
  }
  if (!('status' in fault) || fault.status === undefined) return undefined;
  const { status } = fault;
  return Number.isInteger(status) && status >= 200 && status <= 599
    ? undefined
    : `status must be an integer from 200 to 599, got ${status}.`;
}

function delayProblem(name: string, delay: number): string | undefined {
  return delay >= 0 && delay <= maxTimeout
    ? undefined
    : `${name} must be a number of milliseconds from 0 to ${maxTimeout}, got ${delay}.`;
}
