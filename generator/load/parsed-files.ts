import type { Json } from './source.js';

/** What files held when they were last read, by the hash of their bytes; only files without a problem are remembered. */
export class ParsedFiles {
  readonly #known: ReadonlyMap<string, Json>;
  readonly #used = new Map<string, Json>();
  #isChanged = false;

  /** @param known - What an earlier run left. Default: nothing. */
  constructor(known: ReadonlyMap<string, Json> = new Map()) {
    this.#known = known;
  }

  /** What a file of this hash held; `undefined` where none was read. */
  recall(hash: string): Json | undefined {
    const value = this.#known.get(hash);
    if (value !== undefined) this.#used.set(hash, value);
    return value;
  }

  /** Remembers what a file of this hash holds. */
  remember(hash: string, value: Json): void {
    this.#used.set(hash, value);
    this.#isChanged = true;
  }

  /** Whether there is anything that an earlier run did not leave. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** All that was asked for or remembered: what a next run may ask for. */
  get used(): ReadonlyMap<string, Json> {
    return this.#used;
  }
}
