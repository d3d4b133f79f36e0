import { mustBe } from '../must-be.js';

/** Milliseconds that an attempt may take, unless the configuration or the call says otherwise. */
export const defaultTimeout = 30_000;

/** The longest delay that timers hold, in milliseconds (24.8 days); longer ones fire at once. */
export const longestTimeout = 2 ** 31 - 1;

/**
 * Tells what is wrong with a duration, or `undefined` if nothing is.
 *
 * @param name - Name of the option, for the text.
 * @param value - Milliseconds: a number above 0 and up to {@link longestTimeout}.
 */
export function durationProblem(name: string, value: unknown): string | undefined {
  if (typeof value === 'number' && value > 0 && value <= longestTimeout) return undefined;
  return mustBe(name, `a number of milliseconds above 0 and up to ${longestTimeout}`, value);
}
