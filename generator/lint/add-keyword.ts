import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isPair, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml';
import { composeYaml } from '../load/compose.js';
import { parseYaml } from '../load/parse-yaml.js';
import { isJsonObject, type Json, type Path } from '../load/source.js';

/** A text to put between two characters of another. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** A keyword and its value, to stand at the end of a mapping. */
export interface NewEntry {
  readonly keyword: string;
  readonly value: string | boolean;
}

/**
 * Adds a keyword at the end of a schema in a YAML or JSON text, and leaves every other byte as it is: comments, quotes,
 * layout, line ends.
 *
 * @param text - A text that `parseYaml` reads.
 * @param path - Leads from the root to the schema.
 * @param entry - What to add.
 * @returns The new text; `undefined` where it would not hold exactly what the old one holds and the keyword besides.
 */
export function addKeyword(text: string, path: Path, entry: NewEntry): string | undefined {
  const map = mapAt(composeYaml(text).root, path);
  if (map === undefined) return undefined;
  const insertions = map.flow === true ? intoFlow(text, map, entry) : intoBlock(text, map, entry);
  const edited = insertions.reduce(
    (result, { offset, text: added }) => result.slice(0, offset) + added + result.slice(offset),
    text,
  );
  const wanted = withEntry(parseYaml(text).value, path, entry);
  const { value, problems } = parseYaml(edited);
  return problems.length === 0 && wanted !== undefined && isDeepStrictEqual(value, wanted) ? edited : undefined;
}

function mapAt(root: unknown, path: Path): YAMLMap | undefined {
  let node = root;
  for (const key of path) {
    if (isMap(node)) node = node.items.find((item) => isScalar(item.key) && item.key.value === String(key))?.value;
    else node = isSeq(node) ? node.items[Number(key)] : undefined;
  }
  return isMap(node) ? node : undefined;
}

/** `{a: 1}`, on one line or on several; later offsets come first. */
function intoFlow(text: string, map: YAMLMap, { keyword, value }: NewEntry): Insertion[] {
  const [start = 0, end = 0] = map.range ?? [];
  const last = map.items.at(-1);
  const key = last?.key as Scalar | undefined;
  const isQuoted = key?.type === 'QUOTE_DOUBLE' || isJsonText(text);
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
  return comma === undefined ? [entry, { offset: behind, text: ',' }] : [entry];
}

/** One entry a line, below each other. */
function intoBlock(text: string, map: YAMLMap, { keyword, value }: NewEntry): Insertion[] {
  const first = map.items[0]?.key as Scalar | undefined;
  if (first?.range == null) return [];
  const lineStart = text.lastIndexOf('\n', first.range[0] - 1) + 1;
  const indent = text.slice(lineStart, first.range[0]).replaceAll(/\S/g, ' ');
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ offset: lineEndAfter(text, endOf(text, map)), text: `${lineBreak}${indent}${keyword}: ${value}` }];
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
  return end - (/\r?\n$/.exec(text.slice(0, end))?.[0].length ?? 0);
}

/** The end of the line that an offset is on, before its line break. */
function lineEndAfter(text: string, offset: number): number {
  const index = text.indexOf('\n', offset);
  if (index < 0) return text.length;
  return index > offset && text[index - 1] === '\r' ? index - 1 : index;
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A value with the keyword in it; `undefined` where it has the keyword, or no such place. */
function withEntry(value: Json | undefined, [key, ...rest]: Path, entry: NewEntry): Json | undefined {
  if (value === undefined || (!isJsonObject(value) && !Array.isArray(value))) return undefined;
  if (key === undefined) {
    return Array.isArray(value) || Object.hasOwn(value, entry.keyword)
      ? undefined
      : { ...value, [entry.keyword]: entry.value };
  }
  const parts = Object.entries(value as Readonly<Record<string, Json>>);
  const inner = withEntry(parts.find(([name]) => name === String(key))?.[1], rest, entry);
  if (inner === undefined) return undefined;
  const edited = parts.map(([name, part]): [string, Json] => [name, name === String(key) ? inner : part]);
  return Array.isArray(value) ? edited.map(([, part]) => part) : Object.fromEntries(edited);
}
