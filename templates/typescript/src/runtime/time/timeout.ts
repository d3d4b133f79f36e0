import { rule } from '../must-be.js';

/** Milliseconds that an attempt may take, unless the configuration or the call says otherwise. */
export const defaultTimeout = 30_000;

/** The longest delay that timers hold, in milliseconds (24.8 days); longer ones fire at once. */
export const longestTimeout = 2 ** 31 - 1;

/** The rule of durations: a number of milliseconds above 0 and up to {@link longestTimeout}. */
export const durationProblem = rule(
  `a number of milliseconds above 0 and up to ${longestTimeout}`,
  (value) => typeof value === 'number' && value > 0 && value <= longestTimeout,
);
