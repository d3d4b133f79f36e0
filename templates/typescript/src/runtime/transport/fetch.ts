import type { CallSignal } from '../abort-signal.js';
import { ConfigurationError } from '../errors/index.js';

/** What the client passes to `fetch`: the subset of the Fetch standard's `RequestInit` that it needs. */
export interface FetchRequest {
  /** HTTP method. */
  method: 'GET' | 'POST' | 'DELETE';
  /** Header fields; names are in lower case. */
  headers: Record<string, string>;
  /** JSON text of an enqueue; a status call has none. */
  body?: string;
  /** Always `manual`: a followed redirect would turn a POST into a GET (Fetch standard, HTTP-redirect fetch). */
  redirect: 'manual';
  /** Keeps caches from answering for the backend; left out of an enqueue, and where the platform refuses it. */
  cache?: 'no-store';
  /** Aborted when the timeout has passed or the caller's signal fires. */
  signal: CallSignal;
}

/** What the client reads from an answer: the subset of the Fetch standard's `Response` that it needs. */
export interface FetchResponse {
  /** HTTP status code; 0 for a redirect that a browser hides. */
  readonly status: number;
  /** Response header fields. */
  readonly headers: { forEach(visit: (value: string, name: string) => void): void };
  /** The body as a stream, where the platform has them: it is then read up to `maxResponseBytes`. */
  readonly body?: unknown;
  /** Reads the whole body as text; where there is no stream. */
  text(): Promise<string>;
}

/**
 * A function that performs one HTTP exchange. The platform's `fetch` is one, and so are those of undici and node-fetch.
 */
export type Fetch = (url: string, request: FetchRequest) => Promise<FetchResponse>;

/**
 * The platform's `fetch`, looked up at each call, so that a mock installed later is used and none is needed earlier.
 *
 * @throws {@link ConfigurationError} where the platform has none.
 */
export const platformFetch: Fetch = (url, request) => {
  if (typeof globalThis.fetch !== 'function')
    throw new ConfigurationError('This platform has no fetch: configure one.');
  return globalThis.fetch(url, request);
};
