import type { Pair, YAMLMap } from 'yaml';
import { composeYaml } from './compose.js';
import { rangeOf } from './full-yaml.js';
import type { Path } from '../json.js';
import type { Part, TextRange } from '../diagnostics/diagnostic.js';
import type { Locate } from '../diagnostics/reporter.js';
import { yamlLibrary } from './yaml-library.js';

/**
 * Finds where values and keys stand in a text. Parses it anew: positions are needed only for files in trouble, and
 * keeping the nodes of all others costs more than the rest of a run.
 */
class Locator {
  readonly #root: unknown;
  readonly #entries = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  /** @param text - A text that `parseYaml` reads. */
  constructor(text: string) {
    this.#root = composeYaml(text).root;
  }

  /**
   * Finds a value, or the key that holds it.
   *
   * @param path - Keys and indexes from the root to the value; the deepest existing one counts.
   * @param part - What to point at.
   */
  locate(path: Path, part: Part): TextRange {
    const { isMap, isSeq } = yamlLibrary();
    let node = this.#root;
    let range = path.length === 0 ? firstEntry(node) : (rangeOf(node) ?? [0, 1]);
    for (const [depth, key] of path.entries()) {
      if (isMap(node)) {
        const pair = this.#entriesOf(node).get(String(key));
        if (pair === undefined) break;
        node = pair.value;
        const isValue = depth === path.length - 1 && part === 'value';
        range = (isValue && !isEmpty(node) ? rangeOf(node) : undefined) ?? rangeOf(pair.key) ?? range;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        range = rangeOf(node) ?? range;
      } else break;
    }
    return range;
  }

  #entriesOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#entries.get(map);
    if (known !== undefined) return known;
    const { isScalar } = yamlLibrary();
    const entries = new Map(
      map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value ?? '') : '', pair] as const),
    );
    this.#entries.set(map, entries);
    return entries;
  }
}

/** A problem of a whole file is shown at its first key: a frame around all of it shows nothing. */
function firstEntry(node: unknown): TextRange {
  return (yamlLibrary().isMap(node) ? rangeOf(node.items[0]?.key) : undefined) ?? rangeOf(node) ?? [0, 1];
}

/** A value that is not written, as in `key:`, has no text to point at. */
function isEmpty(node: unknown): boolean {
  return yamlLibrary().isScalar(node) && node.value === null && (node.source ?? '') === '';
}

/**
 * Finds values and keys in a text.
 *
 * @param text - A text that `parseYaml` reads.
 */
export function locatorOf(text: string): Locate {
  const locator = new Locator(text);
  return (path, part) => locator.locate(path, part);
}
