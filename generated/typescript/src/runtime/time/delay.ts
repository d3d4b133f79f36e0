import { onAbort, type CallSignal } from '../abort-signal.js';
import type { Clock } from './clock.js';
import { maxTimeout } from './timeout.js';

/** What a delay depends on. */
export interface DelayOptions {
  /** The timers. */
  readonly clock: Clock;
  /** Ends the delay at once. */
  readonly signal: CallSignal | undefined;
}

/**
 * Waits.
 *
 * @param milliseconds - How long.
 * @param options - What the delay depends on; a call will do.
 * @param until - Ends the delay as soon as it settles. Default: nothing does.
 */
export function delay(milliseconds: number, { clock, signal }: DelayOptions, until?: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const finish = (): void => {
      clock.clearTimeout(timer);
      unsubscribe?.();
      resolve();
    };
    const timer = clock.setTimeout(finish, timerDelay(milliseconds));
    const unsubscribe = signal && onAbort(signal, finish);
    until?.then(finish, finish);
  });
}

/** What a promise gives; `undefined` where that takes longer, or the signal fires first. */
export function within<Result>(
  milliseconds: number,
  options: DelayOptions,
  promise: Promise<Result>,
): Promise<Result | undefined> {
  return Promise.race([promise, delay(milliseconds, options, promise).then(() => undefined)]);
}

/** A delay that timers hold: they take what is no number, or too large, for nothing. */
function timerDelay(milliseconds: number): number {
  return milliseconds > 0 ? Math.min(milliseconds, maxTimeout) : 0;
}
