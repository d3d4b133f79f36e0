import { httpError, type ReadAnswer } from './answer.js';
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
