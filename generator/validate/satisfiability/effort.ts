/** What judging takes time for, each counted by itself. */
type Work = 'conjunction' | 'value' | 'match' | 'state';

interface Most {
  /** For one schema. */
  readonly alone: number;
  /** For all schemas of a small catalog. */
  readonly inAll: number;
  /** What each schema adds to that. */
  readonly each: number;
}

/** A catalog needs a fraction of it, but a hostile one could ask for any amount. */
const most: Readonly<Record<Work, Most>> = {
  // Schemas that one kind of values has to fit together.
  conjunction: { alone: 200_000, inAll: 2_000_000, each: 20 },
  // Values held against a schema.
  value: { alone: 200_000, inAll: 2_000_000, each: 20 },
  // Texts held against a pattern.
  match: { alone: 200_000, inAll: 1_000_000, each: 20 },
  // States of automata that are made of patterns, or compared.
  state: { alone: 20_000, inAll: 100_000, each: 200 },
};

const nothing = (): Record<Work, number> => ({ conjunction: 0, value: 0, match: 0, state: 0 });

/**
 * Counts the work of judging, so that it ends. Work is counted rather than timed: then every machine finds the same.
 */
export class Effort {
  readonly #schemas: number;
  readonly #inAll = nothing();
  #here = nothing();
  #isCutShort = false;

  /** @param schemas - How many schemas there are. */
  constructor(schemas: number) {
    this.#schemas = schemas;
  }

  /** Begins with the next schema, which may take as much as the one before. */
  begin(): void {
    this.#here = nothing();
    this.#isCutShort = false;
  }

  /**
   * Takes up work.
   *
   * @param work - Its kind.
   * @param amount - How much it is. Default: 1.
   * @returns Whether it may be done: so much was done before that no more is, otherwise.
   */
  take(work: Work, amount = 1): boolean {
    if (this.#here[work] >= most[work].alone || this.#isSpent(work)) {
      this.#isCutShort = true;
      return false;
    }
    this.#here[work] += amount;
    this.#inAll[work] += amount;
    return true;
  }

  /** Notes that something was not found out since it takes too long. */
  giveUp(): void {
    this.#isCutShort = true;
  }

  /** Whether something of this schema was not found out. */
  get isCutShort(): boolean {
    return this.#isCutShort;
  }

  /** Whether all schemas together have taken so much that there is work that may not be done any more. */
  get isUsedUp(): boolean {
    return (Object.keys(most) as Work[]).some((work) => this.#isSpent(work));
  }

  #isSpent(work: Work): boolean {
    return this.#inAll[work] >= most[work].inAll + most[work].each * this.#schemas;
  }
}
