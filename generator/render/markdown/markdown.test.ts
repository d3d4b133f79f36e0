import { describe, expect, it } from 'vitest';
import { firstSentence, markdownBlocks, markdownLine, summary } from './markdown.js';

describe('markdownBlocks', () => {
  it.each([
    ['paragraphs', 'One\ntwo.\n\nThree.\n', 'One\ntwo.\n\nThree.'],
    ['Windows line breaks', 'One\r\n\r\ntwo', 'One\n\ntwo'],
    ['a heading, which becomes a bold line', '# Title #\ntext', '**Title**\ntext'],
    ['an underlined heading, which loses its line', 'Title\n=====\n\ntext', 'Title\n\n\ntext'],
    ['HTML, which is shown', 'a <b> `<c>`', 'a &lt;b> `<c>`'],
    ['HTML behind an escaped backtick', '\\`<b>\\`', '\\`&lt;b>\\`'],
    ['HTML behind a backtick alone', '`<b>', '`&lt;b>'],
    ['code, which stays', '```html\n# <b>\n```', '```html\n# <b>\n```'],
    ['code without an end, which gets one', '```\n<b>', '```\n<b>\n```'],
    ['hidden characters', 'a\u202eb', 'a\\u202eb'],
  ])('takes %s', (_, given, want) => {
    expect(markdownBlocks(given)).toBe(want);
  });
});

describe('markdownLine', () => {
  it.each([
    ['several lines', 'One\n\n two.', 'One two.'],
    ['a bar, which would end a cell', 'a | b', 'a \\| b'],
    ['a bar in code', '`a|b`', '`a\\|b`'],
    ['an escaped bar', 'a \\| b', 'a \\| b'],
    ['a bar behind an escaped backslash', 'a \\\\| b', 'a \\\\\\| b'],
    ['HTML', '<b>', '&lt;b>'],
  ])('takes %s', (_, given, want) => {
    expect(markdownLine(given)).toBe(want);
  });
});

describe('summary', () => {
  it.each([
    ['One\ntwo.\n\nThree.', 'One two.'],
    ['', ''],
    ['\n\nOne', 'One'],
  ])('of %j is %j', (given, want) => {
    expect(summary(given)).toBe(want);
  });
});

describe('firstSentence', () => {
  it.each([
    ['One. Two.', 'One.'],
    ['Is it? Yes.', 'Is it?'],
    ['In e.g. Etsy, version 1.2 of it. `Two`.', 'In e.g. Etsy, version 1.2 of it.'],
    ['No end', 'No end'],
  ])('of %j is %j', (given, want) => {
    expect(firstSentence(given)).toBe(want);
  });
});
