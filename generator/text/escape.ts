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

/** Scripts in which joiners are part of the spelling: they decide how the letters beside them look (Unicode Standard, section 23.2). */
const shapedScripts =
  'Adlam Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mongolian Nko Oriya Sinhala Syriac Tamil Telugu';

/**
 * Where these scripts have a joiner: between two letters, and behind the sign that takes a letter's vowel, which a joiner may
 * follow at the end of a word too (RFC 5892, appendix A). A non-joiner also sets off an ending, as of `API` in Persian.
 */
function spelling(): RegExp {
  const letter = String.raw`[\p{L}\p{M}\p{Nd}]`;
  const shaped = `(?=${letter})[${shapedScripts.replaceAll(/(\w+) ?/g, '\\p{scx=$1}')}]`;
  const killer = String.raw`[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u17d2]`;
  const places = [
    `(?<=${shaped})[\u200c\u200d](?=${shaped})`,
    `(?<=${letter})\u200c(?=${shaped})`,
    `(?<=${shaped})\u200c(?=${letter})`,
    `(?<=${killer})[\u200c\u200d]`,
  ];
  return new RegExp(places.join('|'), 'u');
}

const shownOrInvisible = new RegExp(`(${joiner.source}|${flag.source}|${spelling().source})|${invisible.source}`, 'gu');

/**
 * Shows control, format and direction characters as JavaScript's escapes, such as `\u202e`, so that no text can hide or
 * reorder others. Emoji that are joined of several stay as they are, and so do the joiners of Persian, Hindi and others
 * where they belong.
 *
 * @param text - Any text; line breaks and tabs stay.
 * @param show - Gives what stands for the character at an offset. Default: its escape.
 */
export function escapeInvisible(
  text: string,
  show: (character: string, offset: number) => string = unicodeEscape,
): string {
  return text.replaceAll(
    shownOrInvisible,
    (found, joined: string | undefined, offset: number) => joined ?? show(found, offset),
  );
}

/**
 * Like {@link escapeInvisible}, on one line: line breaks and tabs are shown as spaces, and nothing moves a terminal's cursor.
 *
 * @param text - Any text.
 */
export function escapeLine(text: string): string {
  return escapeInvisible(text).replaceAll(/\s/g, ' ');
}

/** A character as its JavaScript escape, such as `\u2028`. */
export function unicodeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
