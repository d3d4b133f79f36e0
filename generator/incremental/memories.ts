import type { Json } from '../json.js';
import { Memory } from '../memory.js';
import type { FileFacts } from './verdict-keys.js';

/** What is in {@link Memories}, as plain JSON data. */
export interface StoredMemories {
  readonly parsed: Memory<Json>['entries'];
  readonly valid: Memory<true>['entries'];
  readonly rendered: Memory<string>['entries'];
  readonly facts: Memory<FileFacts>['entries'];
  readonly accepted: Memory<true>['entries'];
}

/** What runs of this very version of the generator remember of earlier ones. */
export class Memories {
  /** What files held, by the hash of their text; only files without a problem. */
  readonly parsed: Memory<Json>;
  /** What was valid. */
  readonly valid: Memory<true>;
  /** Hashes of what was rendered. */
  readonly rendered: Memory<string>;
  /** What a compiler's verdicts on files depend on. */
  readonly facts: Memory<FileFacts>;
  /** What the compiler found to be right. */
  readonly accepted: Memory<true>;

  /** @param stored - What an earlier run left. Default: nothing. */
  constructor(stored?: StoredMemories) {
    this.parsed = new Memory(stored?.parsed);
    this.valid = new Memory(stored?.valid);
    this.rendered = new Memory(stored?.rendered);
    this.facts = new Memory(stored?.facts);
    this.accepted = new Memory(stored?.accepted);
  }

  /** Whether anything is known that earlier runs did not leave. */
  get isChanged(): boolean {
    return this.#all.some(({ isChanged }) => isChanged);
  }

  /** Forgets what no run has asked for since the last time: to be called after a run that ended well. */
  prune(): void {
    for (const memory of this.#all) memory.prune();
  }

  /** All that is known, for a later run. */
  get stored(): StoredMemories {
    return {
      parsed: this.parsed.entries,
      valid: this.valid.entries,
      rendered: this.rendered.entries,
      facts: this.facts.entries,
      accepted: this.accepted.entries,
    };
  }

  get #all(): readonly Pick<Memory<unknown>, 'isChanged' | 'prune'>[] {
    return [this.parsed, this.valid, this.rendered, this.facts, this.accepted];
  }
}
