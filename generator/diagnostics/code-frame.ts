import { displayWidth } from '../text/display-width.js';
import type { Colors, Style } from '../text/terminal.js';
import { escapeInvisible } from '../text/escape.js';
import type { Diagnostic } from './diagnostic.js';

/** The colour of what belongs to a problem. */
export const severityStyles: Readonly<Record<Diagnostic['severity'], Style>> = { error: 'red', warning: 'yellow' };

/** Columns of a line that are shown on the narrowest terminal. */
const minColumns = 20;

/**
 * Shows the lines around a problem, with carets below the text that is wrong.
 *
 * @param diagnostic - The problem to show.
 * @param lines - The lines of its file.
 * @param columns - Columns that a line of it may take; of a longer one, the part around the problem is shown.
 * @param paint - Gives what is not of the file a style.
 * @returns Lines without a final line break.
 */
export function codeFrame(
  { start, end, severity }: Pick<Diagnostic, 'start' | 'end' | 'severity'>,
  lines: readonly string[],
  columns: number,
  paint: Colors,
): string {
  const mark = (marks: string): string => paint(severityStyles[severity], marks);
  const numbers = [start.line - 1, start.line, start.line + 1].filter((each) => each >= 1 && each <= lines.length);
  const gutter = String(numbers.at(-1)).length;
  const bar = (label: string): string => paint('dim', `${label.padStart(gutter)} |`);
  const room = Math.max(minColumns, columns - gutter - '>  | '.length);
  return numbers
    .flatMap((number) => {
      const line = lines[number - 1] ?? '';
      if (number !== start.line) return [`  ${bar(String(number))} ${partAround(line, 0, room).text}`.trimEnd()];
      const from = start.column - 1;
      const to = end.line === start.line ? end.column - 1 : line.length;
      const { text, lead, begin, end: shownTo } = partAround(line, from, room);
      const before = widthOf(lead + line.slice(begin, from));
      const carets = '^'.repeat(Math.max(1, widthOf(line.slice(from, Math.min(to, shownTo)))));
      return [
        `${mark('>')} ${bar(String(number))} ${text}`.trimEnd(),
        `  ${bar('')} ${' '.repeat(before)}${mark(carets)}`,
      ];
    })
    .join('\n');
}

/** The part of a line around an offset that has room; `…` stands for what was cut. */
function partAround(
  line: string,
  offset: number,
  room: number,
): { readonly text: string; readonly lead: string; readonly begin: number; readonly end: number } {
  // No character takes more than two columns.
  const begin =
    line.length > room * 2 || widthOf(line) > room
      ? Math.max(0, Math.min(offset - (room >> 2), line.length - room + 1))
      : 0;
  const lead = begin > 0 ? '…' : '';
  let end = Math.min(line.length, begin + room);
  const tail = (): string => (end < line.length ? '…' : '');
  while (end > offset + 1 && widthOf(lead + line.slice(begin, end) + tail()) > room) end -= 1;
  return { text: lead + shown(line.slice(begin, end)) + tail(), lead, begin, end };
}

function widthOf(text: string): number {
  return displayWidth(shown(text));
}

/** Control characters would move the cursor or change colours: a terminal gets pictures of one column instead. */
function shown(text: string): string {
  return escapeInvisible(text.replaceAll('\t', ' '), (character) =>
    character < ' ' ? String.fromCodePoint(0x2400 + character.charCodeAt(0)) : '\ufffd',
  );
}
