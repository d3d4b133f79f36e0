import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { StoredJob } from '../backend/job-store.js';
import { derivedJobId } from '../worker/derived-id.js';

/** What a webhook holds: a message, and the job that it is about. */
export interface WebhookEvent {
  /** Type of the message. */
  readonly type: string;
  /** The message's payload. */
  readonly data: unknown;
  readonly jobId: string;
}

/** Signs a webhook (https://www.standardwebhooks.com): what to send, header fields and body. */
export type SignWebhook = (
  event: WebhookEvent,
  options: { readonly secret: string; readonly id: string },
) => Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: string }>;

/** What became of a webhook. */
export type WebhookDelivery = {
  readonly jobId: string;
  /** The payload's `webhookUrl`. */
  readonly url: string;
} & (
  | {
      /** It was sent, and answered. */
      readonly result: 'delivered';
      /** HTTP status of the answer. */
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | {
      /** `refused`: it was not sent; `failed`: no complete answer came. */
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
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Posts the outcome of a job to the `webhookUrl` of its payload. */
export class WebhookSender {
  readonly #options: WebhookSenderOptions;
  readonly #closing = new AbortController();
  readonly #pending = new Set<Promise<unknown>>();

  /** @param options - How webhooks are sent. */
  constructor(options: WebhookSenderOptions) {
    this.#options = options;
  }

  /**
   * Sends the outcome of a job that has ended, once. Resolves with `undefined` where the payload asks for none; never rejects.
   */
  async send(job: StoredJob, outcome: unknown): Promise<WebhookDelivery | undefined> {
    const target = webhookUrl(job.data);
    if (target === undefined) return undefined;
    const sending = this.#send(job, target, outcome).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      return { jobId: job.jobId, url: target, result: 'failed', reason } as const;
    });
    this.#pending.add(sending);
    const delivery = await sending;
    this.#pending.delete(sending);
    return delivery;
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('The backend was closed.'));
    await Promise.all(this.#pending);
  }

  async #send({ jobId, name }: StoredJob, target: string, outcome: unknown): Promise<WebhookDelivery> {
    const { secret, sign, outcomes, isAllowed } = this.#options;
    const refuse = (reason: string): WebhookDelivery => ({ jobId, url: target, result: 'refused', reason });
    const type = Object.hasOwn(outcomes, name) ? outcomes[name] : undefined;
    if (type === undefined) return refuse(`The catalog links no outcome to ${name}.`);
    const url = URL.canParse(target) ? new URL(target) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) return refuse('webhookUrl is no http: or https: URL.');
    if (!isAllowed(url)) return refuse(`${url.host} is no loopback address: allowWebhook can let it pass.`);
    const id = await derivedJobId(jobId, type, 'webhook');
    const { headers, body } = await sign({ type, data: outcome, jobId }, { secret, id });
    const status = await post(url, headers, body, this.#closing.signal);
    return { jobId, url: target, result: 'delivered', status, headers, body };
  }
}

/** Tells whether a URL points at this machine. */
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

/** Posts with a connection of its own, so that none is left behind, and follows no redirect. Resolves with the status. */
function post(url: URL, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<number> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, { method: 'POST', agent: false, signal, headers: { ...headers } }, (response) => {
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', reject);
      response.resume();
    });
    request.once('error', reject);
    request.end(body);
  });
}
