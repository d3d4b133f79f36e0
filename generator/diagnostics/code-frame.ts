import type { Diagnostic } from './diagnostic.js';

const contextLines = 1;
const widest = 160;

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
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? '';
    const isMarked = number === start.line;
    frame.push(`${isMarked ? '>' : ' '} ${String(number).padStart(gutter)} | ${visible(line)}`.trimEnd());
    if (isMarked)
      frame.push(
        `  ${' '.repeat(gutter)} | ${carets(line, start.column, end.line === start.line ? end.column : line.length + 1)}`,
      );
  }
  return frame.join('\n');
}

function carets(line: string, from: number, to: number): string {
  const before = line.slice(0, from - 1).replaceAll(/[^\t]/g, ' ');
  return visible(before) + '^'.repeat(Math.max(1, Math.min(to, line.length + 1, widest) - from));
}

/** Control characters would move the cursor or change colours: a terminal gets their pictures instead. */
function visible(line: string): string {
  const cut = line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
  return cut
    .replaceAll('\t', ' ')
    .replaceAll(/[\u0000-\u001f]/g, (c) => String.fromCodePoint(0x2400 + c.charCodeAt(0)))
    .replaceAll(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');
}
