import type { ValidationProblem } from '../../runtime/validation.js';
import { brand, WebhookError } from './webhook-error.js';

/** What is wrong with the body of a webhook. */
export type WebhookPayloadReason =
  | 'not-raw'
  | 'too-large'
  | 'incomplete'
  | 'not-json'
  | 'not-an-event'
  | 'unknown-type'
  | 'invalid-data';

const statuses: Readonly<Record<WebhookPayloadReason, number>> = {
  'not-raw': 400,
  'too-large': 413,
  incomplete: 400,
  'not-json': 400,
  'not-an-event': 400,
  'unknown-type': 202,
  'invalid-data': 400,
};

/**
 * The body of a webhook is of no use, or is no longer there as it was sent: `not-raw` is for one that a body parser has
 * read, which is a mistake in the receiver. Answer with `status`: 413 where it is too large, 202 for a message type that this
 * version of the package does not know, and 400 for the rest. 202 since the sender is genuine and merely newer: an error
 * would make it repeat what can never be understood.
 */
export class WebhookPayloadError extends WebhookError {
  override readonly name = 'WebhookPayloadError';
  /** What is wrong, for programs. */
  readonly reason: WebhookPayloadReason;
  /** The message type that the body names, where it was read. */
  readonly messageType: string | undefined;
  /** Every place in the body that does not fit, by JSON pointer and sentence. */
  readonly problems: readonly ValidationProblem[];

  constructor(
    message: string,
    details: {
      reason: WebhookPayloadReason;
      messageType?: string;
      problems?: readonly ValidationProblem[];
      cause?: unknown;
    },
  ) {
    super(message, { status: statuses[details.reason], cause: details.cause });
    this.reason = details.reason;
    this.messageType = details.messageType;
    this.problems = details.problems ?? [];
  }

  /** @internal */
  override get [brand](): readonly string[] {
    return ['WebhookPayloadError', 'WebhookError'];
  }
}
