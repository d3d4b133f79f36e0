/** The time and the timers that a client uses. Tests give their own, so that they need not sleep. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z; never runs backwards. */
  now(): number;
  /** Calls back once, after so many milliseconds. What it returns may have an `unref` method, as Node's timers do. */
  setTimeout(callback: () => void, delay: number): unknown;
  /** Forgets a timer. */
  clearTimeout(timer: unknown): void;
}

/** Read once: it takes as long as the time itself. */
const { timeOrigin } = performance;

/** The platform's clock. A change of the system time moves no deadline. */
export const systemClock: Clock = {
  now: () => {
    const now = timeOrigin + performance.now();
    // The fake timers of some test runners replace one half alone, and by what is no number.
    return Number.isFinite(now) ? now : Date.now();
  },
  setTimeout: (callback, delay) => setTimeout(callback, delay),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/**
 * A clock whose timers let a Node process end. Those of other platforms never keep anything alive.
 *
 * @param clock - The time and the timers.
 */
export function unrefClock(clock: Clock): Clock {
  return {
    now: () => clock.now(),
    setTimeout(callback, delay) {
      const timer = clock.setTimeout(callback, delay) as { unref?: () => void } | undefined;
      timer?.unref?.();
      return timer;
    },
    clearTimeout: (timer) => clock.clearTimeout(timer),
  };
}
