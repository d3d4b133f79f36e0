/** Lets tests wait until something holds, without polling or sleeping. */
export class Changes {
  readonly #wake = new Set<() => void>();
  #version = 0;
  #isClosed = false;

  /** Says that something has changed: conditions that are waited for are looked at again. */
  notify(): void {
    this.#version += 1;
    for (const wake of this.#wake) wake();
    this.#wake.clear();
  }

  /**
   * Resolves as soon as a condition holds: at once, or after one of the next changes.
   *
   * @param condition - Looked at after each change.
   * @throws Error when {@link Changes.close} is called before; whatever the condition throws.
   */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (;;) {
      const version = this.#version;
      if (await condition()) return;
      if (this.#isClosed) throw new Error('The backend was closed before the condition held.');
      // A change while the condition was looked at would otherwise be missed.
      if (version === this.#version) await new Promise<void>((resolve) => void this.#wake.add(resolve));
    }
  }

  /** Ends all waiting with an error, now and later. */
  close(): void {
    this.#isClosed = true;
    this.notify();
  }
}
