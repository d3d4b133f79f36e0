import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
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
    ['code between tildes that holds backticks', '~~~\n```\n~~~\n<b>', '~~~\n```\n~~~\n&lt;b>'],
    ['a long fence without an end, which gets one as long', '````\n```\n<b>', '````\n```\n<b>\n````'],
    ['tildes without an end', '~~~ts\n```', '~~~ts\n```\n~~~'],
    ['a list, which ends the code that an item leaves open', '- a\n\n  ```\n  <b>', '- a\n\n  ```\n  <b>'],
    ['a fence that holds what looks like an end', '```\n``` y\n<b>', '```\n``` y\n<b>\n```'],
    ['backticks behind which code goes on in the line', '``` `x`\n<b>', '``` `x`\n&lt;b>'],
    ['an end that stands too far in', '```\na\n    ```\n<b>', '```\na\n    ```\n<b>\n```'],
    ['code of a quote', '> ```\n> <b>\n\n<i>', '> ```\n> <b>\n\n&lt;i>'],
    [
      'a fence that means another thing without the line above it',
      '- ```\n---\n  ```\n<b>',
      '- \\`\\`\\`\n\n  \\`\\`\\`\n&lt;b>',
    ],
    ['hidden characters', 'a\u202eb', 'a\\u202eb'],
  ])('takes %s', (_, given, want) => {
    expect(markdownBlocks(given)).toBe(want);
  });

  it('begin nothing that goes on behind them', () => {
    const piece = fc.constantFrom(
      '`',
      '```',
      '````',
      '~~~',
      '- ',
      '> ',
      '    ',
      '  ',
      '\t',
      '\n',
      '\n\n',
      'a',
      '<b>',
      '---',
      '# ',
      '1. ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const page = new MarkdownIt('commonmark', { html: true }).parse(
          `${markdownBlocks(pieces.join(''))}\n\n## Fields\n`,
          {},
        );
        expect(page.at(-3)).toMatchObject({ type: 'heading_open', level: 0 });
        const parts = page.flatMap((token) => [token, ...(token.children ?? [])]);
        expect(parts.filter(({ type }) => type.startsWith('html'))).toEqual([]);
      }),
      { numRuns: 3000, seed: 11 },
    );
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
