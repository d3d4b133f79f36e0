import { BlockList, isIP } from 'node:net';
import type { StoredJob } from '../backend/job-store.js';
import { onAbort } from '../runtime/abort-signal.js';
import type { Clock } from '../runtime/time/clock.js';
import { delay } from '../runtime/time/delay.js';
import {
  defaultTimeout,
  isDelivered,
  postWebhook,
  RefusedWebhookError,
  type WebhookPost,
} from '../webhooks/post-webhook.js';
import { hashedUuid, textOfId } from '../worker/derived-id.js';

/** What a webhook holds: a message, and the job that it is about. */
export interface WebhookEvent {
  /** Type of the message. */
  readonly type: string;
  /** When the job ended, by the backend's clock. */
  readonly timestamp: string;
  /** The message's payload. */
  readonly data: unknown;
  readonly jobId: string;
}

/** Signs a webhook (https://www.standardwebhooks.com): what to send, header fields and body. */
export type SignWebhook = (
  event: WebhookEvent,
  options: { readonly secret: string; readonly id: string },
) => Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string }>;

/** What became of one try to deliver a webhook. */
export type WebhookDelivery = {
  readonly jobId: string;
  /** Number of the try, from 1. */
  readonly attempt: number;
  /** The payload's `webhookUrl`. */
  readonly url: string;
} & (
  | {
      /** It was sent, and answered: with another status than 2xx, it is tried again. */
      readonly result: 'delivered';
      /** HTTP status of the answer. */
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | {
      /** `refused`: it was not sent, and is not tried again; `failed`: no complete answer came. */
      readonly result: 'refused' | 'failed';
      readonly reason: string;
    }
);

/** How webhooks are sent. */
export interface WebhookSenderOptions {
  readonly secret: string;
  readonly sign: SignWebhook;
  /** Message types by the message types whose jobs they report the end of. */
  readonly outcomes: Readonly<Record<string, string | undefined>>;
  readonly isAllowed: (url: URL) => boolean;
  /** Milliseconds between one try and the next. */
  readonly schedule: readonly number[];
  /** Times the tries. */
  readonly clock: Clock;
  /** Called after each try. */
  readonly onDelivery: (delivery: WebhookDelivery) => void;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** A webhook that is to be delivered. */
interface Webhook {
  readonly job: StoredJob;
  readonly url: string;
  readonly outcome: unknown;
  /** When the job ended. */
  readonly timestamp: string;
}

/** Posts the outcome of a job to the `webhookUrl` of its payload, again and again on a schedule as workers do. */
export class WebhookSender {
  readonly #options: WebhookSenderOptions;
  readonly #closing = new AbortController();
  readonly #pending = new Set<Promise<unknown>>();

  /** @param options - How webhooks are sent. */
  constructor(options: WebhookSenderOptions) {
    this.#options = options;
  }

  /** Sends the outcome of a job that has ended, where its payload asks for it. */
  send(job: StoredJob, outcome: unknown): void {
    const url = webhookUrl(job.data);
    if (url === undefined || this.#closing.signal.aborted) return;
    const timestamp = new Date(this.#options.clock.now()).toISOString();
    const sending = this.#deliver({ job, url, outcome, timestamp }).finally(() => this.#pending.delete(sending));
    this.#pending.add(sending);
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('The backend was closed.'));
    await Promise.all(this.#pending);
  }

  async #deliver(webhook: Webhook): Promise<void> {
    const { schedule, clock, onDelivery } = this.#options;
    const { signal } = this.#closing;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const delivery = await this.#try(webhook, attempt);
      onDelivery(delivery);
      const { result } = delivery;
      if (result === 'refused' || (result === 'delivered' && isDelivered(delivery.status))) return;
      const pause = schedule[attempt - 1];
      if (pause === undefined) return;
      await delay(pause, { clock, signal });
    }
  }

  /** Posts a webhook, within the time that workers give to a try. */
  async #post(post: Pick<WebhookPost, 'url' | 'headers' | 'body'>): Promise<number> {
    const { clock } = this.#options;
    this.#closing.signal.throwIfAborted();
    const stop = new AbortController();
    const timer = clock.setTimeout(() => stop.abort(), defaultTimeout);
    const unsubscribe = onAbort(this.#closing.signal, () => stop.abort());
    try {
      return await postWebhook({ ...post, allowPrivateAddresses: true, signal: stop.signal });
    } finally {
      clock.clearTimeout(timer);
      unsubscribe();
    }
  }

  async #try({ job: { jobId, name }, url, outcome, timestamp }: Webhook, attempt: number): Promise<WebhookDelivery> {
    const { secret, sign, outcomes, isAllowed } = this.#options;
    try {
      const type = Object.hasOwn(outcomes, name) ? outcomes[name] : undefined;
      if (type === undefined) throw new RefusedWebhookError(`The catalog links no outcome to ${name}.`);
      const parsed = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
      if (parsed !== undefined && !isAllowed(parsed))
        throw new RefusedWebhookError(`${parsed.host} is no loopback address: allowWebhook can let it pass.`);
      // The same at each try, and as workers have it: Standard Webhooks wants ids without full stops.
      const id = `msg_${await hashedUuid(textOfId(jobId, type, 'webhook'))}`;
      const { headers, body } = await sign({ type, timestamp, data: outcome, jobId }, { secret, id });
      const status = await this.#post({ url, headers, body });
      return { jobId, url, attempt, result: 'delivered', status, headers, body };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { jobId, url, attempt, result: error instanceof RefusedWebhookError ? 'refused' : 'failed', reason };
    }
  }
}

/** Whether a URL points at this machine. */
export function isLoopback({ hostname }: URL): boolean {
  if (hostname === 'localhost') return true;
  const address = hostname.replaceAll(/[[\]]/g, '');
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

function webhookUrl(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('webhookUrl' in payload)) return undefined;
  return typeof payload.webhookUrl === 'string' ? payload.webhookUrl : undefined;
}
