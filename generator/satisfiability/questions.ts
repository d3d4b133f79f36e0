import type { Budget } from './budget.js';

/** How many questions inside each other are looked at; what lies deeper is not known. */
const maxInside = 100;

/** An answer, `undefined` where it is not known, and whether it depends on no assumption about a question around it. */
interface Found<Answer> {
  readonly answer: Answer | undefined;
  readonly isSure: boolean;
}

/** Questions about schemas that may hold themselves, so that a question can be met again inside itself. */
export class Questions {
  readonly #budget: Budget;
  /** The questions that are being looked at, each inside the one before, with how many are around them. */
  readonly #open = new Map<string, number>();
  /** How many are around the outermost of them whose answer was assumed. */
  #assumed = Infinity;
  /** Answers that hold as long as that one is open. */
  readonly #tentative = new Map<string, { readonly answer: unknown; readonly assumed: number }>();

  /** @param budget - Counts the work: a step for each question. */
  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Whether a question is being looked at. */
  readonly isOpen = (key: string): boolean => this.#open.has(key);

  /**
   * Asks whether something holds of all values. Met again inside itself, a question is about a value inside the one in
   * question; since values end, what follows for a value from what is inside it holds of all: it is assumed.
   *
   * @param key - The same for the same question alone.
   * @param find - Finds the answer; `undefined` where it is not known.
   */
  ask<Answer>(key: string, assumed: Answer, find: () => Answer | undefined): Found<Answer> {
    const before = this.#open.get(key);
    const tentative = before === undefined ? this.#tentative.get(key) : { answer: assumed, assumed: before };
    if (tentative !== undefined) {
      this.#assumed = Math.min(this.#assumed, tentative.assumed);
      return { answer: tentative.answer as Answer, isSure: false };
    }
    const around = this.#open.size;
    const { size } = this.#tentative;
    if (around >= maxInside || !this.#budget.take()) return { answer: undefined, isSure: false };
    const outer = this.#assumed;
    this.#assumed = Infinity;
    this.#open.set(key, around);
    const answer = find();
    this.#open.delete(key);
    const isSure = answer === undefined || this.#assumed >= around;
    // What was found inside may have assumed what turned out otherwise.
    if (isSure) for (const inner of [...this.#tentative.keys()].slice(size)) this.#tentative.delete(inner);
    else this.#tentative.set(key, { answer, assumed: this.#assumed });
    this.#assumed = isSure ? outer : Math.min(outer, this.#assumed);
    return { answer, isSure };
  }
}
