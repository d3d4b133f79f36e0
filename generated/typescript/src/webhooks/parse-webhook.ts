import { InvalidArgumentError } from '../runtime/errors/invalid-argument-error.js';
import { excerpt } from '../runtime/delivery/reason.js';
import type { ValidationProblem } from '../runtime/validation.js';
import { compileValidator, type Validator } from '../validators/runtime/compile-validator.js';
import type { Schema } from '../validators/runtime/schema.js';
import { WebhookPayloadError, WebhookVerificationError } from './errors/index.js';
import { eventBodySchema, type EventBody, type WebhookEventOf } from './event.js';
import { schemaOpener } from './open-schema.js';
import { readBody } from './read-body.js';
import { readHeader, type WebhookHeaders, type WebhookRequest } from './request.js';
import { readSecrets } from './secrets.js';
import { isSigned, otherVersions } from './signature.js';

/** Seconds that a webhook may be old, or ahead of the clock (Standard Webhooks, "Verifying timestamps"). */
const tolerance = 300;

/** Bytes that a body may have, unless the options say otherwise: 1 MiB. */
const defaultLimit = 2 ** 20;

/** Most problems that a message quotes, each cut to one line; an error lists them all. */
const maxQuoted = 20;

/** How a webhook is verified. There is no way to leave that out. */
export interface ParseWebhookOptions {
  /** The signing secret, `whsec_…`; several while a new one replaces an old one. */
  secret: string | readonly string[];
  /** Most bytes of the body. Default: 1,048,576. */
  maxBytes?: number | undefined;
  /** Gives the time in milliseconds since 1970-01-01T00:00:00Z. Default: the system's. */
  clock?: { now(): number } | undefined;
}

/** The schema of each message's payload, by message type. */
export type WebhookSchemas<Payloads extends object> = {
  readonly [Type in keyof Payloads & string]: Schema;
};

const checkBody = /* @__PURE__ */ compileValidator<EventBody>(eventBodySchema);

/**
 * Makes the function that verifies and reads webhooks. It refuses message types that it does not know: an event without a
 * known type cannot be told apart by its type, and its data cannot be checked. Values that a schema does not list yet are
 * accepted where the received types leave them open.
 *
 * @param schemas - The messages to know.
 */
export function createWebhookParser<Payloads extends object>(
  schemas: WebhookSchemas<Payloads>,
): (request: WebhookRequest, options: ParseWebhookOptions) => Promise<WebhookEventOf<Payloads>> {
  const byType = new Map<string, Schema>(Object.entries(schemas));
  let open: ((schema: Schema) => Schema) | undefined;
  const validators = new Map<string, Validator<unknown>>();
  /** The validator of a message type, made when it is first asked for. */
  const validatorOf = (type: string): Validator<unknown> => {
    open ??= schemaOpener([...byType.values()]);
    const validator = validators.get(type) ?? compileValidator(open(byType.get(type) ?? true));
    validators.set(type, validator);
    return validator;
  };
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
    const validator = validatorOf(type);
    if (validator.accepts(data)) return event;
    const problems = validator(data).map((problem) => ({ ...problem, pointer: `/data${problem.pointer}` }));
    throw invalid('invalid-data', `The data does not fit ${type}`, problems, type);
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
  const versions = otherVersions(signatures);
  if (versions.length > 0) {
    throw new WebhookVerificationError(
      `The webhook is signed by version ${excerpt(versions.join(', '))} alone, and this package knows version v1.`,
      { reason: 'unknown-version' },
    );
  }
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
  const quoted = problems.slice(0, maxQuoted);
  const list = quoted.map(({ pointer, message }) => excerpt(`${pointer || 'the whole'}: ${message}`)).join(' ');
  const rest = problems.length > quoted.length ? ` There are ${problems.length - quoted.length} more problems.` : '';
  return new WebhookPayloadError(`${what}. ${list}${rest}`, {
    reason,
    problems,
    ...(messageType === undefined ? {} : { messageType }),
  });
}
