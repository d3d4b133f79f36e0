/** Marks the errors of every copy of the package with their classes, its own first: the ES module and the CommonJS one are two. */
export const brand = Symbol.for('worker-webhook-error');

/** What is marked so. */
interface Branded {
  readonly [brand]?: readonly string[];
}

/** The base of what is wrong with a webhook: `error instanceof WebhookError` distinguishes it from a mistake in the receiver. */
export class WebhookError extends Error {
  /** The same in every copy of the package. */
  static override [Symbol.hasInstance](this: { readonly prototype: Branded }, value: unknown): boolean {
    const { prototype } = this;
    if (Object.prototype.isPrototypeOf.call(prototype, value as object)) return true;
    // A class of the caller's own has no mark of its own.
    const [own] = (Object.hasOwn(prototype, brand) && prototype[brand]) || [];
    return own !== undefined && (value as Branded | null | undefined)?.[brand]?.includes(own) === true;
  }

  override readonly name: string = 'WebhookError';
  /** The HTTP status to answer with. */
  readonly status: number;

  constructor(message: string, details: { status: number; cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.status = details.status;
  }

  /** @internal */
  get [brand](): readonly string[] {
    return ['WebhookError'];
  }
}
