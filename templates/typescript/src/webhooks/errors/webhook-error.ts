/** The base of what is wrong with a webhook: `error instanceof WebhookError` distinguishes it from a mistake in the receiver. */
export class WebhookError extends Error {
  override readonly name: string = 'WebhookError';
  /** The HTTP status to answer with. */
  readonly status: number;

  constructor(message: string, details: { status: number; cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.status = details.status;
  }
}
