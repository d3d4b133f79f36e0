import type { Clock } from '../time/clock.js';

/**
 * How many retries a client may make in all: a token bucket. Each retry takes a token; each call puts a share of one back,
 * and so does time. While the backend is well, retries are a few and always allowed; while it is down, a thousand callers
 * soon share `perSecond` retries among them instead of tripling the load.
 */
export interface RetryBudgetOptions {
  /** Most tokens, and how many there are at first. Default: 100. */
  readonly capacity?: number | undefined;
  /** Tokens that each call puts back. Default: 0.2, so that up to a fifth of calls may be repeated at any rate of calls. */
  readonly perCall?: number | undefined;
  /** Tokens that each second puts back. Default: 10. */
  readonly perSecond?: number | undefined;
}

/**
 * A {@link RetryBudgetOptions} at work: takes tokens.
 *
 * @param cost - How many; 1 for a retry. Default: below 0, what one call puts back.
 * @returns Whether there were enough.
 */
export type RetryBudget = (cost?: number) => boolean;

/**
 * A full budget.
 *
 * @param options - How large it is.
 */
export function createRetryBudget(
  { capacity = 100, perCall = 0.2, perSecond = 10 }: RetryBudgetOptions,
  clock: Clock,
): RetryBudget {
  let tokens = capacity;
  let filledAt = clock.now();
  return (cost = -perCall) => {
    // A clock that is set back must not give the same time twice.
    const now = Math.max(filledAt, clock.now());
    tokens = Math.min(capacity, tokens + ((now - filledAt) / 1000) * perSecond);
    filledAt = now;
    if (tokens < cost) return false;
    tokens = Math.min(capacity, tokens - cost);
    return true;
  };
}
