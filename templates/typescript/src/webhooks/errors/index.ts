export { WebhookError } from './webhook-error.js';
export { WebhookPayloadError } from './webhook-payload-error.js';
export type { WebhookPayloadReason } from './webhook-payload-error.js';
export { WebhookVerificationError } from './webhook-verification-error.js';
export type { WebhookVerificationReason } from './webhook-verification-error.js';
