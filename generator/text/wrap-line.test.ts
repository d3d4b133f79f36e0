import { expect, it } from 'vitest';
import { colorsFor } from './terminal.js';
import { wrapLine } from './wrap-line.js';

it.each([
  { what: 'a line that fits', line: 'one two', want: ['one two'] },
  { what: 'nothing', line: '', want: [''] },
  { what: 'words', line: 'one two three four', want: ['one two', 'three four'] },
  { what: 'a word that is too long', line: 'a abcdefghijklmno b', want: ['a', 'abcdefghijklmno', 'b'] },
  { what: 'what would be a list at the start of a line', line: 'one two thre - x', want: ['one two thre', '- x'] },
  { what: 'wide characters', line: '漢字漢字漢字漢字', want: ['漢字漢字漢字', '漢字'] },
  { what: 'no line begins with a full stop', line: 'ab 漢字漢字漢。字', want: ['ab 漢字漢字', '漢。字'] },
  { what: 'a joined emoji', line: '12345678 👩\u200d💻 x', want: ['12345678 👩\u200d💻', 'x'] },
  { what: 'Korean words', line: '한글 한글 한글', want: ['한글 한글', '한글'] },
])('wrapLine: $what', ({ line, want }) => {
  expect(wrapLine([{ text: line }], { columns: 12, colors: colorsFor(false) })).toEqual(want);
});
