import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { composeYaml } from '../load/compose.js';
import { parseYaml } from '../load/parse-yaml.js';
import { isJsonObject } from '../json.js';
import { valueAt } from '../schema/pointer.js';
import type { Fix } from '../validate/rule.js';

/** A keyword and its value, to stand behind the others of a schema. */
export type Addition = Omit<Fix, 'file'>;

/** A text to put between two characters of another. */
interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/**
 * Adds keywords to schemas in a YAML or JSON text, and leaves every other byte as it is: comments, quotes, layout, line ends.
 *
 * @returns The new text, which holds exactly what the old one holds and the keywords besides; and what has no place in it.
 */
export function addKeywords<Added extends Addition>(
  text: string,
  additions: readonly Added[],
): { readonly text: string; readonly leftOut: readonly Added[] } {
  const { root } = composeYaml(text);
  const wanted = parseYaml(text).value;
  const leftOut: Added[] = [];
  const insertions: Insertion[] = [];
  for (const addition of additions) {
    const { path, keyword, value } = addition;
    const map = isCollection(root) && path.length > 0 ? root.getIn(path, true) : root;
    const schema = valueAt(wanted, path);
    const isOpen = isMap(map) && isJsonObject(schema) && !Object.hasOwn(schema, keyword);
    const insertion = isOpen ? insertionInto(map, text, addition) : undefined;
    if (insertion === undefined) leftOut.push(addition);
    else {
      insertions.push(insertion);
      Object.assign(schema as object, { [keyword]: value });
    }
  }
  const sorted = insertions.toSorted((a, b) => a.offset - b.offset);
  const pieces = sorted.map(({ offset, text: added }, index) => text.slice(sorted[index - 1]?.offset, offset) + added);
  const edited = pieces.join('') + text.slice(sorted.at(-1)?.offset);
  const { value, problems } = parseYaml(edited);
  const isRight = problems.length === 0 && isDeepStrictEqual(value, wanted);
  return isRight ? { text: edited, leftOut } : { text, leftOut: additions };
}

/** `undefined` where a mapping has no entry on a line of its own, behind which one more can stand. */
function insertionInto(map: YAMLMap, text: string, { keyword, value }: Addition): Insertion | undefined {
  const last = map.items.at(-1);
  if (map.flow === true) {
    const isJson = last === undefined ? text.trimStart().startsWith('{') : (last.key as Scalar).type === 'QUOTE_DOUBLE';
    const added = isJson ? `${JSON.stringify(keyword)}: ${JSON.stringify(value)}` : `${keyword}: ${value}`;
    const [start = 0] = map.range ?? [];
    if (last === undefined) return { offset: start + 1, text: text[start + 1] === ' ' ? ` ${added}` : added };
    const [from, to] = rangeOf(last);
    // On a line of its own, where the last entry has one.
    const [gap = ' '] = /\r?\n[ \t]*$/.exec(text.slice(start, from)) ?? [];
    return { offset: to, text: `,${gap}${added}` };
  }
  const oneLine = map.items.map(rangeOf).findLast(([from, to]) => !text.slice(from, to).includes('\n'));
  if (oneLine === undefined) return undefined;
  const [from, to] = oneLine;
  const lineFeed = text.indexOf('\n', to);
  // Where the text ends with the line, the line break is that of the line before.
  const lineBreak = text[(lineFeed < 0 ? text.lastIndexOf('\n') : lineFeed) - 1] === '\r' ? '\r\n' : '\n';
  // Before a key there may be what makes its mapping an item of a list.
  const indent = text.slice(text.lastIndexOf('\n', from) + 1, from).replaceAll(/\S/g, ' ');
  const offset = lineFeed < 0 ? text.length : lineFeed + 1 - lineBreak.length;
  return { offset, text: `${lineBreak}${indent}${keyword}: ${value}` };
}

/** Where an entry of a mapping begins and ends. */
function rangeOf({ key, value }: Pair): readonly [start: number, end: number] {
  const [start = 0, end = 0] = (key as Scalar).range ?? [];
  return [start, Math.max(end, (value as Scalar | null)?.range?.[1] ?? 0)];
}
