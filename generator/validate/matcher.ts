import { createContext, Script } from 'node:vm';

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
 * A regular expression as JSON Schema reads it (2020-12 Core, section 6.4: with Unicode), bounded in time. Node can stop
 * a match only from outside, in a script with a time limit, so whatever could take long runs in one.
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

const sandbox: { expression: RegExp; text: string } = { expression: /^/, text: '' };
let context: object | undefined;
let script: Script | undefined;

function testBounded(expression: RegExp, text: string): boolean {
  context ??= createContext(sandbox);
  script ??= new Script('expression.test(text)');
  Object.assign(sandbox, { expression, text });
  try {
    return script.runInContext(context, { timeout: longestMatch }) as boolean;
  } catch (error) {
    if (isTimeout(error)) throw new SlowMatchError(expression.source);
    throw error;
  }
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
