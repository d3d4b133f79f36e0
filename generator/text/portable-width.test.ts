import { describe, expect, it } from 'vitest';
import { portableWidth } from './portable-width.js';

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
