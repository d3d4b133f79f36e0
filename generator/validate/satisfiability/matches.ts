import { matcher, SlowMatchError } from '../matcher.js';
import { syntaxProblem } from '../patterns.js';

/** Whether a text matches a pattern; `undefined` where that takes too long, or the pattern is none. */
export function matches(pattern: string, text: string): boolean | undefined {
  if (syntaxProblem(pattern) !== undefined) return undefined;
  try {
    return matcher(pattern).test(text);
  } catch (error) {
    if (error instanceof SlowMatchError) return undefined;
    throw error;
  }
}
