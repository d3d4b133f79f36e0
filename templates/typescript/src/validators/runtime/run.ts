import type { Check } from './check.js';
import { addEvaluated, noneEvaluated, type Evaluated } from './evaluated.js';
import { jsonPointer, type Problem } from './problem.js';

/** How many schemas may apply inside each other: far more than a sensible payload needs, and too few to exhaust the stack. */
const deepest = 1000;

/** A payload is nested too deeply to be checked. */
export class NestingError extends Error {
  override readonly name = 'NestingError';

  /** @param pointer - Where the limit was reached. */
  constructor(readonly pointer: string) {
    super('The payload is nested too deeply.');
  }
}

/** One check of one payload: where it is, and what it has found. */
export class Run {
  /** What was found so far. */
  problems: Problem[] = [];
  readonly #path: (string | number)[] = [];
  #depth = 0;
  #isSilent: boolean;

  /** @param isSilent - Whether only the verdict counts: checks then stop at the first problem and report none. */
  constructor(isSilent: boolean) {
    this.#isSilent = isSilent;
  }

  /** Whether only the verdict counts now. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  /** How many levels inside the payload the current value lies. */
  get level(): number {
    return this.#path.length;
  }

  /**
   * Counts a schema that applies inside another.
   *
   * @throws {@link NestingError} if there are too many.
   */
  enter(): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw new NestingError(jsonPointer(this.#path));
  }

  /** Counts a schema that has been applied. */
  leave(): void {
    this.#depth -= 1;
  }

  /**
   * Reports a problem with the current value.
   *
   * @param keyword - The keyword that is not met.
   * @param message - A sentence.
   * @param expected - The types that were expected, for a problem of `type`.
   * @returns `false`: the value does not fit.
   */
  report(keyword: string, message: string, expected: readonly string[] = []): false {
    if (this.#isSilent) return false;
    this.problems.push({ pointer: jsonPointer(this.#path), message, keyword, depth: this.#path.length, expected });
    return false;
  }

  /**
   * Reports a problem with a part of the current value.
   *
   * @param key - Name or index of the part.
   * @param keyword - The keyword that is not met.
   * @param message - A sentence.
   */
  reportAt(key: string | number, keyword: string, message: string): false {
    this.#path.push(key);
    this.report(keyword, message);
    this.#path.pop();
    return false;
  }

  /**
   * Checks a part of the current value.
   *
   * @param key - Name or index of the part.
   * @param value - The part.
   * @param check - The check.
   */
  inside(key: string | number, value: unknown, check: Check): boolean {
    this.#path.push(key);
    const fits = check(value, this, undefined);
    this.#path.pop();
    return fits;
  }

  /**
   * Asks whether a value fits, and reports nothing.
   *
   * @param check - The check.
   * @param value - The value.
   * @param evaluated - Receives what was looked at, if the value fits.
   */
  probe(check: Check, value: unknown, evaluated: Evaluated | undefined): boolean {
    const before = this.#isSilent;
    const own = evaluated && noneEvaluated();
    this.#isSilent = true;
    const fits = check(value, this, own);
    this.#isSilent = before;
    if (fits && evaluated !== undefined && own !== undefined) addEvaluated(evaluated, own);
    return fits;
  }

  /**
   * Gives the problems of a check instead of reporting them.
   *
   * @param check - The check.
   * @param value - The current value.
   */
  problemsOf(check: Check, value: unknown): Problem[] {
    const before = this.problems;
    this.problems = [];
    check(value, this, undefined);
    const found = this.problems;
    this.problems = before;
    return found;
  }
}
