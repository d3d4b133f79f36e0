import type { Evaluated } from './evaluated.js';
import type { Problem } from './problem.js';

/** What a schema said of a value. */
export interface Judgement {
  readonly fits: boolean;
  /** What was looked at; `undefined` where nobody asked. */
  readonly evaluated: Evaluated | undefined;
  readonly problems: readonly Problem[];
  /** Where the value was, as a JSON pointer; `undefined` where only the verdict counted, and no problem was reported. */
  readonly pointer: string | undefined;
}

/**
 * Whether a judgement holds all that is asked for.
 *
 * @param known - The judgement.
 * @param pointer - Where the value is; `undefined` where only the verdict counts.
 * @param evaluated - Receives what was looked at; `undefined` where nobody asks.
 */
export function suffices(known: Judgement, pointer: string | undefined, evaluated: Evaluated | undefined): boolean {
  if (known.fits) return evaluated === undefined || known.evaluated !== undefined;
  return pointer === undefined || pointer === known.pointer;
}
