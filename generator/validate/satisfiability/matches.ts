import { matcher, SlowMatchError, type Matcher } from '../matcher.js';
import { syntaxProblem } from '../patterns.js';

/** How often a text is held against a pattern: a hostile catalog could have any number of both. */
const mostMatches = 1_000_000;
/** Making a regular expression takes as long as about so many matches. */
const making = 20;
/** Texts of so many characters take as long as one more match. */
const shortText = 100;

/** Tells whether texts match patterns, as long as that takes moderate time in all. */
export class Matches {
  readonly #matchers = new Map<string, Matcher | undefined>();
  #spent = 0;

  /** Whether a text matches a pattern; `undefined` where that takes too long, or the pattern is none. */
  readonly matches = (pattern: string, text: string): boolean | undefined => {
    this.#spent += 1 + Math.floor(text.length / shortText);
    if (this.#spent > mostMatches) return undefined;
    try {
      return this.#matcherOf(pattern)?.test(text);
    } catch (error) {
      if (!(error instanceof SlowMatchError)) throw error;
      // It would be as slow with the next text.
      this.#matchers.set(pattern, undefined);
      return undefined;
    }
  };

  #matcherOf(pattern: string): Matcher | undefined {
    if (this.#matchers.has(pattern)) return this.#matchers.get(pattern);
    this.#spent += making;
    const found = syntaxProblem(pattern) === undefined ? matcher(pattern) : undefined;
    this.#matchers.set(pattern, found);
    return found;
  }
}
