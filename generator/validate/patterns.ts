import { createRequire } from 'node:module';
import type { Path } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { hasRepeatedGroup } from './matcher.js';
import { isUnambiguous } from './unambiguous.js';

/** Milliseconds that the analysis of all patterns may take; those that are left then are not judged. A run has to end. */
const longestInAll = 3000;

/** A pattern of a schema, and where it stands in it. */
export interface PatternSite {
  readonly pattern: string;
  readonly at: Path;
  readonly part: 'key' | 'value';
}

/** The regular expressions of a schema itself, not of those inside it. */
export function patternsOf(schema: JsonSchema): PatternSite[] {
  if (typeof schema === 'boolean') return [];
  return [
    ...(schema.pattern === undefined ? [] : [{ pattern: schema.pattern, at: ['pattern'], part: 'value' as const }]),
    ...Object.keys(schema.patternProperties ?? {}).map((pattern) => ({
      pattern,
      at: ['patternProperties', pattern],
      part: 'key' as const,
    })),
  ];
}

/** Why a text is no regular expression; `undefined` where it is one. */
export function syntaxProblem(pattern: string): string | undefined {
  try {
    RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*\/u?: /s, '') : 'unknown reason';
  }
}

/** Finds patterns whose time grows exponentially with the text that they are matched against. */
export class BacktrackingCheck {
  readonly #verdicts = new Map<string, boolean | undefined>();
  #left: number;

  /** @param longest - Milliseconds that the analysis of all patterns may take. Default: {@link longestInAll}. */
  constructor(longest = longestInAll) {
    this.#left = longest;
  }

  /**
   * Whether a regular expression backtracks without end: https://makenowjust-labs.github.io/recheck/. One that takes
   * polynomial time is ordinary, and passes.
   *
   * @param pattern - A valid regular expression.
   * @returns `undefined` where finding out takes too long.
   */
  isEndless(pattern: string): boolean | undefined {
    if (!hasRepeatedGroup(pattern)) return false;
    if (!this.#verdicts.has(pattern))
      this.#verdicts.set(pattern, isUnambiguous(pattern) ? false : this.#analyse(pattern));
    return this.#verdicts.get(pattern);
  }

  #analyse(pattern: string): boolean | undefined {
    if (this.#left < 1) return undefined;
    const start = performance.now();
    const analysis = loadRecheck().checkSync(pattern, 'u', { timeout: Math.floor(this.#left) });
    this.#left -= performance.now() - start;
    if (analysis.status === 'unknown') return analysis.error.kind === 'timeout' ? undefined : false;
    return analysis.status === 'vulnerable' && analysis.complexity.type === 'exponential';
  }
}

/** The build that runs in this process; the package's main module starts a Java or native program where it finds one. */
function loadRecheck(): typeof import('recheck') {
  return createRequire(import.meta.url)('recheck/lib/browser.js') as typeof import('recheck');
}
