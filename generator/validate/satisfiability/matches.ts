import { matcher, SlowMatchError, type Matcher } from '../matcher.js';
import { syntaxProblem } from '../patterns.js';
import type { Effort } from './effort.js';

/** Making a regular expression takes as long as about so many matches. */
const making = 20;
/** Texts of so many characters take as long as one more match. */
const shortText = 100;

/** Tells whether texts match patterns, as long as that takes moderate time in all. */
export class Matches {
  readonly #effort: Effort;
  readonly #matchers = new Map<string, Matcher | 'slow' | undefined>();

  /** @param effort - Counts the work. */
  constructor(effort: Effort) {
    this.#effort = effort;
  }

  /** Whether a text matches a pattern; `undefined` where that takes too long, or the pattern is none. */
  readonly matches = (pattern: string, text: string): boolean | undefined => {
    if (!this.#effort.take('match', 1 + Math.floor(text.length / shortText))) return undefined;
    try {
      const found = this.#matcherOf(pattern);
      if (found !== 'slow') return found?.test(text);
    } catch (error) {
      if (!(error instanceof SlowMatchError)) throw error;
      // It would be as slow with the next text.
      this.#matchers.set(pattern, 'slow');
    }
    this.#effort.giveUp();
    return undefined;
  };

  #matcherOf(pattern: string): Matcher | 'slow' | undefined {
    if (this.#matchers.has(pattern)) return this.#matchers.get(pattern);
    this.#effort.take('match', making);
    const found = syntaxProblem(pattern) === undefined ? matcher(pattern) : undefined;
    this.#matchers.set(pattern, found);
    return found;
  }
}
