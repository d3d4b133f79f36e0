import { describe, expect, it } from 'vitest';
import { displayWidth, portableWidth } from './width.js';

describe('portableWidth', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['漢字', 4],
    ['é', 1],
    ['😀', 2],
  ])('%j takes %i columns', (text, want) => {
    expect(portableWidth(text)).toBe(want);
  });
});

describe('displayWidth', () => {
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
    ['a joined family: 👨\u200d👩\u200d👧', 19],
    ['a colour of skin: 👍🏽', 20],
    ['a flag: 🇩🇪', 10],
    ['a flag of tags: \u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', 18],
    ['a picture: ❤\ufe0f', 13],
    ['text: ✓', 7],
  ])('%j takes %i columns', (line, want) => {
    expect(displayWidth(line)).toBe(want);
  });
});
