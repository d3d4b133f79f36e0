import { outermostKeys, parseFullYaml } from './full-yaml.js';
import { gapKey, isGapKey, withGaps } from './gaps.js';
import { isJsonObject, type JsonObject } from '../json.js';
import type { TextRange } from '../diagnostics/diagnostic.js';
import type { ReadableRest, YamlProblem } from './source.js';
import { endOfEntry } from './yaml-places.js';

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
  const gapped: GappedText = { text, gaps: 0, lostAt: [] };
  let left = problems;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = gapped.text;
    for (const problem of left) takeOut(gapped, problem);
    if (gapped.text === before) return undefined;
    const { value, problems: others } = parseFullYaml(gapped.text, 0);
    if (others.length === 0) return isJsonObject(value) ? restOf(gapped, value) : undefined;
    left = others;
  }
  return undefined;
}

interface GappedText {
  text: string;
  /** How many gaps were made. */
  gaps: number;
  /** Offsets of what was taken out, and may have belonged to what no gap stands in. */
  readonly lostAt: number[];
}

function takeOut(gapped: GappedText, { range, entryAt = range[0], isMisplaced = false, places }: YamlProblem): void {
  if (isMisplaced) gapped.lostAt.push(doubtfulFrom(gapped.text, entryAt));
  if (places === undefined) takeOutEntry(gapped, entryAt);
  else for (const place of places) takeOutProperty(gapped, place);
}

/** Takes out an anchor alone, since what it stands before means the same without it, and an alias with its entry. */
function takeOutProperty(gapped: GappedText, place: TextRange): void {
  const { text } = gapped;
  if (text[place[0]] === '&' && !isFirstOfLine(text, place[0])) gapped.text = blanked(text, place);
  else takeOutEntry(gapped, place[0]);
}

/** Whether only indentation and dashes stand before an offset: without what stands there, the rest of the line would move. */
function isFirstOfLine(text: string, offset: number): boolean {
  return /^[\s-]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}

function blanked(text: string, [start, end]: TextRange): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

function restOf({ text, lostAt }: GappedText, value: JsonObject): ReadableRest {
  if (lostAt.length === 0) return { text, lost: [], value };
  const keys = outermostKeys(text);
  const lost = lostAt.map((at): TextRange => [at, keys.find((key) => key > at) ?? text.length]);
  return { text, lost, value: withGaps(value) as JsonObject };
}

/** Whether a line begins or ends a document, or one side of a merge: what follows it belongs to another. */
function isMarker(text: string, offset: number): boolean {
  return /^(?:---|\.\.\.|%|<{7})/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1));
}

/** Where something begins to be doubtful: at the key whose list a key follows, as the two cannot both be meant; else here. */
function doubtfulFrom(text: string, offset: number): number {
  const indentOf = (line: string): number => line.length - line.trimStart().length;
  const lineEnd = text.indexOf('\n', offset);
  const [entry = '', ...above] = text
    .slice(0, lineEnd < 0 ? text.length : lineEnd)
    .split('\n')
    .toReversed();
  const before = above.findIndex((line) => line.trim() !== '' && indentOf(line) <= indentOf(entry));
  if (!above[before]?.trimStart().startsWith('- ')) return offset;
  const owner = above.findIndex((line) => line.trim() !== '' && indentOf(line) < indentOf(entry));
  return owner < 0 ? offset : above.slice(owner + 1).reduce((at, line) => at + line.length + 1, 0);
}

/**
 * Puts a gap in place of the entry that an offset is in, and a comment where even that is not read: where the indentation is
 * wrong. Everything else keeps its offset.
 */
function takeOutEntry(gapped: GappedText, offset: number): void {
  const { text } = gapped;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t-]*/.exec(text.slice(lineStart))?.[0].length ?? 0;
  const isGap = isGapKey(text[lineStart + indent]);
  const start = isGap ? lineStart : lineStart + indent;
  const substitute = isGap ? '#' : `${gapKey(gapped.gaps)}:`;
  const end = endOfEntry(text, lineStart + indent);
  if (end - start < substitute.length) return;
  const blank = text.slice(start + substitute.length, end).replace(/[^\r\n]/g, ' ');
  gapped.text = text.slice(0, start) + substitute + blank + text.slice(end);
  if (isGap) gapped.lostAt.push(start);
  else gapped.gaps += 1;
}
