import type { Clock } from './clock.js';
import { maxTimeout } from './timeout.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
  keepsProcessAlive: boolean;
  unref(): void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  readonly #timers = new Set<unknown>();

  /** @param now - Milliseconds since 1970-01-01T00:00:00Z at first. */
  constructor(now = 1_700_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** As the platform's: a delay that timers do not hold is over after a millisecond. */
  setTimeout(callback: () => void, delay: number): unknown {
    const timer: Timer = {
      at: this.#now + (delay > 0 && delay <= maxTimeout ? delay : 1),
      callback,
      keepsProcessAlive: true,
      unref() {
        this.keepsProcessAlive = false;
      },
    };
    this.#timers.add(timer);
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer);
  }

  /** Timers that have not gone off, by whether they keep the process alive; the next one first. */
  get pending(): readonly Pick<Timer, 'at' | 'keepsProcessAlive'>[] {
    return ([...this.#timers] as Timer[]).toSorted((a, b) => a.at - b.at);
  }

  /**
   * Lets time pass: each timer goes off at its time, and what follows from it has happened before the next does.
   *
   * @param milliseconds - How much time; 0 lets what is under way come to rest.
   */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const next = this.pending[0] as Timer | undefined;
      if (next === undefined || next.at > end) break;
      this.#timers.delete(next);
      this.#now = next.at;
      next.callback();
      await settle();
    }
    this.#now = end;
  }
}

/** Lets every promise that is settled be heard: all of them have had their turn before an immediate has. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
