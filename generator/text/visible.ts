/**
 * Characters that change how the text around them is shown, that show nothing, that some readers take for line breaks, or
 * that are half a character, which no file can hold.
 */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/u;

/**
 * What joins several emoji to one picture, in the places where it does (UTS #51, ED-14a and ED-16): a joiner between two of
 * them, and the tags of the three flags that are made of such.
 */
const joiner = /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/u;
const flag =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/u;

const shownOrInvisible = new RegExp(`(${joiner.source}|${flag.source})|${invisible.source}`, 'gu');

/**
 * Shows control, format and direction characters as JavaScript's escapes, such as `\u202e`, so that no text can hide or
 * reorder others. Emoji that are joined of several stay as they are.
 *
 * @param text - Any text; line breaks and tabs stay.
 * @param show - Gives what stands for a character. Default: its escape.
 */
export function visibleText(text: string, show: (character: string) => string = unicodeEscape): string {
  return text.replaceAll(shownOrInvisible, (found, joined?: string) => joined ?? show(found));
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
