import { within } from '../time/delay.js';
import type { Clock } from '../time/clock.js';
import { httpError, type ReadAnswer } from './answer.js';
import type { Call } from './call.js';
import { isObject } from './json.js';

/** What a backend may be able to do beyond enqueueing jobs and reading them. */
export type Feature = 'idempotency' | 'wait' | 'cancel' | 'delay';

/**
 * Reads the answer to the question what the backend can do: nothing, where it does not know the question.
 *
 * @throws {@link HttpError} for an answer that may be another's than the backend's, such as a gateway's page or refusal.
 */
export const readFeatures: ReadAnswer<readonly unknown[]> = (answer, attempt, now) => {
  const { status, json } = answer;
  const features = status === 200 && isObject(json) ? json['features'] : undefined;
  if (Array.isArray(features)) return features;
  if (status === 404) return [];
  throw httpError(answer, attempt, now);
};

/**
 * Whether the backend says that it can do something.
 *
 * @param feature - What it is to do.
 * @param call - For which call; its signal ends the wait for the answer, which is then no.
 * @param left - Most milliseconds to wait for the answer.
 */
export type HasFeature = (feature: Feature, call: Call, left: number) => Promise<boolean>;

/**
 * Tells what one backend can do. It is asked when that is first needed, and again only where no clear answer came.
 *
 * @param ask - Asks the backend; it rejects where no clear answer came.
 */
export function createHasFeature(clock: Clock, ask: () => Promise<readonly unknown[]>): HasFeature {
  let asked: Promise<readonly unknown[]> | undefined;
  return async (feature, call, left) => {
    asked ??= ask().catch(() => {
      asked = undefined;
      return [];
    });
    const features = await within(left, clock, call, asked);
    return features?.includes(feature) === true;
  };
}
