import { displayWidth } from '../text/width.js';
import type { Colors, Style } from '../text/terminal.js';
import { escapeInvisible } from '../text/escape.js';
import type { Diagnostic } from './diagnostic.js';

/** The colour of what belongs to a problem. */
export const severityStyles: Readonly<Record<Diagnostic['severity'], Style>> = { error: 'red', warning: 'yellow' };

/** Columns of a line that are shown on the narrowest terminal. */
const minColumns = 20;

/**
 * Shows the lines around a problem, with carets below the text that is wrong, without a final line break.
 *
 * @param columns - Columns that a line of it may take; of a longer one, the part around the problem is shown.
 */
export function codeFrame(
  { start, end, severity }: Pick<Diagnostic, 'start' | 'end' | 'severity'>,
  lines: readonly string[],
  columns: number,
  colors: Colors,
): string {
  const mark = (marks: string): string => colors(severityStyles[severity], marks);
  const numbers = [start.line - 1, start.line, start.line + 1].filter((each) => each >= 1 && each <= lines.length);
  const gutter = String(numbers.at(-1)).length;
  const bar = (label: string): string => colors('dim', `${label.padStart(gutter)} |`);
  const width = Math.max(minColumns, columns - gutter - '>  | '.length);
  return numbers
    .flatMap((number) => {
      const line = lines[number - 1] ?? '';
      if (number !== start.line) return [`  ${bar(String(number))} ${partAround(line, 0, width).text}`.trimEnd()];
      const from = start.column - 1;
      const to = end.line === start.line ? end.column - 1 : line.length;
      const part = partAround(line, from, width);
      const before = widthOf(part.lead + line.slice(part.begin, from));
      const carets = '^'.repeat(Math.max(1, widthOf(line.slice(from, Math.min(to, part.end)))));
      return [
        `${mark('>')} ${bar(String(number))} ${part.text}`.trimEnd(),
        `  ${bar('')} ${' '.repeat(before)}${mark(carets)}`,
      ];
    })
    .join('\n');
}

/** The part of a line around an offset that fits in a width: its offsets, and how it is shown, with `…` for what was cut. */
function partAround(
  line: string,
  offset: number,
  width: number,
): { readonly text: string; readonly lead: string; readonly begin: number; readonly end: number } {
  // No character takes more than two columns.
  const isCut = line.length > width * 2 || widthOf(line) > width;
  const begin = isCut ? Math.max(0, Math.min(offset - (width >> 2), line.length - width + 1)) : 0;
  const lead = begin > 0 ? '…' : '';
  let end = Math.min(line.length, begin + width);
  const tail = (): string => (end < line.length ? '…' : '');
  while (end > offset + 1 && widthOf(lead + line.slice(begin, end) + tail()) > width) end -= 1;
  return { text: lead + shown(line.slice(begin, end)) + tail(), lead, begin, end };
}

const widthOf = (text: string): number => displayWidth(shown(text));

/** Control characters would move the cursor or change colours: a terminal gets pictures of one column instead. */
function shown(text: string): string {
  return escapeInvisible(text.replaceAll('\t', ' '), (character) =>
    character < ' ' ? String.fromCodePoint(0x2400 + character.charCodeAt(0)) : '\ufffd',
  );
}
