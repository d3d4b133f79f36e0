import type { WorkerClientError } from './errors/index.js';

/** An attempt that is about to be made. What it shows is redacted. */
export interface RequestEvent {
  /** Type of the message that is enqueued; `undefined` for a status call. */
  readonly messageType: string | undefined;
  /** The job that is asked about; `undefined` for an enqueue. */
  readonly jobId: string | undefined;
  /** The key under which the job is sent; `undefined` for a status call. */
  readonly idempotencyKey: string | undefined;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** HTTP method. */
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  /** Header fields, names in lower case; credentials are redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The payload; fields that the catalog marks as secret are redacted. */
  readonly payload: unknown;
}

/** An answer that arrived whole, whatever its status. */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status code. */
  readonly status: number;
  /** Header fields of the answer, names in lower case. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Milliseconds from the attempt's start to the end of the answer's body. */
  readonly duration: number;
}

/** An attempt that failed and will be repeated. */
export interface RetryEvent extends RequestEvent {
  /** What went wrong. */
  readonly error: WorkerClientError;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** A call that failed for good. */
export interface ErrorEvent extends RequestEvent {
  /** What the caller gets. */
  readonly error: WorkerClientError;
}

/**
 * Functions that observe each exchange, for logs, metrics and traces. They are called synchronously, and what they throw is
 * ignored: an observer must not lose a job.
 */
export interface Hooks {
  /**
   * Before each attempt. Header fields that it returns go with the request, such as a `traceparent`
   * (https://www.w3.org/TR/trace-context); fields that cannot be sent are left out, and so is all that an `async` hook
   * returns.
   */
  onRequest?: ((event: RequestEvent) => Readonly<Record<string, string | undefined>> | void) | undefined;
  /** After each answer. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Before the delay that precedes another attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** When a call fails for good; not for one that is refused before its first attempt, such as an invalid payload. */
  onError?: ((event: ErrorEvent) => void) | undefined;
}

/**
 * Calls a hook, if there is one. What it throws is ignored, and so is the rejection of one that is `async`.
 *
 * @param hooks - The object that the hook is a method of.
 * @param hook - The hook.
 * @param event - Makes what it is told, only where there is a hook.
 * @returns What it returned; `undefined` where it threw.
 */
export function callHook<Event, Result>(
  hooks: Hooks,
  hook: ((event: Event) => Result) | undefined,
  event: () => Event,
): Result | undefined {
  if (hook === undefined) return undefined;
  try {
    const result = hook.call(hooks, event());
    Promise.resolve(result).catch(() => undefined);
    return result;
  } catch {
    return undefined;
  }
}
