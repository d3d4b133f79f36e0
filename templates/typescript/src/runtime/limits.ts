import { durationProblem } from './time/timeout.js';

/** What a client and a call may both limit. */
export interface Limits {
  readonly timeout: number;
  readonly deadline: number | undefined;
  readonly maxRetries: number;
}

/**
 * Tells what is wrong with the limits of a client or call, or `undefined` if nothing is.
 *
 * @param limits - The limits.
 */
export function limitsProblem({ timeout, deadline, maxRetries }: Limits): string | undefined {
  const problem =
    durationProblem('timeout', timeout) ?? (deadline === undefined ? undefined : durationProblem('deadline', deadline));
  if (problem !== undefined || (Number.isInteger(maxRetries) && maxRetries >= 0)) return problem;
  return `maxRetries must be a whole number from 0 up, got ${String(maxRetries)}.`;
}
