/** How the delays between attempts grow. */
export interface Backoff {
  /** Upper end of the first delay, in milliseconds; it doubles with each attempt. */
  readonly retryDelay: number;
  /** Most milliseconds for any delay, one that the backend asks for included. */
  readonly maxRetryDelay: number;
  /** Draws a number from 0 up to 1. */
  readonly random: () => number;
}

/**
 * The delay before the next attempt: exponential backoff with full jitter, which spreads callers that failed together best
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 *
 * @param attempt - Number of the attempt that failed, from 1.
 * @param backoff - How delays grow; the configuration of a client will do.
 * @returns Milliseconds.
 */
export function backoffDelay(attempt: number, { retryDelay, maxRetryDelay, random }: Backoff): number {
  return random() * Math.min(maxRetryDelay, retryDelay * 2 ** (attempt - 1));
}
