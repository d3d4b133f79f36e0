import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isPair, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import { composeYaml } from '../load/compose.js';
import { parseYaml } from '../load/parse-yaml.js';
import type { Json, Path } from '../load/source.js';

/** A text to put between two characters of another. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** A keyword and its value, to stand at the end of a schema. */
export interface Addition {
  /** Leads from the root of the text to the schema. */
  readonly path: Path;
  readonly keyword: string;
  readonly value: string | boolean;
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
  const layout = { text, isJson: isJsonText(text) };
  const insertions: (Insertion & { readonly depth: number })[] = [];
  for (const addition of additions) {
    const map = mapAt(addition.path);
    if (map === undefined) return undefined;
    const own = map.flow === true ? intoFlow(layout, map, addition) : intoBlock(layout, map, addition);
    insertions.push(...own.map((insertion) => ({ ...insertion, depth: addition.path.length })));
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

/** A text, and whether it is JSON as a whole. */
interface Layout {
  readonly text: string;
  readonly isJson: boolean;
}

/** `{a: 1}`, on one line or on several. */
function intoFlow({ text, isJson }: Layout, map: YAMLMap, { keyword, value }: Addition): Insertion[] {
  const [start = 0, end = 0] = map.range ?? [];
  const last = map.items.at(-1);
  const key = last?.key as Scalar | undefined;
  const isQuoted = key?.type === 'QUOTE_DOUBLE' || isJson;
  const added = isQuoted ? `${JSON.stringify(keyword)}: ${JSON.stringify(value)}` : `${keyword}: ${value}`;
  if (last === undefined) return [{ offset: start + 1, text: text[start + 1] === ' ' ? ` ${added}` : added }];

  const behind = endOf(text, last.value ?? last.key);
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(behind, end))?.[0];
  const afterComma = behind + (comma ?? '').length;
  const lineBreak = /\r?\n[^\S\n]*$/.exec(text.slice(start, key?.range?.[0]))?.[0];
  if (lineBreak === undefined) {
    return [{ offset: afterComma, text: comma === undefined ? `, ${added}` : ` ${added},` }];
  }
  // A comment behind the last entry stays on its line.
  const lineEnd = lineEndAfter(text, afterComma);
  const entry = {
    offset: lineEnd < end ? lineEnd : afterComma,
    text: `${lineBreak}${added}${comma === undefined ? '' : ','}`,
  };
  return comma === undefined ? [{ offset: behind, text: ',' }, entry] : [entry];
}

/** One entry a line, below each other. */
function intoBlock({ text }: Layout, map: YAMLMap, { keyword, value }: Addition): Insertion[] {
  const first = map.items[0]?.key as Scalar | undefined;
  if (first?.range == null) return [];
  const lineStart = text.lastIndexOf('\n', first.range[0] - 1) + 1;
  // Before a key there may be what makes its mapping an item of a list, and `?`, which is the key's own.
  const indent = text.slice(lineStart, first.range[0]).replace(/\? *$/, '').replaceAll(/\S/g, ' ');
  const offset = lineEndAfter(text, endOf(text, map));
  // The line above decides which line break it is; where the text ends with that line, the one before.
  const lineFeed = text.lastIndexOf('\n', offset + 1);
  const lineBreak = text.slice(beforeReturn(text, lineFeed), lineFeed + 1) || '\n';
  return [{ offset, text: `${lineBreak}${indent}${keyword}: ${value}` }];
}

/** Where the last character of a node stands; what follows it is blank or comment. */
function endOf(text: string, node: unknown): number {
  if (isMap(node) || isSeq(node)) {
    const last = node.items.at(-1);
    if (node.flow !== true && last !== undefined) return endOf(text, isPair(last) ? (last.value ?? last.key) : last);
  }
  const end = isNode(node) ? (node.range?.[1] ?? 0) : 0;
  if (!isScalar(node) || (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')) return end;
  // The last line break belongs to a block of text.
  return text[end - 1] === '\n' ? beforeReturn(text, end - 1) : end;
}

/** The end of the line that an offset is on, before its line break. */
function lineEndAfter(text: string, offset: number): number {
  const index = text.indexOf('\n', offset);
  return index < 0 ? text.length : Math.max(offset, beforeReturn(text, index));
}

/** Where a line break starts that ends with the line feed at an offset. */
function beforeReturn(text: string, lineFeed: number): number {
  return text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
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
