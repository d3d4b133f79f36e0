import { rule } from '../must-be.js';

/** Milliseconds that an attempt may take, unless the configuration or the call says otherwise. */
export const defaultTimeout = 30_000;

/** The longest delay that timers hold, in milliseconds (24.8 days); longer ones fire at once. */
export const maxTimeout = 2 ** 31 - 1;

/** The rule of durations: a number of milliseconds above 0 and up to {@link maxTimeout}. */
export const durationProblem = rule(
  `a number of milliseconds above 0 and up to ${maxTimeout}`,
  (value) => typeof value === 'number' && value > 0 && value <= maxTimeout,
);
