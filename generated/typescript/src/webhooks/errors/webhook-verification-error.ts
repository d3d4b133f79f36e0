import { brand, WebhookError } from './webhook-error.js';

/** Why a webhook is not believed. */
export type WebhookVerificationReason =
  | 'missing-header'
  | 'malformed-header'
  | 'timestamp-too-old'
  | 'timestamp-too-new'
  | 'unknown-version'
  | 'signature-mismatch';

/**
 * It is not certain that the worker backend sent this webhook, or that it did so just now. Answer 401, and use nothing of
 * the request.
 */
export class WebhookVerificationError extends WebhookError {
  override readonly name = 'WebhookVerificationError';
  /** Why, for programs. */
  readonly reason: WebhookVerificationReason;

  constructor(message: string, details: { reason: WebhookVerificationReason }) {
    super(message, { status: 401 });
    this.reason = details.reason;
  }

  /** @internal */
  override get [brand](): readonly string[] {
    return ['WebhookVerificationError', 'WebhookError'];
  }
}
