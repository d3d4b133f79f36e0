import type { Waiver } from '../catalog/catalog.js';
import { codeSpan } from '../text/code-span.js';
import type { Change, Diff } from './change-report.js';

/** Waivers of a catalog, on a day. */
export class Waivers {
  readonly #valid: readonly Waiver[];
  readonly #ended: readonly Waiver[];
  readonly #used = new Set<Waiver>();

  /** @param today - The day, as `2026-01-31`. */
  constructor(waivers: readonly Waiver[], today: string) {
    this.#valid = waivers.filter(({ until }) => until >= today);
    this.#ended = waivers.filter(({ until }) => until < today);
  }

  /** The waiver of a place of a message; `undefined` where there is none. */
  find(message: string, pointer: string): Waiver | undefined {
    const found = this.#valid.find(
      (each) => each.message === message && (pointer === each.pointer || pointer.startsWith(`${each.pointer}/`)),
    );
    if (found !== undefined) this.#used.add(found);
    return found;
  }

  /** The changes with the reasons of their waivers, where each place has one. */
  apply(changes: readonly Change[], placesOf: Diff['placesOf']): readonly Change[] {
    return changes.map((change) => {
      const reasons = new Set(placesOf(change).map(({ pointer }) => this.find(change.message, pointer)?.reason));
      return reasons.has(undefined) || change.level === 'safe' ? change : { ...change, waived: [...reasons].join(' ') };
    });
  }

  /** Waivers that have ended, as errors. */
  get problems(): readonly string[] {
    return this.#ended.map(
      ({ message, pointer, until }) =>
        `The waiver of ${placeText(message, pointer)} ended on ${until}: remove it from catalog.yaml, or give it a later date and a reason.`,
    );
  }

  /** Waivers that nothing needs. */
  unused(messages: ReadonlySet<string>): readonly string[] {
    return this.#valid
      .filter((waiver) => !this.#used.has(waiver))
      .map(
        ({ message, pointer }) =>
          `waiver-unused: ${placeText(message, pointer)}: ${messages.has(message) ? 'no change needs this waiver' : 'there is no such message'}.`,
      );
  }
}

const placeText = (message: string, pointer: string): string =>
  `${codeSpan(message)}${pointer === '' ? '' : ` at ${codeSpan(pointer)}`}`;
