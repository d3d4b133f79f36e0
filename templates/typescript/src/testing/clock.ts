/** Tells the time and wakes up later. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /**
   * Calls back once, later.
   *
   * @param callback - What to call.
   * @param delay - Milliseconds from now.
   * @returns Call it to cancel; it does nothing afterwards.
   */
  schedule(callback: () => void, delay: number): () => void;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(callback, delay) {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
};
