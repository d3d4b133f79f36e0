import { displayWidth } from '../text/display-width.js';
import type { Paint, Style } from '../text/paint.js';
import { visibleText } from '../text/visible.js';
import type { Diagnostic } from './diagnostic.js';

const contextLines = 1;

/** The colour of what belongs to a problem. */
export const severityStyles: Readonly<Record<Diagnostic['severity'], Style>> = { error: 'red', warning: 'yellow' };

/** Columns of a line that are shown on the narrowest terminal. */
const fewestColumns = 20;

/** A line of a text, or the part of it that is shown. */
interface Shown {
  readonly text: string;
  /** Columns that it takes up to the start of the problem. */
  readonly before: number;
  /** Columns that the problem takes in it. */
  readonly marked: number;
}

/** What a person sees as one character, and where it stands. */
interface Character {
  readonly text: string;
  readonly width: number;
  /** Offset in the line, in UTF-16 code units. */
  readonly begin: number;
  /** Offset of its end, exclusive. */
  readonly end: number;
}

/**
 * Shows the lines around a diagnostic, with carets below the offending text.
 *
 * @param diagnostic - The problem to show.
 * @param columns - Columns that a line of it may take; of a longer one, the part around the problem is shown.
 * @param paint - Gives what is not of the file a style.
 * @returns Lines without a final line break.
 */
export function codeFrame({ text, start, end, severity }: Diagnostic, columns: number, paint: Paint): string {
  const mark = (marks: string): string => paint(severityStyles[severity], marks);
  const lines = text.split(/\r\n|\n|\r/);
  const first = Math.max(1, start.line - contextLines);
  const last = Math.min(lines.length, start.line + contextLines);
  const gutter = String(last).length;
  const room = Math.max(fewestColumns, columns - gutter - '>  | '.length);
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? '';
    const isMarked = number === start.line;
    const from = isMarked ? start.column - 1 : 0;
    const to = isMarked && end.line === start.line ? end.column - 1 : line.length;
    const shown = around(line, from, to, room);
    const margin = `${isMarked ? mark('>') : ' '} ${paint('dim', `${String(number).padStart(gutter)} |`)}`;
    frame.push(`${margin} ${shown.text}`.trimEnd());
    if (!isMarked) continue;
    const carets = '^'.repeat(Math.max(1, shown.marked));
    frame.push(`  ${paint('dim', `${' '.repeat(gutter)} |`)} ${' '.repeat(shown.before)}${mark(carets)}`);
  }
  return frame.join('\n');
}

/** The part of a line around a problem that has room; `…` stands for what was left out. */
function around(line: string, from: number, to: number, room: number): Shown {
  // Hardly a character takes less than a column: of a line that is very long, the rest need not be looked at.
  const [near, far] = [Math.max(0, from - room), Math.min(line.length, from + room)];
  const characters = charactersOf(line, near, far);
  const start = characters.findIndex(({ end }) => end > from);
  const at = start === -1 ? characters.length : start;
  const left = startOfPart(characters, at, near > 0, room);
  const isCutBefore = left > 0 || near > 0;
  const before = widthOf(characters.slice(left, at)) + (isCutBefore ? 1 : 0);
  const behind = characters.slice(at);
  const isCutBehind = far < line.length || before + widthOf(behind) > room;
  const shown: Character[] = [];
  let taken = before + (isCutBehind ? 1 : 0);
  for (const character of behind) {
    taken += character.width;
    if (taken > room) break;
    shown.push(character);
  }
  const text = [...characters.slice(left, at), ...shown].map((character) => character.text).join('');
  return {
    text: `${isCutBefore ? '…' : ''}${text}${isCutBehind ? '…' : ''}`,
    before,
    marked: widthOf(shown.filter(({ begin }) => begin < to)),
  };
}

/** Index of the first character that is shown: a third of the room is for what follows the start of the problem. */
function startOfPart(characters: readonly Character[], at: number, isCut: boolean, room: number): number {
  let taken = Math.max(1, Math.min(widthOf(characters.slice(at)), Math.ceil(room / 3)));
  let left = at;
  for (; left > 0; left -= 1) {
    taken += characters[left - 1]?.width ?? 0;
    if (taken + (isCut || left > 1 ? 1 : 0) > room) break;
  }
  return left;
}

const segmenter = new Intl.Segmenter();

/** The characters of a part of a line; one that the part may cut in two is left out. */
function charactersOf(line: string, near: number, far: number): Character[] {
  const characters: Character[] = [];
  const text = line.slice(near, far).replaceAll('\t', ' ');
  const pictures = picturesIn(text);
  for (const { segment, index } of segmenter.segment(text)) {
    // What is invisible may count as part of the character before, and is shown by itself.
    const isShownAsItIs = !Array.from({ length: segment.length }, (_, place) => index + place).some((offset) =>
      pictures.has(offset),
    );
    let begin = index;
    for (const part of isShownAsItIs ? [segment] : segment) {
      const shown = pictures.get(begin) ?? part;
      const end = begin + part.length;
      characters.push({ text: shown, width: displayWidth(shown), begin: near + begin, end: near + end });
      begin = end;
    }
  }
  return characters.slice(near > 0 ? 1 : 0, far < line.length ? -1 : undefined);
}

/**
 * What is shown for the invisible characters of a text, by offset. Control characters would move the cursor or change
 * colours: a terminal gets pictures of one column instead.
 */
function picturesIn(text: string): ReadonlyMap<number, string> {
  const pictures = new Map<number, string>();
  visibleText(text, (character, offset) => {
    pictures.set(offset, character < ' ' ? String.fromCodePoint(0x2400 + character.charCodeAt(0)) : '\ufffd');
    return character;
  });
  return pictures;
}

function widthOf(characters: readonly Character[]): number {
  return characters.reduce((sum, { width }) => sum + width, 0);
}
