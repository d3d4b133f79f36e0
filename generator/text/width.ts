import { eastAsianWidth } from 'get-east-asian-width';

/** About the columns of a text without control characters, the same whatever Unicode this version of Node.js has. */
export function portableWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

/** Shows as a picture of two columns what without it would be a letter of one. */
const pictures = /[^\x00-\x7f]\ufe0f/gu;
/** What is joined to the character before, and takes no column of its own. */
const joined = /\u200d.|[\p{M}\p{Cf}\p{Emoji_Modifier}]/gsu;

/** How many columns of a terminal a text without control characters takes (Unicode Standard Annexes #11 and #29, in short). */
export function displayWidth(text: string): number {
  return portableWidth(text.replaceAll(pictures, '\uff0a').replaceAll(joined, ''));
}
