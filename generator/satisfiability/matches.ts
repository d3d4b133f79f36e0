import { matchingCost } from '../schema/matching-cost.js';
import { syntaxProblem } from '../schema/patterns.js';
import type { Budget } from './budget.js';

/** Steps of making and analyzing a regular expression. */
const making = 20;
/** Characters of a text that a pattern of linear cost reads in a step. */
const perStep = 100;
/** Characters of a text that is matched against a pattern of polynomial cost. */
const maxPolynomialText = 100;

/** Tells whether texts match patterns, as far as that takes little work. */
export class Matches {
  readonly #budget: Budget;
  readonly #patterns = new Map<string, { readonly maxText: number; readonly expression: RegExp } | undefined>();

  /** @param budget - Counts the work. */
  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Whether a text matches a pattern; `undefined` where that may take too much work, or the pattern is none. */
  readonly matches = (pattern: string, text: string): boolean | undefined => {
    if (!this.#budget.take(1 + Math.floor(text.length / perStep))) return undefined;
    const known = this.#patternOf(pattern);
    return known === undefined || text.length > known.maxText ? undefined : known.expression.test(text);
  };

  #patternOf(pattern: string): { readonly maxText: number; readonly expression: RegExp } | undefined {
    if (this.#patterns.has(pattern)) return this.#patterns.get(pattern);
    this.#budget.take(making);
    const cost = syntaxProblem(pattern) === undefined ? matchingCost(pattern) : undefined;
    const maxText = cost === 'linear' ? Infinity : maxPolynomialText;
    // A match takes at most the length of the text to the power of the parts that repeat.
    const isQuick = cost === 'linear' || (cost === 'polynomial' && (pattern.match(/[*+{]/g)?.length ?? 0) <= 4);
    const found = isQuick ? { maxText, expression: new RegExp(pattern, 'u') } : undefined;
    this.#patterns.set(pattern, found);
    return found;
  }
}
