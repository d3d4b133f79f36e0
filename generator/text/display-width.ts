import stringWidth from 'string-width';

/**
 * How many columns of a terminal a line takes (Unicode Standard Annex #11): two for East Asian characters and emoji, joined
 * ones too, none for what combines with the character before. Where nothing is shown to a person, do without this module:
 * loading it takes 20 to 40 ms, nearly all of it for the segmenter of Unicode.
 *
 * @param line - Text without line breaks and control characters.
 */
export function displayWidth(line: string): number {
  return stringWidth(line, { countAnsiEscapeCodes: true });
}
