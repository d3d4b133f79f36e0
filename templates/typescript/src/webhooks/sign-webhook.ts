import { InvalidArgumentError } from '../runtime/errors/invalid-argument-error.js';
import { serializePayload } from '../runtime/delivery/payload.js';
import type { EventBody, OutgoingWebhookOf } from './event.js';
import { readSecrets } from './secrets.js';
import { sign } from './signature.js';

/** How a webhook is signed. */
export interface SignWebhookOptions {
  /** The signing secret, `whsec_…`; with several, each signs, so that receivers may know either. */
  secret: string | readonly string[];
  /** Id of the webhook, to be the same when it is sent again. Default: a new one. */
  id?: string | undefined;
  /** When it is sent, which receivers compare with their clock. Default: now. */
  timestamp?: Date | undefined;
}

/** A webhook, ready to be sent by POST: `fetch(url, { method: 'POST', ...signed })`. */
export interface SignedWebhook {
  headers: {
    'content-type': 'application/json';
    'webhook-id': string;
    'webhook-timestamp': string;
    'webhook-signature': string;
  };
  /** To be sent as it is: any other text has another signature. */
  body: string;
}

/** Signs a webhook of one of the messages. */
export type SignWebhook<Payloads extends object> = (
  event: OutgoingWebhookOf<Payloads>,
  options: SignWebhookOptions,
) => Promise<SignedWebhook>;

/**
 * Signs an event for sending, as Standard Webhooks has it.
 *
 * @param event - What is sent.
 * @param options - The secret, and what else goes into the headers.
 * @throws {@link ConfigurationError} if there is no usable secret.
 * @throws {@link InvalidArgumentError} if the data is no JSON, or the id or timestamp cannot be used.
 */
export async function signEvent(
  event: Omit<EventBody, 'timestamp'> & { readonly timestamp?: string | undefined },
  { secret, id = `msg_${globalThis.crypto.randomUUID()}`, timestamp = new Date() }: SignWebhookOptions,
): Promise<SignedWebhook> {
  const keys = readSecrets(secret);
  if (!/^[!-~]+$/.test(id) || id.includes('.')) {
    throw new InvalidArgumentError('The id of a webhook must be plain characters without spaces and full stops.');
  }
  const seconds = Math.floor(timestamp.getTime() / 1000);
  if (!(seconds >= 0)) throw new InvalidArgumentError('The timestamp of a webhook must be a valid date since 1970.');
  const { type, timestamp: occurred = timestamp.toISOString(), data, jobId } = event;
  const body = serializePayload(type, { type, timestamp: occurred, data, jobId });
  const content = { id, timestamp: seconds, body: new TextEncoder().encode(body) };
  const signatures = await Promise.all(keys.map((key) => sign(content, key)));
  return {
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatures.join(' '),
    },
    body,
  };
}
