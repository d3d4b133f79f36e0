import { describe, expect, it } from 'vitest';
import { escapeInvisible } from './escape.js';

const scotland = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';

describe('escapeInvisible', () => {
  it.each([
    ['plain, 日本, 😀', 'plain, 日本, 😀'],
    ['a\tb\nc\r\n', 'a\tb\nc\r\n'],
    ['\u0000\u001b[31m', '\\u0000\\u001b[31m'],
    ['\u202eabc\u202c', '\\u202eabc\\u202c'],
    ['a\u2028b\u2029', 'a\\u2028b\\u2029'],
    ['zero\u200bwidth', 'zero\\u200bwidth'],
    ['\ufeffmark', '\\ufeffmark'],
    ['\ud800 alone', '\\ud800 alone'],
    ['alone \udc00', 'alone \\udc00'],
    ['tag \u{e0041}', 'tag \\u{e0041}'],
    ['👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥', '👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥'],
    ['a\u200db 👩\u200d \u200d💻', 'a\\u200db 👩\\u200d \\u200d💻'],
    [scotland, scotland],
    ['😀\u{e0067}\u{e007f}', '😀\\u{e0067}\\u{e007f}'],
    // Persian, also behind a digit and an abbreviation; Hindi; Malayalam, whose words may end with a joiner; Sinhala.
    ['می\u200cخواهم نامه\u200cها', 'می\u200cخواهم نامه\u200cها'],
    ['۵\u200cتا API\u200cها نه\u200dم', '۵\u200cتا API\u200cها نه\u200dم'],
    ['क्\u200dष क्\u200cष', 'क्\u200dष क्\u200cष'],
    ['അവന്\u200d, ශ්\u200dරී', 'അവന്\u200d, ශ්\u200dරී'],
    ['می\u200c\u200cخ', 'می\\u200c\\u200cخ'],
    ['می\u200c \u200cخ', 'می\\u200c \\u200cخ'],
    ['می\u202eخ می\u200bخ', 'می\\u202eخ می\\u200bخ'],
    ['pass\u200cword 日\u200d本 API\u200dها', 'pass\\u200cword 日\\u200d本 API\\u200dها'],
    ['👩\u200d\u202e💻', '👩\\u200d\\u202e💻'],
  ])('shows %j as %j', (given, want) => {
    expect(escapeInvisible(given)).toBe(want);
  });
});
