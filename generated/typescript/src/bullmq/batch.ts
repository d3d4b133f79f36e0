/**
 * Puts together what comes at once, and while the last is still under way, so that many jobs take few commands.
 */
export class Batch<Item> {
  readonly #run: (items: readonly Item[]) => Promise<void>;
  #next: { readonly items: Item[]; readonly done: Promise<void> } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param run - Does what is to be done with some; never called while it is at work. */
  constructor(run: (items: readonly Item[]) => Promise<void>) {
    this.#run = run;
  }

  /** Resolves when one is done; rejects where the call that took it failed. */
  add(item: Item): Promise<void> {
    if (this.#next === undefined) {
      const items: Item[] = [];
      const done = this.#last.then(inTheNextRound).then(() => {
        this.#next = undefined;
        return this.#run(items);
      });
      this.#next = { items, done };
      this.#last = done.catch(() => undefined);
    }
    this.#next.items.push(item);
    return this.#next.done;
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    for (let last; last !== this.#last;) {
      last = this.#last;
      await last;
    }
  }
}

/** Resolves when what has arrived by now has been looked at. */
const inTheNextRound = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
