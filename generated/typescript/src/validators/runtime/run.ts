import { addEvaluated, type Evaluated } from './evaluated.js';
import { suffices, type Judgement } from './judgement.js';
import { pointerTo, type Place } from './place.js';
import type { Problem } from './problem.js';

/** How many schemas may apply inside each other: far more than a sensible payload needs, and too few to exhaust the stack. */
const deepest = 1000;

/**
 * How many schemas may apply inside each other before verdicts are remembered. Few payloads go deeper, and the others need
 * not pay for it; where alternatives repeat inside themselves, each level of a payload multiplies how many apply.
 */
const shallow = 8;

/** How many problems a check reports: more help nobody, and who sends a payload decides how many it has. */
const maxProblems = 100;

/** How long a pointer is that ends the list: the names in a payload are as long as who sends it likes, and each problem repeats them. */
const longestPointer = 10_000;

/** A payload is nested too deeply to be checked; the message is the JSON pointer to where the limit was reached. */
export class NestingError extends Error {}

/**
 * Checks a value.
 *
 * @param value - The value.
 * @param run - Receives the problems.
 * @param evaluated - Receives what was looked at inside the value; `undefined` where nobody asks.
 * @returns Whether the value fits.
 */
export type Check = (value: unknown, run: Run, evaluated: Evaluated | undefined) => boolean;

/** One check of one payload: where it is, and what it has found. */
export class Run {
  /** What was found so far. */
  problems: Problem[] = [];
  #place: Place = { level: 0 };
  #depth = 0;
  readonly #judged = new Map<Check, Map<unknown, Judgement>>();
  #isSilent: boolean;

  /** @param isSilent - Whether only the verdict counts, and nothing is reported. */
  constructor(isSilent: boolean) {
    this.#isSilent = isSilent;
  }

  /** Whether only the verdict counts now: checks then stop at the first problem. */
  get isSilent(): boolean {
    return (
      this.#isSilent ||
      this.problems.length >= maxProblems ||
      this.problems.some(({ pointer }) => pointer.length > longestPointer)
    );
  }

  /** How many levels inside the payload the current value lies. */
  get level(): number {
    return this.#place.level;
  }

  /**
   * Counts a schema that applies inside another.
   *
   * @throws {@link NestingError} if there are too many.
   */
  enter(): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw new NestingError(pointerTo(this.#place));
  }

  /** Counts a schema that has been applied. */
  leave(): void {
    this.#depth -= 1;
  }

  /**
   * Adds a problem, if it is a new one: several parts of a schema may say the same of a place.
   *
   * @param problem - The problem.
   */
  add(problem: Problem): void {
    const { pointer, message } = problem;
    if (this.isSilent || this.problems.some((each) => each.pointer === pointer && each.message === message)) return;
    this.problems.push(problem);
  }

  /**
   * Whether a text matches a pattern of the schema.
   *
   * @param pattern - The pattern.
   * @param text - The text.
   */
  matches(pattern: RegExp, text: string): boolean {
    return pattern.test(text);
  }

  /**
   * Reports a problem with the current value.
   *
   * @param keyword - The keyword that is not met.
   * @param message - A sentence.
   * @param limit - What {@link Problem.limit} says of the keyword.
   * @returns `false`: the value does not fit.
   */
  report(keyword: string, message: string, limit?: unknown): false {
    if (!this.isSilent) this.add({ pointer: pointerTo(this.#place), message, keyword, depth: this.level, limit });
    return false;
  }

  /**
   * Reports a problem with a part of the current value.
   *
   * @param key - Name or index of the part.
   * @param keyword - The keyword that is not met.
   * @param message - A sentence.
   * @param limit - What {@link Problem.limit} says of the keyword.
   * @returns `false`: the value does not fit.
   */
  reportAt(key: string | number, keyword: string, message: string, limit?: unknown): boolean {
    return !this.isSilent && this.inside(key, undefined, () => this.report(keyword, message, limit));
  }

  /**
   * Checks a part of the current value.
   *
   * @param key - Name or index of the part.
   * @param value - The part.
   * @param check - The check.
   */
  inside(key: string | number, value: unknown, check: Check): boolean {
    const outer = this.#place;
    this.#place = { level: outer.level + 1, outer, key };
    const fits = check(value, this, undefined);
    this.#place = outer;
    return fits;
  }

  /**
   * Checks a value by a schema that is referred to. References are what lets a schema repeat inside itself: deep inside
   * others, each is judged once for each value, so that the work grows no faster than the payload does.
   *
   * @param check - The check of the schema.
   * @param value - The current value.
   * @param evaluated - Receives what was looked at.
   */
  refer(check: Check, value: unknown, evaluated: Evaluated | undefined): boolean {
    if (this.#depth < shallow) return check(value, this, evaluated);
    const judged = this.#judged.get(check) ?? new Map<unknown, Judgement>();
    this.#judged.set(check, judged);
    const pointer = this.#isSilent ? undefined : pointerTo(this.#place);
    let judgement = judged.get(value);
    if (judgement === undefined || !suffices(judgement, pointer, evaluated)) {
      const own = evaluated && new Set<string | number>();
      judgement = { ...this.judge(check, value, own), evaluated: own, pointer };
      judged.set(value, judgement);
    }
    for (const problem of judgement.problems) this.add(problem);
    addEvaluated(evaluated, judgement.evaluated);
    return judgement.fits;
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
    const own = evaluated && new Set<string | number>();
    this.#isSilent = true;
    const fits = check(value, this, own);
    this.#isSilent = before;
    if (fits) addEvaluated(evaluated, own);
    return fits;
  }

  /**
   * Checks a value, and gives its problems instead of reporting them.
   *
   * @param check - The check.
   * @param value - The current value.
   * @param evaluated - Receives what was looked at. Default: nobody asks.
   */
  judge(check: Check, value: unknown, evaluated?: Evaluated): Pick<Judgement, 'fits' | 'problems'> {
    const before = this.problems;
    this.problems = [];
    const found = { fits: check(value, this, evaluated), problems: this.problems };
    this.problems = before;
    return found;
  }
}
