import { describe, expect, it } from 'vitest';
import { durationProblem } from './timeout.js';

describe('durationProblem', () => {
  it.each([1, 0.5, 30_000, 2_147_483_647])('accepts %s', (value) => {
    expect(durationProblem('timeout', value)).toBeUndefined();
  });

  it.each([0, -1, Number.NaN, Infinity, 2_147_483_648, null, undefined])('refuses %s', (value) => {
    expect(durationProblem('timeout', value)).toBe(
      `timeout must be a number of milliseconds above 0 and up to 2147483647, got ${String(value)}.`,
    );
  });

  it('says that a text is none, although it may look like a number', () => {
    expect(durationProblem('timeout', '5')).toMatch(/, got "5"\.$/);
  });
});
