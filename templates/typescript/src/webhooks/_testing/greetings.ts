import { createWebhookParser } from '../parse-webhook.js';
import { readSecrets } from '../secrets.js';
import { sign } from '../signature.js';
import { signEvent, type SignedWebhook } from '../sign-webhook.js';

/** A secret of 24 bytes, as Standard Webhooks asks for. */
export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** Another one. */
export const otherSecret = 'whsec_dGhpcyBpcyBub3QgdGhlIHNhbWUgc2VjcmV0';

/** When the tests take place, in milliseconds. */
export const now = 1_790_000_000_000;

/** Says that it is {@link now}. */
export const clock = { now: (): number => now };

/** Payloads of the messages of these tests. */
export interface Greetings {
  'greeting-sent': { text: string; copies?: number | undefined; tone?: string | undefined };
  'greeting-read': { at: string };
}

/** Reads webhooks of {@link Greetings}. */
export const parseGreeting = createWebhookParser<Greetings>({
  'greeting-sent': {
    type: 'object',
    properties: { text: { type: 'string' }, copies: { type: 'integer' }, tone: { enum: ['warm', 'formal'] } },
    required: ['text'],
  },
  'greeting-read': {
    type: 'object',
    properties: { at: { type: 'string', format: 'date-time' } },
    required: ['at'],
  },
});

/** A webhook that is as it should be. */
export const signGreeting = (): Promise<SignedWebhook> =>
  signEvent(
    { type: 'greeting-sent', data: { text: 'hello' }, jobId: '42' },
    { secret, id: 'msg_1', timestamp: new Date(now) },
  );

/**
 * A webhook whose body is any text or bytes, signed as it should be.
 *
 * @param body - The body.
 */
export async function signBody(
  body: string | Uint8Array,
): Promise<{ headers: Record<string, string>; body: Uint8Array }> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const [key = new Uint8Array()] = readSecrets(secret);
  const signature = await sign({ id: 'msg_1', timestamp: now / 1000, body: bytes }, key);
  return {
    headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': String(now / 1000), 'webhook-signature': signature },
    body: bytes,
  };
}
