import type { ServerResponse } from 'node:http';
import type { Clock } from '../runtime/time/clock.js';

/** How long a request is held. */
export interface HoldOptions {
  /** Milliseconds; without it, until it is released. */
  readonly delay?: number | undefined;
  /** An answer that ends the hold when its connection closes. */
  readonly response?: ServerResponse | undefined;
}

/** The requests that stalls and delays hold. */
export class Holds {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #ends = new Set<(goOn: boolean) => void>();

  /**
   * @param clock - Times delays.
   * @param onChange - Called whenever a request is held, or no longer.
   */
  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** How many requests are held. */
  get count(): number {
    return this.#ends.size;
  }

  /** Holds a request. Resolves with whether it is to go on: not so when its caller has gone, or the backend stops. */
  hold({ delay, response }: HoldOptions): Promise<boolean> {
    if (response?.destroyed === true) return Promise.resolve(false);
    return new Promise((resolve) => {
      const onClose = (): void => end(false);
      const end = (goOn: boolean): void => {
        this.#clock.clearTimeout(timer);
        response?.off('close', onClose);
        this.#ends.delete(end);
        this.#onChange();
        resolve(goOn);
      };
      const timer = delay === undefined ? undefined : this.#clock.setTimeout(() => end(true), delay);
      response?.once('close', onClose);
      this.#ends.add(end);
      this.#onChange();
    });
  }

  /** Lets all held requests go on. */
  release(): void {
    for (const end of this.#ends) end(true);
  }

  /** Ends all held requests. */
  drop(): void {
    for (const end of this.#ends) end(false);
  }
}
