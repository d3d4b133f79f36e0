/**
 * What earlier runs found out, by keys that stand for all that it depends on: a key that is the same means that what was
 * found still holds. Values are plain JSON data, never `undefined`.
 */
export class Memory<Value> {
  #known: ReadonlyMap<string, Value>;
  #used = new Map<string, Value>();
  #isChanged = false;

  /** @param known - What earlier runs left. Default: nothing. */
  constructor(known: Iterable<readonly [key: string, value: Value]> = []) {
    this.#known = new Map(known);
  }

  /**
   * What was found for a key; `undefined` where nothing was.
   *
   * @param key - Stands for all that it depends on.
   */
  recall(key: string): Value | undefined {
    const used = this.#used.get(key);
    if (used !== undefined) return used;
    const value = this.#known.get(key);
    if (value !== undefined) this.#used.set(key, value);
    return value;
  }

  /**
   * Keeps what was found for a key.
   *
   * @param key - Stands for all that it depends on.
   * @param value - What was found.
   */
  remember(key: string, value: Value): void {
    this.#used.set(key, value);
    this.#isChanged = true;
  }

  /** Whether nothing is known. */
  get isEmpty(): boolean {
    return this.#known.size + this.#used.size === 0;
  }

  /** Whether anything was kept that earlier runs did not leave. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** Forgets what was not asked for since the last time: to be called after a run that asked for all that it needs. */
  prune(): void {
    this.#known = this.#used;
    this.#used = new Map();
  }

  /** All that is known, for a later run. */
  get entries(): readonly (readonly [key: string, value: Value])[] {
    return [...new Map([...this.#known, ...this.#used])];
  }
}
