import { delay } from '../time/delay.js';
import type { Clock } from '../time/clock.js';
import { httpError, type ReadAnswer } from './answer.js';
import type { Call } from './call.js';
import { effectOfStatus } from './effect.js';
import { isObject } from './json.js';

/** What a backend may be able to do beyond enqueueing jobs and reading them. */
export type Feature = 'idempotency' | 'wait' | 'cancel' | 'delay';

/**
 * Reads the answer to the question what the backend can do: nothing, unless it says so clearly.
 *
 * @throws {@link HttpError} for a status after which the question is asked again.
 */
export const readFeatures: ReadAnswer<readonly unknown[]> = (answer, attempt, now) => {
  const { status, json } = answer;
  if (effectOfStatus(status) !== 'settled') throw httpError(answer, attempt, now);
  const features = status === 200 && isObject(json) ? json['features'] : undefined;
  return Array.isArray(features) ? features : [];
};

/** What one backend can do, as far as it has been asked. */
export class Capabilities {
  readonly #clock: Clock;
  readonly #ask: () => Promise<readonly unknown[]>;
  #features: Promise<readonly unknown[]> | undefined;

  /** @param ask - Asks the backend; it rejects where no clear answer came. */
  constructor(clock: Clock, ask: () => Promise<readonly unknown[]>) {
    this.#clock = clock;
    this.#ask = ask;
  }

  /**
   * Whether the backend says that it can do something. It is asked when that is first needed, and again only where no clear
   * answer came.
   *
   * @param feature - What it is to do.
   * @param call - For which call; its signal ends the wait for the answer, which is then no.
   * @param left - Most milliseconds to wait for the answer.
   */
  async include(feature: Feature, { signal }: Call, left: number): Promise<boolean> {
    this.#features ??= this.#ask().catch(() => {
      this.#features = undefined;
      return [];
    });
    let features: readonly unknown[] = [];
    const answered = this.#features.then((known) => (features = known));
    await delay(left, { clock: this.#clock, signal, keepsProcessAlive: true }, answered);
    return features.includes(feature);
  }
}
