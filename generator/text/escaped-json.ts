/** Characters that JSON may hold raw inside strings, and that change how a terminal or editor shows the text around them. */
const invisible = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

/**
 * Writes a value as JSON in which every control and format character is an escape, so that it can be shown as well as
 * read: the escapes mean the same (RFC 8259, section 7).
 *
 * @param value - What `JSON.stringify` takes.
 */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(invisible, (character) =>
    Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join(''),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
