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
 * Functions that observe each exchange, for logs, metrics and traces. What they throw, or reject with, is ignored: an
 * observer must not lose a job. Only `onRequest` is waited for where it is `async`.
 */
export interface Hooks {
  /**
   * Before each attempt. Header fields that it returns, or resolves with within the attempt's time, go with the request, such
   * as a `traceparent` (https://www.w3.org/TR/trace-context); fields that cannot be sent are left out.
   */
  onRequest?: ((event: RequestEvent) => AddedHeaders | void | Promise<AddedHeaders | void>) | undefined;
  /** After each answer. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Before the delay that precedes another attempt. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  /** When a call fails for good; not for one that is refused before its first attempt, such as an invalid payload. */
  onError?: ((event: ErrorEvent) => unknown) | undefined;
}

/** Header fields that a hook adds; `undefined` removes one. */
type AddedHeaders = Readonly<Record<string, string | undefined>>;

/**
 * Calls the hooks of one name. What they throw or reject with is ignored.
 *
 * @param observers - The objects that have such hooks, or not.
 * @param name - The name.
 * @param attempt - Makes what all of them are given, only where there is one.
 * @param more - What those of this name are given besides.
 * @returns What each returned; `undefined` where it has none of the name, or threw.
 */
export function notify<Name extends keyof Hooks>(
  observers: readonly Hooks[],
  name: Name,
  attempt: { event(): RequestEvent },
  more?: Omit<Parameters<NonNullable<Hooks[Name]>>[0], keyof RequestEvent>,
): unknown[] {
  return observers.map((observer: { readonly [each in keyof Hooks]?: ((event: never) => unknown) | undefined }) => {
    try {
      const result = observer[name]?.({ ...attempt.event(), ...more } as never);
      Promise.resolve(result).catch(() => undefined);
      return result;
    } catch {
      // An observer must not lose a job.
      return undefined;
    }
  });
}
