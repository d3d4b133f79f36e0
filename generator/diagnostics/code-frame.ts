import { displayWidth } from '../text/display-width.js';
import { visibleText } from '../text/visible.js';
import type { Diagnostic } from './diagnostic.js';

const contextLines = 1;

/** Columns that a line may take; of a longer one, the part around the problem is shown. */
const widest = 160;

/** Columns that stay visible after the start of a problem in a long line. */
const lookahead = 40;

/**
 * Shows the lines around a diagnostic, with carets below the offending text.
 *
 * @param diagnostic - The problem to show.
 * @returns Lines without a final line break.
 */
export function codeFrame({ text, start, end }: Diagnostic): string {
  const lines = text.split(/\r\n|\n|\r/);
  const first = Math.max(1, start.line - contextLines);
  const last = Math.min(lines.length, start.line + contextLines);
  const gutter = String(last).length;
  const marked = lines[start.line - 1] ?? '';
  const shift = marked.length > widest ? Math.max(0, Math.min(start.column + lookahead, marked.length) - widest) : 0;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? '';
    const isMarked = number === start.line;
    const shown = cut(line, isMarked ? shift : 0);
    frame.push(`${isMarked ? '>' : ' '} ${String(number).padStart(gutter)} | ${visible(shown)}`.trimEnd());
    if (!isMarked) continue;
    const to = end.line === start.line ? end.column : line.length + 1;
    frame.push(`  ${' '.repeat(gutter)} | ${carets(shown, start.column - shift, to - shift)}`);
  }
  return frame.join('\n');
}

function cut(line: string, shift: number): string {
  const behind = shift > 0 ? `…${line.slice(shift + 1)}` : line;
  return behind.length > widest ? `${behind.slice(0, widest - 1)}…` : behind;
}

function carets(shown: string, from: number, to: number): string {
  return (
    ' '.repeat(displayWidth(visible(shown.slice(0, from - 1)))) +
    '^'.repeat(Math.max(1, displayWidth(visible(shown.slice(from - 1, to - 1)))))
  );
}

/** Control characters would move the cursor or change colours: a terminal gets pictures of one column instead. */
function visible(line: string): string {
  return visibleText(line.replaceAll('\t', ' '), (character) =>
    character < ' ' ? String.fromCodePoint(0x2400 + character.charCodeAt(0)) : '\ufffd',
  );
}
