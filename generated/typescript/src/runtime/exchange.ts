import type { CallSignal } from './abort-signal.js';
import type { CallContext } from './call-context.js';
import { ConnectionError, RequestAbortedError, TimeoutError, WorkerClientError } from './errors/index.js';
import type { Fetch, FetchRequest } from './fetch.js';
import { redactError } from './redact.js';

/** One HTTP exchange to perform. */
export interface ExchangeRequest extends CallContext {
  readonly method: FetchRequest['method'];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  /** Milliseconds for headers and body together. */
  readonly timeout: number;
  /** Ends the exchange early. */
  readonly signal: CallSignal | undefined;
  readonly fetch: Fetch;
}

/** A complete answer. */
export interface Answer {
  readonly status: number;
  /** Header fields; names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Performs one HTTP exchange, body included. The timeout and the signal end it whatever `fetch` does with its own signal,
 * and nothing is left behind: no timer, no listener.
 *
 * @throws {@link TimeoutError} after `timeout` milliseconds without a complete answer.
 * @throws {@link RequestAbortedError} when the signal fires, at once where it has fired already.
 * @throws {@link ConnectionError} for whatever `fetch` throws.
 */
export async function exchange(request: ExchangeRequest): Promise<Answer> {
  const { signal, timeout, purpose, details } = request;
  const abortedError = (): RequestAbortedError =>
    new RequestAbortedError(`Request aborted while ${purpose}.`, { ...details, cause: signal?.reason });
  if (signal?.aborted === true) throw abortedError();

  const controller = new AbortController();
  const { promise: interruption, reject: interrupt } = withReject();
  const onAbort = (): void => interrupt(abortedError());
  const timer = setTimeout(() => {
    interrupt(
      new TimeoutError(`Request timeout: no complete answer within ${timeout} ms while ${purpose}.`, {
        ...details,
        timeout,
      }),
    );
  }, timeout);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([converse(request, controller.signal), interruption]);
  } catch (error) {
    controller.abort();
    if (error instanceof WorkerClientError) throw error;
    const cause = redactError(error, request.secret);
    throw new ConnectionError(`No answer from the worker backend while ${purpose}: ${reasonOf(cause)}`, {
      ...details,
      cause,
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function converse(request: ExchangeRequest, signal: CallSignal): Promise<Answer> {
  const { method, url, headers, body } = request;
  const response = await request.fetch(url, {
    method,
    headers,
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body }),
  });
  const received: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    received[name.toLowerCase()] = value;
  });
  return { status: response.status, headers: received, text: await response.text() };
}

function withReject(): { promise: Promise<never>; reject: (reason: WorkerClientError) => void } {
  let reject: (reason: WorkerClientError) => void = () => undefined;
  const promise = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  return { promise, reject };
}

/** Node's `fetch` says only "fetch failed"; why stands in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause;
  if (inner instanceof Error) {
    const code = 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
    return `${error.message} (${inner.message || code || inner.name})`;
  }
  return error.message;
}
