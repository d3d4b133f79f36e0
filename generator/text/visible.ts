/**
 * Characters that change how the text around them is shown, that show nothing, that some readers take for line breaks, or
 * that are half a character, which no file can hold.
 */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;

/**
 * Shows control, format and direction characters as JavaScript's escapes, such as `\u202e`, so that no text can hide or
 * reorder others.
 *
 * @param text - Any text; line breaks and tabs stay.
 * @param show - Gives what stands for a character. Default: its escape.
 */
export function visibleText(text: string, show: (character: string) => string = unicodeEscape): string {
  return text.replaceAll(invisible, (character) => show(character));
}

/**
 * Like {@link visibleText}, on one line: line breaks and tabs are shown as spaces, and nothing moves a terminal's cursor.
 *
 * @param text - Any text.
 */
export function visibleLine(text: string): string {
  return visibleText(text).replaceAll(/\s/g, ' ');
}

/** A character as its JavaScript escape, such as `\u2028`. */
export function unicodeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
