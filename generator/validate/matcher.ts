import { TimeLimitError, withinTime } from './time-limit.js';

/** Milliseconds that one match may take. */
const longestMatch = 1000;

/** Up to this many characters, a pattern whose groups do not repeat ends at once. */
const shortText = 1000;

/** Thrown when a regular expression takes too long on a text. */
export class SlowMatchError extends Error {
  override readonly name = 'SlowMatchError';

  /** @param pattern - The regular expression. */
  constructor(readonly pattern: string) {
    super(`${pattern} takes over ${longestMatch} ms.`);
  }
}

/** A regular expression that can be asked whether a text matches. */
export interface Matcher {
  /** @throws {@link SlowMatchError} if that takes too long. */
  readonly test: (text: string) => boolean;
  /** The regular expression as JavaScript writes it; tells matchers apart. */
  readonly toString: () => string;
}

/** Whether a group of a regular expression repeats: without that, backtracking does not grow exponentially. */
export function hasRepeatedGroup(pattern: string): boolean {
  return /\)[*+{]/.test(pattern);
}

/**
 * A regular expression as JSON Schema reads it (2020-12 Core, section 6.4: with Unicode), bounded in time.
 *
 * @param pattern - Source of the regular expression.
 * @throws SyntaxError if it is none.
 */
export function matcher(pattern: string): Matcher {
  const expression = new RegExp(pattern, 'u');
  const isPlain = !hasRepeatedGroup(pattern);
  return {
    test: (text) => (isPlain && text.length <= shortText ? expression.test(text) : testBounded(expression, text)),
    toString: () => String(expression),
  };
}

function testBounded(expression: RegExp, text: string): boolean {
  try {
    return withinTime(() => expression.test(text), longestMatch);
  } catch (error) {
    if (error instanceof TimeLimitError) throw new SlowMatchError(expression.source);
    throw error;
  }
}
