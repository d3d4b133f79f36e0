import stringWidth from 'string-width';

/**
 * How many columns of a terminal a text without line breaks and control characters takes (Unicode Standard Annex #11).
 * Loading this module takes 20 to 40 ms, nearly all of it for the segmenter of Unicode.
 */
export const displayWidth = (line: string): number => stringWidth(line, { countAnsiEscapeCodes: true });
