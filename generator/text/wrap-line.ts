import { displayWidth } from './width.js';
import { escapeLine } from './escape.js';
import type { Style, TerminalInfo } from './terminal.js';

/** A part of a line, of any text. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
  /** Columns before it, where it does not begin a line. Default: one. */
  readonly gap?: number;
}

/** Between characters of scripts without spaces, except before what closes a text (Unicode Standard Annex #14, in short). */
const breaksWithoutSpace =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

/**
 * Breaks a line between words and between characters of East Asian text; what takes more columns than there are stays whole.
 *
 * @param start - What the first line begins with. Default: nothing.
 * @param next - What the others begin with. Default: nothing.
 */
export function wrapLine(spans: readonly Span[], { columns, colors }: TerminalInfo, start = '', next = ''): string[] {
  const lines: string[] = [];
  let line = colors('dim', start);
  let taken = start.length;
  for (const { text, style, gap = 1 } of spans) {
    for (const [wordIndex, word] of escapeLine(text).split(' ').entries()) {
      for (const [index, piece] of word.split(breaksWithoutSpace).entries()) {
        const width = displayWidth(piece);
        let before = taken === 0 || index > 0 ? 0 : wordIndex > 0 ? 1 : gap;
        if (taken + before + width > columns && taken > next.length) {
          lines.push(line.trimEnd());
          [line, taken, before] = [colors('dim', next), next.length, 0];
        }
        line += ' '.repeat(before) + (style === undefined ? piece : colors(style, piece));
        taken += before + width;
      }
    }
  }
  return [...lines, line.trimEnd()];
}
