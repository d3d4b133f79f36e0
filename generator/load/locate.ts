import type { Pair, YAMLMap } from 'yaml';
import { composeYaml, rangeOf } from './compose.js';
import type { TextRange } from '../diagnostics/diagnostic.js';
import type { Locate } from '../diagnostics/reporter.js';
import { getOrInsert } from '../lazy.js';
import { yamlLibrary } from './yaml-library.js';

/**
 * Finds values and keys in a text; of a path, the deepest part that exists counts. Parses the text anew: positions are
 * needed only for files with problems, and keeping the nodes of all others costs more than the rest of a run.
 */
export function locatorOf(text: string): Locate {
  const { isMap, isScalar, isSeq } = yamlLibrary();
  const { root } = composeYaml(text);
  const known = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value ?? '') : '');
  const entriesOf = (map: YAMLMap): ReadonlyMap<string, Pair> =>
    getOrInsert(known, map, () => new Map(map.items.map((pair) => [keyOf(pair), pair])));
  const whole = rangeOf(root) ?? ([0, 1] as const);
  return (path, part) => {
    // A problem of a whole file is shown at its first key: a frame around all of it shows nothing.
    if (path.length === 0) return (isMap(root) ? rangeOf(root.items[0]?.key) : undefined) ?? whole;
    let node: unknown = root;
    let range: TextRange = whole;
    for (const [depth, key] of path.entries()) {
      if (isMap(node)) {
        const pair = entriesOf(node).get(String(key));
        if (pair === undefined) break;
        node = pair.value;
        // A value that is not written, as in `key:`, has no text to point at.
        const isWritten = !isScalar(node) || node.value !== null || (node.source ?? '') !== '';
        const isValue = depth === path.length - 1 && part === 'value' && isWritten;
        range = (isValue ? rangeOf(node) : undefined) ?? rangeOf(pair.key) ?? range;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        range = rangeOf(node) ?? range;
      } else break;
    }
    return range;
  };
}
