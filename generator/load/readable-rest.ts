import { endOfEntry } from './compose.js';
import { parseFullYaml } from './full-yaml.js';
import { isJsonObject, type ReadableRest, type YamlProblem } from './source.js';

/** The key, of a private-use character, that stands in a mapping in place of an entry that cannot be read. */
export const gapKey = '\ue000';

const gap = `${gapKey}:`;
const commentGap = `#${gapKey}`;

/** Longer texts are not read again: what is written by hand is shorter. */
const longestText = 64 * 1024;

/** So often what still cannot be read is taken out. */
const mostRounds = 8;

/**
 * Reads what is left of a text without the entries that are no YAML, so that the mistakes beside them can be told.
 *
 * @param text - YAML in lines; what is written in brackets as a whole has no entries of lines.
 * @param problems - What is wrong with it.
 * @returns `undefined` where too little is left.
 */
export function readableRest(text: string, problems: readonly YamlProblem[]): ReadableRest | undefined {
  if (text.length > longestText || problems.some(({ range }) => isMarker(text, range[0]))) return undefined;
  let rest = text;
  let left = problems;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = rest;
    for (const { range } of left) rest = withoutEntry(rest, range[0]);
    if (rest === before) return undefined;
    const read = parseFullYaml(rest, 0);
    if (read.problems.length === 0) return isJsonObject(read.value) ? { text: rest, value: read.value } : undefined;
    left = read.problems;
  }
  return undefined;
}

/** Whether a line begins or ends a document: what follows it belongs to another. */
function isMarker(text: string, offset: number): boolean {
  return /^(?:---|\.\.\.|%)/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1));
}

/**
 * Puts a gap in place of the entry that an offset is in, and a comment where even that is not read: where the indentation is
 * wrong. Everything else keeps its offset.
 */
function withoutEntry(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t-]*/.exec(text.slice(lineStart))?.[0].length ?? 0;
  const isGap = text.startsWith(gap, lineStart + indent);
  const [start, substitute] = isGap ? [lineStart, commentGap] : [lineStart + indent, gap];
  const end = endOfEntry(text, lineStart + indent);
  if (end - start < substitute.length) return text;
  const blank = text.slice(start + substitute.length, end).replace(/[^\r\n]/g, ' ');
  return text.slice(0, start) + substitute + blank + text.slice(end);
}
