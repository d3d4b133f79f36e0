import { describe, expect, it } from 'vitest';
import { steadyWidth } from './steady-width.js';

describe('steadyWidth', () => {
  it.each([
    ['', 0],
    ['plain', 5],
    ['漢字', 4],
    ['é', 1],
    ['😀', 2],
  ])('%j takes %i columns', (text, want) => {
    expect(steadyWidth(text)).toBe(want);
  });
});
