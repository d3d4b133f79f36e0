import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../schema/json-schema.js';
import { branchPhrase, joinPhrases } from './condition-phrases.js';

const somewhere = 'under a condition that is checked at run time';

/** Phrases for `then` and `else`; the property `kind` is there in any case. */
const cases: readonly (readonly [condition: JsonSchema, then: string, otherwise: string])[] = [
  [{ properties: { kind: { const: 'a' } } }, 'where `kind` is `"a"`', 'unless `kind` is `"a"`'],
  [{ properties: { kind: { type: 'string', enum: ['a'] } } }, 'where `kind` is `"a"`', 'unless `kind` is `"a"`'],
  [
    { properties: { kind: { enum: ['a', null] } } },
    'where `kind` is `"a"` or `null`',
    'unless `kind` is `"a"` or `null`',
  ],
  [
    { type: 'object', properties: { on: { const: true } } },
    'where `on` is `true`, or absent',
    'unless `on` is `true`, or absent',
  ],
  [{ properties: { on: { const: true } }, required: ['on'] }, 'where `on` is `true`', 'unless `on` is `true`'],
  [{ required: ['x'] }, 'where `x` is present', 'unless `x` is present'],
  [
    { properties: { kind: { const: 1 } }, required: ['kind', 'x'] },
    'where `kind` is `1` and `x` is present',
    'unless `kind` is `1` and `x` is present',
  ],
  [{ properties: { kind: { minLength: 1 } } }, somewhere, somewhere],
  [{ properties: { kind: { const: 1 }, other: true } }, somewhere, somewhere],
  [{ minProperties: 1 }, somewhere, somewhere],
  [{ type: 'string' }, somewhere, somewhere],
  [{}, somewhere, somewhere],
  [true, somewhere, somewhere],
];

describe('A condition', () => {
  it.each(cases)('%j is %j, and its opposite %j', (condition, then, otherwise) => {
    const isRequired = (name: string): boolean => name === 'kind';
    expect(branchPhrase('where', condition, isRequired)).toBe(then);
    expect(branchPhrase('unless', condition, isRequired)).toBe(otherwise);
  });

  it.each([
    { outer: '', inner: 'with `a`', want: 'with `a`' },
    { outer: 'with `a`', inner: 'where `b` is present', want: 'with `a`, where `b` is present' },
    { outer: somewhere, inner: somewhere, want: somewhere },
  ])('inside $outer is $want', ({ outer, inner, want }) => {
    expect(joinPhrases(outer, inner)).toBe(want);
  });
});
