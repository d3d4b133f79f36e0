import { expect, it } from 'vitest';
import { mustBe } from './must-be.js';

it.each<[value: unknown, want: string]>([
  [Number.NaN, 'NaN'],
  [-1, '-1'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'boolean'],
  [{}, 'object'],
  ['', '""'],
  ['..', '".."'],
  ['perhaps a secret', 'string'],
])('mustBe says of %o that it got %s', (value, want) => {
  expect(mustBe('timeout', 'a number', value)).toBe(`timeout must be a number, got ${want}.`);
});
