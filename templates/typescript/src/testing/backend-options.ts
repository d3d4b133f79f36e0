import type { Feature } from '../backend/api-parts.js';
import type { BackendCatalog as ApiCatalog } from '../backend/create-backend.js';
import type { MemoryStore } from '../backend/memory-store.js';
import type { Clock } from '../runtime/time/clock.js';
import type { Validate } from '../runtime/validation.js';
import type { MessagePolicies } from '../worker/message-policy.js';
import type { Fault } from './fault.js';
import type { ReceivedRequest } from './received-request.js';
import type { SignWebhook } from './webhook-sender.js';

/** How a backend behaves. Every part is optional. */
export interface BackendOptions {
  /** The key that requests must carry as `Authorization: Bearer …`; without it, 401. Default: none, everybody may. */
  readonly apiKey?: string | undefined;
  /** Checks payloads; what it finds answers 400. Default: the package's own validators; `false` takes any payload. */
  readonly validate?: Validate | false | undefined;
  /**
   * What the backend can do, and says that it can (`GET /api/capabilities`), of `idempotency`, `wait`, `cancel` and `delay`;
   * `false` for a backend of version 4.0, which can do none of it and answers the question with 404. Default: all of it.
   */
  readonly features?: readonly Feature[] | false | undefined;
  /** Whether `Idempotency-Key` is honoured, whatever the backend says. Default: where `features` holds `idempotency`. */
  readonly honorsIdempotencyKey?: boolean | undefined;
  /** Chooses how the answer to a request goes wrong, where no fault was injected. Default: it does not. */
  readonly faults?: ((request: ReceivedRequest) => Fault | undefined) | undefined;
  /**
   * Signs webhooks with this secret: a job whose payload has a `webhookUrl` posts its outcome there when it has ended; one
   * that fails without one posts nothing. What is not answered with 2xx is tried again, as workers do. Default: none is posted.
   */
  readonly webhookSecret?: string | undefined;
  /**
   * Milliseconds between one try to post a webhook and the next, by the backend's clock; after the last of them it is given up.
   * Default: that of workers, 5 s, 30 s, 2 min, 10 min, 30 min, 1 h, 3 h and 6 h.
   */
  readonly webhookSchedule?: readonly number[] | undefined;
  /** Signs webhooks. Default: the package's own `signWebhook`. */
  readonly signWebhook?: SignWebhook | undefined;
  /** Lets webhooks go to a URL. Default: loopback addresses alone. */
  readonly allowWebhook?: ((url: URL) => boolean) | undefined;
  /** Keeps the jobs; it is closed with the backend. Default: one whose jobs are attempted as the catalog says. */
  readonly store?: MemoryStore | undefined;
  /** Times jobs, delays and records. Default: the clock of this machine. */
  readonly clock?: Clock | undefined;
  /** The longest body, in bytes; a longer one answers 413. Default: 1,048,576. */
  readonly maxBodyBytes?: number | undefined;
  /** How many requests, jobs and webhooks stay on record, the newest of each. Default: all. */
  readonly recordLimit?: number | undefined;
}

/** What a backend knows of the messages. Default of the version: 0.0.0. */
export interface BackendCatalog extends Partial<ApiCatalog> {
  /** Message types of outcomes, by the message types whose jobs they report the end of. Default: none. */
  readonly outcomes?: Readonly<Record<string, string | undefined>> | undefined;
  /** Says how often jobs are attempted. Default: once. */
  readonly policies?: MessagePolicies | undefined;
  /** Signs webhooks. */
  readonly signWebhook?: SignWebhook | undefined;
}

/**
 * What is wrong with the options that only a backend for tests has; `undefined` if nothing is.
 *
 * @param options - The options.
 * @param catalog - What is known of the messages.
 */
export function optionsProblem(options: BackendOptions, catalog: BackendCatalog): string | undefined {
  const { recordLimit = 0, webhookSecret, signWebhook = catalog.signWebhook } = options;
  if (webhookSecret === '') return 'webhookSecret must not be empty: leave it out to post no webhooks.';
  if (webhookSecret !== undefined && signWebhook === undefined) return 'webhookSecret needs signWebhook.';
  if (!(recordLimit >= 0)) return `recordLimit must be 0 or more, got ${recordLimit}.`;
  return undefined;
}
