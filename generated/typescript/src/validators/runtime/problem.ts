import type { ValidationProblem } from '../../runtime/validation.js';

/** A problem, with what helps to choose between those of several alternatives. */
export interface Problem extends ValidationProblem {
  /** The keyword that was not met. */
  readonly keyword: string;
  /** How many levels inside the payload it lies. */
  readonly depth: number;
  /** The types that were expected, for a problem of `type`. */
  readonly expected: readonly string[];
}

/**
 * The part of a JSON pointer (RFC 6901) that leads one level further inside.
 *
 * @param key - Name of a property or index of an item.
 */
export function pointerPart(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
