import { InvalidArgumentError } from '../runtime/errors/invalid-argument-error.js';
import type { ValidationProblem } from '../runtime/validation.js';
import { compileValidator, type Validator } from '../validators/runtime/compile-validator.js';
import { WebhookPayloadError, WebhookVerificationError } from './errors/index.js';
import { eventBodySchema, type EventBody, type WebhookEventOf } from './event.js';
import { readBody } from './read-body.js';
import { readHeader, type WebhookHeaders, type WebhookRequest } from './request.js';
import { readSecrets } from './secrets.js';
import { isSigned } from './signature.js';

/** Seconds that a webhook may be old, or ahead of the clock (Standard Webhooks, "Verifying timestamps"). */
const tolerance = 300;

/** Bytes that a body may have, unless the options say otherwise: 1 MiB. */
const defaultLimit = 2 ** 20;

/** How a webhook is verified. There is no way to leave that out. */
export interface ParseWebhookOptions {
  /** The signing secret, `whsec_…`; several while a new one replaces an old one. */
  secret: string | readonly string[];
  /** Most bytes of the body. Default: 1,048,576. */
  maxBytes?: number | undefined;
  /** Tells the time in milliseconds since 1970-01-01T00:00:00Z. Default: the system's. */
  clock?: { now(): number } | undefined;
}

/** Validators by message type. */
export type WebhookValidators<Payloads extends object> = {
  readonly [Type in keyof Payloads & string]: Validator<Payloads[Type]>;
};

const checkBody = /* @__PURE__ */ compileValidator<EventBody>(eventBodySchema);

/**
 * Makes the function that verifies and reads webhooks. It refuses message types that it does not know: an event without a
 * known type cannot be told apart by its type, and its data cannot be checked.
 *
 * @param validators - The messages to know.
 */
export function createWebhookParser<Payloads extends object>(
  validators: WebhookValidators<Payloads>,
): (request: WebhookRequest, options: ParseWebhookOptions) => Promise<WebhookEventOf<Payloads>> {
  const byType = new Map<string, (data: unknown) => readonly ValidationProblem[]>(Object.entries(validators));
  const isKnown = (event: EventBody): event is EventBody & WebhookEventOf<Payloads> => byType.has(event.type);
  return async (request, options) => {
    // JavaScript may leave the options out.
    const { body, id } = await verify(request, options ?? { secret: '' });
    const { type, timestamp, data, jobId } = readEvent(body);
    const event: EventBody & { id: string } = { type, timestamp, data, id, ...(jobId === undefined ? {} : { jobId }) };
    if (!isKnown(event)) {
      const message = `The message type ${JSON.stringify(type.slice(0, 100))} is not known to this version of the package.`;
      throw new WebhookPayloadError(message, { reason: 'unknown-type', messageType: type });
    }
    const problems = (byType.get(type)?.(data) ?? []).map((problem) => ({
      ...problem,
      pointer: `/data${problem.pointer}`,
    }));
    if (problems.length > 0) throw invalid('invalid-data', `The data does not fit ${type}`, problems, type);
    return event;
  };
}

async function verify(
  request: WebhookRequest,
  { secret, maxBytes = defaultLimit, clock = Date }: ParseWebhookOptions,
): Promise<{ body: Uint8Array; id: string }> {
  const keys = readSecrets(secret);
  if (!(maxBytes > 0)) throw new InvalidArgumentError('maxBytes must be a number above 0.');
  const { headers } = request;
  const id = requireHeader(headers, 'webhook-id');
  const timestamp = readTimestamp(requireHeader(headers, 'webhook-timestamp'), clock.now());
  const signatures = requireHeader(headers, 'webhook-signature');
  const body = await readBody(request, maxBytes);
  if (await isSigned(signatures, { id, timestamp, body }, keys)) return { body, id };
  throw new WebhookVerificationError(
    'No signature of the webhook was made with the secret: another secret, or the request was changed on its way.',
    { reason: 'signature-mismatch' },
  );
}

function requireHeader(headers: WebhookHeaders, name: string): string {
  const value = readHeader(headers, name);
  if (value !== undefined) return value;
  throw new WebhookVerificationError(`The request has no header ${name}.`, { reason: 'missing-header' });
}

function readTimestamp(value: string, now: number): number {
  if (!/^\d{1,12}$/.test(value)) {
    throw new WebhookVerificationError('The header webhook-timestamp is no number of seconds.', {
      reason: 'malformed-header',
    });
  }
  const timestamp = Number(value);
  const age = Math.floor(now / 1000) - timestamp;
  if (age > tolerance || age < -tolerance) {
    const isOld = age > 0;
    throw new WebhookVerificationError(
      `The webhook is ${Math.abs(age)} s ${isOld ? 'old' : 'ahead of this clock'}; up to ${tolerance} s are allowed.`,
      { reason: isOld ? 'timestamp-too-old' : 'timestamp-too-new' },
    );
  }
  return timestamp;
}

function readEvent(body: Uint8Array): EventBody {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // What the parser throws quotes the body.
    throw new WebhookPayloadError('The body is no JSON.', { reason: 'not-json' });
  }
  if (checkBody.accepts(value)) return value;
  throw invalid('not-an-event', 'The body is no event of Standard Webhooks', checkBody(value));
}

function invalid(
  reason: 'not-an-event' | 'invalid-data',
  what: string,
  problems: readonly ValidationProblem[],
  messageType?: string,
): WebhookPayloadError {
  const list = problems.map(({ pointer, message }) => `${pointer || 'the whole'}: ${message}`).join(' ');
  return new WebhookPayloadError(`${what}. ${list}`, {
    reason,
    problems,
    ...(messageType === undefined ? {} : { messageType }),
  });
}
