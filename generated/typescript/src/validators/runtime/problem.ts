import type { ValidationProblem } from '../../runtime/validation.js';

/** A problem, with what helps to choose between those of several alternatives. */
export interface Problem extends ValidationProblem {
  /** The keyword that was not met. */
  readonly keyword: string;
  /** How many levels inside the payload it lies. */
  readonly depth: number;
  /** The types that were expected, for a problem of `type`. */
  readonly expected: readonly string[];
}
