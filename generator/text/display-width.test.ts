import { expect, it } from 'vitest';
import { displayWidth } from './display-width.js';

it.each([
  ['', 0],
  ['plain', 5],
  ['\u00e9', 1],
  ['e\u0301', 1],
  ['漢字', 4],
  ['かな カナ', 9],
  ['한글', 4],
  ['ＡＢ', 4],
  ['ｱ', 1],
  ['😀', 2],
  ['─│…', 3],
])('%j takes %i columns', (line, want) => {
  expect(displayWidth(line)).toBe(want);
});
