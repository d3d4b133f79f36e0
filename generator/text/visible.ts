/** Characters that change how the text around them is shown, or that some readers take for line breaks. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/**
 * Shows control and direction characters as their escapes, such as `\u202e`, so that no text can hide or reorder others.
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
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
