import { displayWidth } from './display-width.js';

/** A part of a line that stays whole when the line is broken. */
export interface Piece {
  readonly text: string;
  /** Columns that it takes. */
  readonly width: number;
  /** Columns between it and the piece before, where no line is broken between them: a space, or nothing. */
  readonly gap: 0 | 1;
}

/** Between characters of scripts without spaces, except before what closes a text (Unicode Standard Annex #14, in short). */
const breaksWithoutSpace =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/u;

/** The pieces of a text without line breaks and control characters: words, and characters of East Asian text. */
export function piecesOf(line: string): Piece[] {
  return line.split(' ').flatMap((word, wordIndex) =>
    word.split(breaksWithoutSpace).map((text, index) => ({
      text,
      width: displayWidth(text),
      gap: wordIndex > 0 && index === 0 ? 1 : 0,
    })),
  );
}

/** Breaks a text without line breaks and control characters in lines of so many columns, or of one piece that takes more. */
export function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  let taken = 0;
  for (const { text, width, gap } of piecesOf(line)) {
    if (taken > 0 && taken + gap + width > columns) {
      lines.push(current);
      [current, taken] = [text, width];
    } else {
      current += ' '.repeat(gap) + text;
      taken += gap + width;
    }
  }
  return [...lines, current];
}
