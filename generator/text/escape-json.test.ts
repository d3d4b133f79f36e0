import { expect, it } from 'vitest';
import { escapeJson } from './escape.js';

it.each([
  ['a control character', '\u009b31m', '\\u009b31m'],
  ['an escape character', '\u001b[31m', '\\u001b[31m'],
  ['a direction', '\u202e', '\\u202e'],
  ['a line separator', '\u2028', '\\u2028'],
  ['a format character of two units', '\u{e0041}', '\\udb40\\udc41'],
  ['half a character', '\ud800', '\\ud800'],
  ['a backslash', '\\u202e', '\\\\u202e'],
  ['other text', 'é 漢 😀', 'é 漢 😀'],
])('escapeJson shows %s, and it stays what it is', (_, text, want) => {
  const value = { [text]: [text] };
  expect(escapeJson(value)).toBe(`{\n  "${want}": [\n    "${want}"\n  ]\n}`);
  expect(JSON.parse(escapeJson(value))).toEqual(value);
});
