/** Characters that most terminals show over two columns (Unicode Standard Annex #11): East Asian ones, and emoji. */
const wide =
  /(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** Characters that take no column of their own: they combine with the one before. */
const combining = /\p{M}/u;

/**
 * How many columns of a terminal a line takes. Terminals differ in rare scripts and in emoji joined of several.
 *
 * @param line - Text without line breaks and control characters.
 */
export function displayWidth(line: string): number {
  let width = 0;
  for (const character of line) {
    if (!combining.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
