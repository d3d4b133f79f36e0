import { mustBe, type Rule } from './must-be.js';

/** What a client and a call may both limit. */
export interface Limits {
  readonly timeout: number;
  readonly deadline: number | undefined;
  readonly maxRetries: number;
}

/**
 * What is wrong with a count, or `undefined` if nothing is.
 *
 * @param name - Name of the option, for the text.
 * @param value - The count: a whole number.
 * @param least - The smallest that will do.
 */
export function countProblem(name: string, value: unknown, least = 1): string | undefined {
  if (Number.isInteger(value) && (value as number) >= least) return undefined;
  return mustBe(name, `a whole number from ${least} up`, value);
}

/** The rule of counts that may be 0. */
export const countOrNoneProblem: Rule = (name, value) => countProblem(name, value, 0);
