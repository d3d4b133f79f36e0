// Generated from the message catalog. Change it there.
import type { MessagePayloads, ReceivedPayloads } from './message-types.js';
import { messageValidators } from './message-validators.js';
import type { WebhookEventOf } from './webhooks/event.js';
import { createWebhookParser } from './webhooks/parse-webhook.js';
import { signEvent, type SignWebhook } from './webhooks/sign-webhook.js';

export { ConfigurationError } from './runtime/errors/configuration-error.js';
export { InvalidArgumentError } from './runtime/errors/invalid-argument-error.js';
export type { ValidationProblem } from './runtime/validation.js';
export * from './webhooks/errors/index.js';
export type { ParseWebhookOptions } from './webhooks/parse-webhook.js';
export type {
  FetchWebhookRequest,
  NodeWebhookRequest,
  RawWebhookRequest,
  WebhookHeaders,
  WebhookRequest,
} from './webhooks/request.js';
export type { SignedWebhook, SignWebhookOptions } from './webhooks/sign-webhook.js';

/** A verified webhook: `type` tells the message, and with it the type of `data`. */
export type WebhookEvent = WebhookEventOf<ReceivedPayloads>;

/**
 * Verifies a webhook of the worker backend and reads it. A webhook may be delivered more than once: keep its `id` where
 * acting on it twice would hurt.
 *
 * @param request - A Fetch `Request`, an `IncomingMessage` of `node:http` whose body nobody has read, or `{ headers, body }`
 * with the raw body.
 * @param options - The secret, which is required, and limits.
 * @returns The event.
 * @throws {@link WebhookVerificationError} if it is not certain that the backend sent it just now: answer 401.
 * @throws {@link WebhookPayloadError} if the body is of no use; its `status` says what to answer.
 * @throws {@link ConfigurationError} if there is no usable secret.
 * @throws {@link InvalidArgumentError} if the body has been read already.
 */
export const parseWebhook = /* @__PURE__ */ createWebhookParser<ReceivedPayloads>(messageValidators);

/**
 * Signs a webhook, for those who send them.
 *
 * @param event - What is sent: `type`, `data`, and where they apply `timestamp` and `jobId`.
 * @param options - The secret; `id` and `timestamp` have defaults.
 * @returns The header fields and the body to send as they are.
 * @throws {@link ConfigurationError} if there is no usable secret.
 * @throws {@link InvalidArgumentError} if the data is no JSON, or the id or timestamp cannot be used.
 */
export const signWebhook: SignWebhook<MessagePayloads> = signEvent;
