import { describe, expect, it } from 'vitest';
import { matcher, SlowMatchError } from './matcher.js';
import { BacktrackingCheck, syntaxProblem } from './patterns.js';

const endless = [
  '^(a+)+$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '(x+x+)+y',
  '^(\\w+\\s?)*$',
  '^(?:a*)*b',
  '^(?=a)(a+)+$',
  '^(\\p{L}+)+$',
];

const ordinary = [
  '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$',
  '^\\d+(?:\\.\\d+)?(?:ms|s|m|h)$',
  '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?$',
  '^https?://[^\\s]+$',
  '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
  '^.*\\.stl$',
  '^[A-Z]{2}(?:,[A-Z]{2})*$',
  '^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$',
  '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  '^(/[^/]+)+$',
  '^(?=.*[A-Z])(?=.*\\d).{8,}$',
  '^\\p{L}(?:[\\p{L} -]*\\p{L})?$',
  'a*b',
];

describe('Patterns', { timeout: 30_000 }, () => {
  const check = new BacktrackingCheck();
  it.each(endless)('%s backtracks without end', (pattern) => expect(check.isEndless(pattern)).toBe(true));
  it.each(ordinary)('%s is ordinary', (pattern) => expect(check.isEndless(pattern)).toBe(false));

  it('are not judged when no time is left, but for those that are plain to see', () => {
    const late = new BacktrackingCheck(0);
    expect(['^(a+)+$', '^(a+)+$', '^(ab)+$', 'a+'].map((pattern) => late.isEndless(pattern))).toEqual([
      undefined,
      undefined,
      false,
      false,
    ]);
  });

  it.each([
    ['(', 'Unterminated group'],
    ['[', 'Unterminated character class'],
    ['*', 'Nothing to repeat'],
    ['\\-', 'Invalid escape'],
    ['a{2,1}', 'numbers out of order in {} quantifier'],
    ['/: (', 'Unterminated group'],
    ['^a+$', undefined],
  ])('%s is no regular expression: %s', (pattern, want) => expect(syntaxProblem(pattern)).toBe(want));
});

describe('A matcher', { timeout: 30_000 }, () => {
  it.each([
    ['^a+$', 'aaa', true],
    ['^a+$', 'b', false],
    ['^(?:a-?)+$', 'a-a-', true],
    ['^.$', '😀', true],
    ['b$', `${'a'.repeat(2000)}b`, true],
  ])('of %s on %s', (pattern, text, want) => expect(matcher(pattern).test(text)).toBe(want));

  it.each([
    ['^(?:.*a){12}b$', 60],
    ['^.*.*.*.*.*.*x$', 900],
    [`^${'a?'.repeat(40)}b`, 39],
  ])('gives up on a text that takes too long: %s', (pattern, length) => {
    expect(() => matcher(pattern).test('a'.repeat(length))).toThrow(SlowMatchError);
  });

  it('is told apart by its text', () => expect(String(matcher('a'))).not.toBe(String(matcher('b'))));
});
