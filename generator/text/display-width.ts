import { eastAsianWidth } from 'get-east-asian-width';
import stringWidth from 'string-width';

/**
 * How many columns of a terminal a line takes (Unicode Standard Annex #11): two for East Asian characters and emoji, joined
 * ones too, none for what combines with the character before.
 *
 * @param line - Text without line breaks and control characters.
 */
export function displayWidth(line: string): number {
  return stringWidth(line, { countAnsiEscapeCodes: true });
}

/**
 * About the columns that a text takes, character by character. Other than {@link displayWidth}, it is the same on every
 * version of Node.js, of whose Unicode it asks nothing: what is laid out by it keeps its line breaks.
 *
 * @param text - Text without control characters.
 */
export function steadyWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}
