import { matcher, SlowMatchError, type Matcher } from '../matcher.js';
import { syntaxProblem } from '../patterns.js';

/** So many patterns are kept ready. */
const mostKept = 5000;

const kept = new Map<string, Matcher | undefined>();

/** Whether a text matches a pattern; `undefined` where that takes too long, or the pattern is none. */
export function matches(pattern: string, text: string): boolean | undefined {
  try {
    return matcherOf(pattern)?.test(text);
  } catch (error) {
    if (error instanceof SlowMatchError) return undefined;
    throw error;
  }
}

function matcherOf(pattern: string): Matcher | undefined {
  if (kept.has(pattern)) return kept.get(pattern);
  const found = syntaxProblem(pattern) === undefined ? matcher(pattern) : undefined;
  if (kept.size === mostKept) kept.clear();
  kept.set(pattern, found);
  return found;
}
