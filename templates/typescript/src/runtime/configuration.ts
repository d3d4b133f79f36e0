import type { Hooks } from './hooks.js';
import type { Logger } from './log.js';
import type { RetryBudgetOptions } from './retry/retry-budget.js';
import type { Clock } from './time/clock.js';
import type { Fetch } from './transport/fetch.js';
import type { Validate } from './validation.js';

/** How a client reaches its worker backend. Every part is optional where the environment gives what is needed. */
export interface WorkerClientConfig {
  /** Where the backend listens: an `http:` or `https:` URL, path prefix allowed. Default: the environment's. */
  baseUrl?: string | undefined;
  /**
   * Sent as `Authorization: Bearer …`. A function, `async` or not, is asked before each call, and once more after a 401.
   * Default: the environment's; an empty string sends none.
   */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /** Milliseconds that one attempt may take from when it has a connection, headers and body together: above 0, up to 2,147,483,647. Default: 30,000. */
  timeout?: number | undefined;
  /** Milliseconds that one call may take, all attempts and the delays between them. Default: none but what those add up to. */
  deadline?: number | undefined;
  /** Most bytes of an answer's body, decoded: a whole number from 1 up. A longer one is not read to its end. Default: 16 MiB. */
  maxResponseBytes?: number | undefined;
  /** How often a call is repeated, where the README says that it is safe; 0 for never. Default: 2. */
  maxRetries?: number | undefined;
  /** Upper end of the first delay between attempts, in milliseconds; it doubles with each attempt. Default: 500. */
  retryDelay?: number | undefined;
  /** Most milliseconds for any delay. A backend that asks for longer gets no retry but an error. Default: 30,000. */
  maxRetryDelay?: number | undefined;
  /** How many retries all calls of this client may make together; `false` sets no limit. Default: see the parts. */
  retryBudget?: RetryBudgetOptions | false | undefined;
  /**
   * Whether the backend honours `Idempotency-Key`: makes one job of all requests with the same key. Only then is an enqueue
   * repeated whose outcome is unknown. Default: `'auto'`, which asks the backend when that is first needed, and takes anything
   * but a clear yes for a no.
   */
  honorsIdempotencyKey?: boolean | 'auto' | undefined;
  /** Checks payloads before they are sent, and results of jobs: `validateMessage` of the entry `validators`. Default: none. */
  validate?: Validate | undefined;
  /** Functions that observe each exchange, and may add header fields. Default: none. */
  hooks?: Hooks | undefined;
  /**
   * Logs each exchange, redacted: `console`, or any object with the methods `debug`, `info`, `warn` and `error`. Default: none;
   * `console` where the environment variable `WORKER_BACKEND_LOG` is `debug`.
   */
  logger?: Logger | undefined;
  /** Most milliseconds between two polls of a job that is waited for; the first interval is at most 250. Default: 5,000. */
  pollInterval?: number | undefined;
  /** Most polls at the same time, however many jobs are waited for: a whole number from 1 up. Default: 16. */
  pollConcurrency?: number | undefined;
  /** Header fields that go with every request, but for those that are the client's own, such as `Idempotency-Key`. Default: none. */
  headers?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Performs the HTTP exchanges. In Node and Bun, a failure whose `code` proves that nothing was sent is repeated; elsewhere
   * failures have none. Default: the platform's `fetch`; in Node, `node:http` and `node:https`.
   */
  fetch?: Fetch | undefined;
  /**
   * In Node, the `http.Agent` or `https.Agent` that holds the connections: for proxies and TLS settings. Elsewhere, and
   * beside `fetch`, it is ignored. Default: one that all clients share, with keep-alive and at most 256 connections a host.
   */
  agent?: HttpAgent | undefined;
  /** The time and the timers. Default: the platform's. */
  clock?: Clock | undefined;
  /** Draws a number from 0 up to 1, for the jitter of delays. Default: `Math.random`. */
  random?: (() => number) | undefined;
}

/** What an agent of `node:http`, `node:https` or a proxy package is known by; no type of Node is needed to compile against it. */
export interface HttpAgent {
  readonly maxSockets: number;
  destroy(): void;
}

/** A {@link WorkerClientConfig} with its defaults filled in and every part checked. */
export interface ResolvedConfiguration {
  readonly baseUrl: string;
  /** Empty for none. */
  readonly apiKey: string | (() => string | Promise<string>);
  readonly timeout: number;
  readonly deadline: number | undefined;
  readonly maxResponseBytes: number;
  readonly maxRetries: number;
  readonly retryDelay: number;
  readonly maxRetryDelay: number;
  readonly retryBudget: RetryBudgetOptions | false;
  readonly honorsIdempotencyKey: boolean | 'auto';
  readonly validate: Validate | undefined;
  /** The caller's hooks, and those that log. */
  readonly observers: readonly Hooks[];
  readonly pollInterval: number;
  readonly pollConcurrency: number;
  /** Header fields that the platform asks for; all others win over them. */
  readonly platformHeaders: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly fetch: Fetch | undefined;
  readonly agent: HttpAgent | undefined;
  readonly clock: Clock;
  readonly random: () => number;
}
