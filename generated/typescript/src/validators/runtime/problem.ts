import type { ValidationProblem } from '../../runtime/validation.js';

/** A problem, with what helps to choose between those of several alternatives, and to put it into other words. */
export interface Problem extends ValidationProblem {
  /** The keyword that was not met. */
  readonly keyword: string;
  /** How many levels inside the payload it lies. */
  readonly depth: number;
  /**
   * What the keyword holds; a list of all values for `const` too, the index of the equal item for `uniqueItems`, both limits
   * for `contains`, the indexes of what fits for `oneOf`, the name that demands another for `dependentRequired`, the names
   * that a schema lists for `additionalProperties`.
   */
  readonly limit: unknown;
}
