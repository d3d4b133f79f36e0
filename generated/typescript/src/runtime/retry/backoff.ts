/** How the delays between attempts grow. */
export interface Backoff {
  /** Upper end of the first delay, in milliseconds; it doubles with each attempt. */
  readonly base: number;
  /** Most milliseconds for any delay, one that the backend asks for included. */
  readonly cap: number;
}

/**
 * The delay before the next attempt: exponential backoff with full jitter, which spreads callers that failed together best
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 *
 * @param attempt - Number of the attempt that failed, from 1.
 * @param backoff - How delays grow.
 * @param random - A number from 0 up to 1.
 * @returns Milliseconds.
 */
export function backoffDelay(attempt: number, { base, cap }: Backoff, random: () => number): number {
  return random() * Math.min(cap, base * 2 ** (attempt - 1));
}
