import type { Position } from './diagnostic.js';

/** The lines of a text, which end at LF, CRLF or CR, as editors count them. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
    this.#length = text.length;
  }

  /** The line and column of an offset in UTF-16 code units; one beyond the text counts as its end. */
  position(offset: number): Position {
    const at = Math.min(Math.max(0, offset), this.#length);
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }
}
