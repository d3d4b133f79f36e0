import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingCost } from './matching-cost.js';

const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as typeof import('recheck');

const pieces = fc.letrec<{ piece: string }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '[ab]', '[^a]', 'c', '', '.'),
    fc.tuple(tie('piece'), tie('piece')).map(([left, right]) => `${left}${right}`),
    fc.tuple(tie('piece'), tie('piece')).map(([left, right]) => `(?:${left}|${right})`),
    fc
      .tuple(tie('piece'), fc.constantFrom('*', '+', '?', '{2}', '{0,3}', '*?', '{1,}'))
      .map(([piece, times]) => `(${piece})${times}`),
  ),
})).piece;

describe('The cost of matching', () => {
  it.each([
    ['^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$', 'linear'],
    ['^\\d+(?:\\.\\d+)?(?:ms|s|m|h)$', 'linear'],
    ['^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?$', 'linear'],
    ['^https?://[^\\s]+$', 'linear'],
    ['^.*\\.stl$', 'linear'],
    ['^[A-Z]{2}(?:,[A-Z]{2})*$', 'linear'],
    ['^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$', 'linear'],
    ['^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', 'linear'],
    ['^(/[^/]+)+$', 'linear'],
    ['^(?=.*[A-Z])(?=.*\\d).{8,}$', 'linear'],
    ['^\\p{L}(?:[\\p{L} -]*\\p{L})?$', 'linear'],
    ['^(?:[ab]c|[ab]d)+$', 'linear'],
    ['^(?:m|ms)$', 'linear'],
    ['^(?:ab|ac|d)*$', 'linear'],
    ['^[a-z]{900}-[a-z]{900}', 'linear'],
    ['^(?:[a-z]{1,63}\\.)+[a-z]{2,63}$', 'linear'],
    ['^(?:[a-z0-9]{16})*$', 'linear'],
    ['^(?:[a-z0-9]{100})*$', 'linear'],
    ['a|b', 'linear'],
    ['a*', 'linear'],
    ['^(a|a)*', 'linear'],
    ['^(.|\\s)*$', 'linear'],
    ['^(?:.{1,20},){3}', 'linear'],
    [`^(?:${Array.from({ length: 90 }, (_, index) => 100 + index).join('|')})*$`, undefined],
    ['a.*b.*c.*d', 'polynomial'],
    ['^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', 'polynomial'],
    ['a*b', 'polynomial'],
    ['^(?:.*a){12}b$', 'polynomial'],
    ['^a*a*$', 'polynomial'],
    ['^(a+)+$', 'exponential'],
    ['^(a|a)*$', 'exponential'],
    ['^(a|aa)+$', 'exponential'],
    ['(x+x+)+y', 'exponential'],
    ['^(\\w+\\s?)*$', 'exponential'],
    ['^(?:a*)*b', 'exponential'],
    ['^(?=a)(a+)+$', 'exponential'],
    ['^(\\p{L}+)+$', 'exponential'],
    ['^(?:x(?:a?|b?)c)*$', 'exponential'],
    ['^(?:a|ab|b)*$', 'exponential'],
    ['^(?:[ab]c|bd)*$', 'linear'],
    ['^([\\w-]{1,20}[. ]?){1,40}$', 'exponential'],
    ['^((a{1,50}){1,50}){1,50}$', 'exponential'],
    ['^(?:(a|a)*c|a)', 'exponential'],
    ['^(a*)\\1$', undefined],
    ['^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$', undefined],
    [`^(${'a|'.repeat(300)}b)*$`, undefined],
  ])('of %s: %s', (pattern, want) => expect(matchingCost(pattern)).toBe(want));

  it(
    'is what a library finds that knows the order of the ways, but for few that are never gone',
    { timeout: 120_000 },
    () => {
      const patterns = [...new Set(fc.sample(pieces, { numRuns: 250, seed: 20_261_127 }))].map((piece) => `^${piece}$`);
      const costs = ['linear', 'polynomial', 'exponential'];
      const found: string[] = [];
      const higher: string[] = [];
      const lower: string[] = [];
      for (const pattern of patterns) {
        const cost = matchingCost(pattern);
        if (cost === undefined) continue;
        const analysis = checkSync(pattern, 'u', { checker: 'automaton', timeout: null, maxNFASize: 2000 });
        if (analysis.status === 'unknown') continue;
        const want = Math.max(0, costs.indexOf(analysis.complexity.type));
        found.push(cost);
        if (costs.indexOf(cost) > want) higher.push(pattern);
        if (costs.indexOf(cost) < want) lower.push(pattern);
      }
      expect(lower).toEqual([]);
      expect(higher.length).toBeLessThan(found.length / 200);
      for (const cost of costs) expect(found.filter((each) => each === cost).length, cost).toBeGreaterThan(5);
    },
  );
});
