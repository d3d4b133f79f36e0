import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnambiguous } from './unambiguous.js';

const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as typeof import('recheck');

const pieces = fc.letrec<{ piece: string }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '[ab]', '[^a]', 'c', '', '\\b', '(?=a)', '$'),
    fc.tuple(tie('piece'), tie('piece')).map(([left, right]) => `${left}${right}`),
    fc.tuple(tie('piece'), tie('piece')).map(([left, right]) => `(?:${left}|${right})`),
    fc
      .tuple(tie('piece'), fc.constantFrom('*', '+', '?', '{2}', '{0,3}', '*?', '{1,}'))
      .map(([piece, times]) => `(${piece})${times}`),
  ),
})).piece;

describe('A pattern with one way at most to match a text', () => {
  it.each([
    ['^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$', true],
    ['^\\d+(?:\\.\\d+)?(?:ms|h)$', true],
    ['^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$', true],
    ['^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$', true],
    ['^(b|c)*$', true],
    ['^(?:b|c?)d$', true],
    ['^(a|a)*$', false],
    ['^(a+)+$', false],
    ['^(?:a*)*b', false],
    ['^(?:a?){30}$', false],
    ['^(?:x(?:a?|b?)c)*$', false],
    ['^(?:m|ms)$', true],
    ['^(?:ab|ac|d)*$', true],
    ['^(?:ab|abc|b)*$', true],
    ['^(?:[ab]c|[ab]d)+$', true],
    [`^(?:${Array.from({ length: 90 }, (_, index) => 100 + index).join('|')})*$`, true],
    ['^(?:ab|ab)*$', false],
    ['^(?:a|ab|b)*$', false],
    ['^(?:[ab]c|bd)*$', false],
    ['^(?:a|ab)*b$', false],
    ['^(?=(?:a|a)*b)', false],
    ['^(a*)\\1$', false],
    [`^(${'a|'.repeat(300)}b)*$`, false],
  ])('%s: %s', (pattern, want) => expect(isUnambiguous(pattern)).toBe(want));

  it('never backtracks without end, as a library sees it that analyses that', { timeout: 120_000 }, () => {
    const found = fc.sample(pieces, { numRuns: 3000, seed: 20_261_127 }).filter(isUnambiguous);
    const repeating = [...new Set(found)].filter((pattern) => /\)[*+{]/.test(pattern));
    expect(repeating.length).toBeGreaterThan(100);
    const endless = repeating.filter((pattern) => {
      const analysis = checkSync(`^${pattern}$`, 'u', { timeout: 4000 });
      return analysis.status === 'vulnerable' && analysis.complexity.type === 'exponential';
    });
    expect(endless).toEqual([]);
  });
});
