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

/** A {@link RetryBudgetOptions} at work. */
export class RetryBudget {
  readonly #clock: Clock;
  readonly #capacity: number;
  readonly #perCall: number;
  readonly #perSecond: number;
  #tokens: number;
  #filledAt: number;

  /** @param options - How large the budget is. */
  constructor({ capacity = 100, perCall = 0.2, perSecond = 10 }: RetryBudgetOptions, clock: Clock) {
    this.#clock = clock;
    this.#capacity = capacity;
    this.#perCall = perCall;
    this.#perSecond = perSecond;
    this.#tokens = capacity;
    this.#filledAt = clock.now();
  }

  /** Puts back what one call is worth. */
  deposit(): void {
    this.#tokens = Math.min(this.#capacity, this.#tokens + this.#perCall);
  }

  /**
   * Takes what a retry costs.
   *
   * @returns Whether there was enough.
   */
  withdraw(): boolean {
    // A clock that is set back must not give the same time twice.
    const now = Math.max(this.#filledAt, this.#clock.now());
    const refill = ((now - this.#filledAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#capacity, this.#tokens + refill);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
