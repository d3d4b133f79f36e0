import { describe, expect, it } from 'vitest';
import { wrapMarkdown } from './wrap.js';

const cases: readonly { title: string; given: string; want: readonly string[] }[] = [
  { title: 'a short line stays', given: 'one two', want: ['one two'] },
  { title: 'a long line breaks between words', given: 'one two three four', want: ['one two', 'three four'] },
  { title: 'lines of one paragraph are joined', given: 'one\ntwo three', want: ['one two', 'three'] },
  { title: 'paragraphs stay apart', given: 'one\n\ntwo', want: ['one', '', 'two'] },
  {
    title: 'a word longer than the width stays whole',
    given: 'a abcdefghijklmno b',
    want: ['a', 'abcdefghijklmno', 'b'],
  },
  { title: 'a list item hangs under its marker', given: '- one two three', want: ['- one two', '  three'] },
  { title: 'a numbered item hangs too', given: '1. one two three', want: ['1. one two', '   three'] },
  { title: 'items are not joined', given: '- one\n- two', want: ['- one', '- two'] },
  { title: 'an item takes its continuation', given: '- one\n  two', want: ['- one two'] },
  { title: 'a list follows a paragraph', given: 'one:\n- two', want: ['one:', '- two'] },
  { title: 'no line starts with what would be a list', given: 'one two thr - x', want: ['one two thr -', 'x'] },
  {
    title: 'no line starts with what would be a number',
    given: 'up to 10 1. January',
    want: ['up to 10 1.', 'January'],
  },
  { title: 'a heading stays alone', given: '# one\ntwo', want: ['# one', 'two'] },
  { title: 'quoted lines stay', given: '> one\n> two', want: ['> one', '> two'] },
  {
    title: 'code blocks stay',
    given: '```\none   two three four\nx\n```',
    want: ['```', 'one   two three four', 'x', '```'],
  },
  { title: 'indented code stays', given: '    one two three', want: ['    one two three'] },
  { title: 'an indented line goes on with a paragraph', given: 'one\n    two', want: ['one two'] },
  {
    title: 'tables stay',
    given: '| one | two three |\n| --- | --- |\n| 1 | 2 |',
    want: ['| one | two three |', '| --- | --- |', '| 1 | 2 |'],
  },
  {
    title: 'tables without outer bars stay',
    given: 'one | two three\n--- | ---\n1 | 2 and more\n\nend',
    want: ['one | two three', '--- | ---', '1 | 2 and more', '', 'end'],
  },
  { title: 'a break by two spaces becomes one by a backslash', given: 'one  \ntwo', want: ['one\\', 'two'] },
  { title: 'a break by a backslash stays', given: 'one\\\ntwo', want: ['one\\', 'two'] },
  { title: 'wide characters take two columns', given: '漢字 漢字 漢字', want: ['漢字 漢字', '漢字'] },
  { title: 'two spaces at the end break nothing', given: 'one  ', want: ['one'] },
];

describe('wrapMarkdown', () => {
  it.each(cases)('$title', ({ given, want }) => {
    expect(wrapMarkdown(given, 12)).toEqual(want);
  });
});
