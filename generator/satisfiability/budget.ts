/** How many steps of work one schema may take. */
const maxAlone = 200_000;

/** How many steps all schemas of a small catalog may take, and what each schema adds. */
const maxInAll = 2_000_000;
const perSchema = 20;

/** Counts the work of an analysis, so that it ends, on every machine at the same place. Ordinary schemas take a fraction of it. */
export class Budget {
  #left: number;
  #leftAlone = maxAlone;

  /** @param schemas - How many schemas are to be analyzed. Default: 1. */
  constructor(schemas = 1) {
    this.#left = maxInAll + perSchema * schemas;
  }

  /** Begins with the next schema, which may take as much as the one before. */
  begin(): void {
    this.#leftAlone = maxAlone;
  }

  /** Takes steps of work, about as many as schemas are looked at, and says whether it may be done. */
  take(steps = 1): boolean {
    if (this.isExhausted) return false;
    this.#leftAlone -= steps;
    this.#left -= steps;
    return true;
  }

  /** Whether no more work may be done for this schema: what it accepts is not fully known then. */
  get isExhausted(): boolean {
    return Math.min(this.#left, this.#leftAlone) <= 0;
  }
}
