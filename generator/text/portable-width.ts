import { eastAsianWidth } from 'get-east-asian-width';

/**
 * About the columns that a text without control characters takes. Other than `displayWidth`, it is the same on every version
 * of Node.js, of whose Unicode it asks nothing: what is laid out by it keeps its line breaks.
 */
export function portableWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}
