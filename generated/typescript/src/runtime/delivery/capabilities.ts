import { httpError, type ReadAnswer } from './answer.js';
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
