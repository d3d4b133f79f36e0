import { isCollection, isNode, isPair, isScalar, type Scalar, type YAMLMap } from 'yaml';

/** A text to put between two characters of another. */
export interface Insertion {
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
}

/** A key and its value, to stand at the end of a mapping. */
export interface NewEntry {
  readonly keyword: string;
  readonly value: string | boolean;
}

/**
 * What to put where for a mapping of a text to have one more entry at its end, in the layout of its others.
 *
 * @returns In the order of the text; nothing where the mapping has no place.
 */
export function insertionsFor(text: string, map: YAMLMap, entry: NewEntry): Insertion[] {
  return map.flow === true ? intoFlow(text, map, entry) : intoBlock(text, map, entry);
}

/** `{a: 1}`, on one line or on several. */
function intoFlow(text: string, map: YAMLMap, { keyword, value }: NewEntry): Insertion[] {
  const [start = 0, end = 0] = map.range ?? [];
  const last = map.items.at(-1);
  const key = last?.key as Scalar | undefined;
  const isQuoted = key === undefined ? text.trimStart().startsWith('{') : key.type === 'QUOTE_DOUBLE';
  const added = isQuoted ? `${JSON.stringify(keyword)}: ${JSON.stringify(value)}` : `${keyword}: ${value}`;
  if (last === undefined) return [{ offset: start + 1, text: text[start + 1] === ' ' ? ` ${added}` : added }];

  const behind = endOf(text, last.value ?? last.key);
  const lineBreak = /\r?\n[^\S\n]*$/.exec(text.slice(start, key?.range?.[0]))?.[0];
  if (lineBreak === undefined) return [{ offset: behind, text: `, ${added}` }];
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(behind, end))?.[0];
  // A comment behind the last entry stays on its line.
  const lineEnd = lineEndAfter(text, behind + (comma ?? '').length);
  const offset = lineEnd < end ? lineEnd : behind + (comma ?? '').length;
  if (comma !== undefined) return [{ offset, text: `${lineBreak}${added},` }];
  return [
    { offset: behind, text: ',' },
    { offset, text: `${lineBreak}${added}` },
  ];
}

/** One entry a line, below each other. */
function intoBlock(text: string, map: YAMLMap, { keyword, value }: NewEntry): Insertion[] {
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
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return endOf(text, isPair(last) ? (last.value ?? last.key) : last);
  }
  const end = isNode(node) ? (node.range?.[1] ?? 0) : 0;
  // The last line break belongs to a block of text.
  const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return isBlock && text[end - 1] === '\n' ? beforeReturn(text, end - 1) : end;
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
