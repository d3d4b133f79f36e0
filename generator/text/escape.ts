/** Characters that change how others are shown, show nothing, break lines for some readers, or fit in no file or page. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Scripts in which joiners decide how the letters beside them look (Unicode Standard, section 23.2). */
const shapedScripts =
  'Adlam Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mongolian Nko Oriya Sinhala Syriac Tamil Telugu';
const letter = String.raw`[\p{L}\p{M}\p{Nd}]`;
const shaped = `(?=${letter})[${shapedScripts.replaceAll(/(\w+) ?/g, '\\p{scx=$1}')}]`;

/** Where such characters belong. */
const places = [
  // Emoji that are joined to one picture, and the tags of three flags (UTS #51, ED-14a and ED-16).
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})`,
  String.raw`\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}`,
  // Between letters, also to set off an ending, as of `API` in Persian; and behind the sign that takes a letter's vowel
  // (RFC 5892, appendix A).
  String.raw`(?<=${shaped})[\u200c\u200d](?=${shaped})`,
  String.raw`(?<=${letter})\u200c(?=${shaped})|(?<=${shaped})\u200c(?=${letter})`,
  String.raw`(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u17d2])[\u200c\u200d]`,
];
const shownOrInvisible = new RegExp(`(${places.join('|')})|${invisible.source}`, 'gu');

/**
 * Shows control, format and direction characters as escapes, such as `\u202e`, or otherwise, so that no text can hide or
 * reorder others. Line breaks and tabs stay, and so do joiners where an emoji or the spelling of a language needs them.
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

/** Like {@link escapeInvisible}, on one line: line breaks and tabs are shown as spaces. */
export function escapeLine(text: string): string {
  return escapeInvisible(text).replaceAll(/\s/g, ' ');
}

/** A character as its JavaScript escape, such as `\u2028`. */
export function unicodeEscape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** Writes a value as JSON in which every invisible character is an escape, which means the same (RFC 8259, section 7). */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(invisible, (found) => found.split('').map(unicodeEscape).join(''));
}
