import { mustBe } from './must-be.js';
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
  return (
    durationProblem('timeout', timeout) ??
    (deadline === undefined ? undefined : durationProblem('deadline', deadline)) ??
    countProblem('maxRetries', maxRetries, 0)
  );
}

/**
 * Tells what is wrong with a count, or `undefined` if nothing is.
 *
 * @param name - Name of the option, for the text.
 * @param value - The count: a whole number.
 * @param least - The smallest that will do.
 */
export function countProblem(name: string, value: unknown, least = 1): string | undefined {
  if (Number.isInteger(value) && (value as number) >= least) return undefined;
  return mustBe(name, `a whole number from ${least} up`, value);
}
