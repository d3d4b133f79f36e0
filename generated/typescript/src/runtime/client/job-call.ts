import type { Trace } from '../delivery/call.js';

/** What came back on success. */
export interface WithResponse<Data> {
  /** What the call resolves with. */
  readonly data: Data;
  /** HTTP status code. */
  readonly status: number;
  /** Header fields of the answer, names in lower case; credentials are redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The backend's `X-Request-Id` for this exchange, to look it up in its logs. */
  readonly requestId: string | undefined;
  /** How many attempts were made. */
  readonly attempts: number;
}

/** A call under way: a promise, which also knows what came back. */
export interface JobCall<Data> extends Promise<Data> {
  /** Resolves with the data, and the answer that it came in; it rejects as the call itself does. */
  withResponse(): Promise<WithResponse<Data>>;
}

/**
 * Begins a call.
 *
 * @param run - Carries it out; what came back is noted on the trace.
 */
export function beginCall<Data>(run: (trace: Trace) => Promise<Data>): JobCall<Data> {
  const trace: Trace = {};
  const call = run(trace);
  const withResponse = async (): Promise<WithResponse<Data>> => {
    const data = await call;
    const { status = 0, headers = {} } = (trace.answer && trace.attempt?.shown(trace.answer)) ?? {};
    return { data, status, headers, requestId: headers['x-request-id'], attempts: trace.attempt?.number ?? 0 };
  };
  // Not a function literal in an assignment: V8 makes that in its old generation, where it keeps the whole call alive.
  return Object.assign(call, { withResponse });
}
