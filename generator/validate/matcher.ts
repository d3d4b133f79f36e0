import { TimeLimitError, withinTime } from './time-limit.js';

/** Milliseconds that one match may take. */
const longestMatch = 1000;

/** So many steps take no time to speak of; a match that may take more is watched. */
const mostSteps = 1_000_000;

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
function hasRepeatedGroup(pattern: string): boolean {
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
  const longest = hasRepeatedGroup(pattern) ? 0 : longestUnwatched(pattern);
  return {
    test: (text) => (text.length <= longest ? expression.test(text) : testBounded(expression, text)),
    toString: () => String(expression),
  };
}

/**
 * How long a text may be that a pattern without repeated groups is matched against without being watched. From each place
 * in it, each quantifier may end at any other: so many steps there are at most.
 */
function longestUnwatched(pattern: string): number {
  const quantifiers = pattern.match(/[*+?{]/g)?.length ?? 0;
  return Math.floor(mostSteps ** (1 / (1 + quantifiers)));
}

function testBounded(expression: RegExp, text: string): boolean {
  try {
    return withinTime(() => expression.test(text), longestMatch);
  } catch (error) {
    if (error instanceof TimeLimitError) throw new SlowMatchError(expression.source);
    throw error;
  }
}
