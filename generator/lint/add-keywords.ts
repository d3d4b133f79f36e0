import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { composeYaml } from '../load/compose.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { Json, Path } from '../json.js';
import { insertionsFor, layoutOf, type Insertion, type NewEntry } from './insertions.js';

/** A keyword and its value, to stand at the end of a schema. */
export interface Addition extends NewEntry {
  /** Leads from the root of the text to the schema. */
  readonly path: Path;
}

/**
 * Adds keywords at the ends of schemas in a YAML or JSON text, and leaves every other byte as it is: comments, quotes,
 * layout, line ends.
 *
 * @param text - A text that `parseYaml` reads.
 * @param additions - What to add.
 * @returns The new text; `undefined` where it would not hold exactly what the old one holds and the keywords besides.
 */
export function addKeywords(text: string, additions: readonly Addition[]): string | undefined {
  const mapAt = mapFinder(text);
  const layout = layoutOf(text);
  const insertions: (Insertion & { readonly depth: number })[] = [];
  for (const addition of additions) {
    const map = mapAt(addition.path);
    if (map === undefined) return undefined;
    for (const insertion of insertionsFor(layout, map, addition)) {
      insertions.push({ ...insertion, depth: addition.path.length });
    }
  }
  // Where a schema ends together with one inside it, what belongs to the inner one comes first.
  const edited = insertAll(
    text,
    insertions.toSorted((a, b) => a.offset - b.offset || b.depth - a.depth),
  );
  const wanted = parseYaml(text).value;
  if (!additions.every((addition) => extend(wanted, addition))) return undefined;
  const { value, problems } = parseYaml(edited);
  return problems.length === 0 && isDeepStrictEqual(value, wanted) ? edited : undefined;
}

function insertAll(text: string, sorted: readonly Insertion[]): string {
  let result = '';
  let at = 0;
  for (const { offset, text: added } of sorted) {
    result += text.slice(at, offset) + added;
    at = offset;
  }
  return result + text.slice(at);
}

/** Finds mappings by their paths; the keys of each are looked through once. */
function mapFinder(text: string): (path: Path) => YAMLMap | undefined {
  const { root } = composeYaml(text);
  const known = new Map<YAMLMap, ReadonlyMap<unknown, unknown>>();
  const entriesOf = (map: YAMLMap): ReadonlyMap<unknown, unknown> => {
    const entries =
      known.get(map) ?? new Map(map.items.map(({ key, value }) => [isScalar(key) ? key.value : undefined, value]));
    known.set(map, entries);
    return entries;
  };
  return (path) => {
    let node: unknown = root;
    for (const key of path) {
      if (isMap(node)) node = entriesOf(node).get(String(key));
      else node = isSeq(node) ? node.items[Number(key)] : undefined;
    }
    return isMap(node) ? node : undefined;
  };
}

/** Puts a keyword into a value of one's own; tells whether there is such a place, without that keyword. */
function extend(root: Json, { path, keyword, value }: Addition): boolean {
  let place: unknown = root;
  for (const key of path) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return false;
    place = (place as Readonly<Record<string | number, unknown>>)[key];
  }
  if (typeof place !== 'object' || place === null || Array.isArray(place) || Object.hasOwn(place, keyword))
    return false;
  Object.defineProperty(place, keyword, { value, enumerable: true, configurable: true, writable: true });
  return true;
}
