import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import type { JsonSchema } from './json-schema.js';
import { References } from './references.js';
import { allKinds, kindOfValue, kindsOf } from './value-kinds.js';

const definitions: Record<string, JsonSchema> = {
  text: { type: 'string' },
  either: { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }] },
  circle: { anyOf: [{ $ref: '#/$defs/circle' }, { type: 'null' }] },
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, level) => [
      `level${level}`,
      { anyOf: [{ $ref: `#/$defs/level${level + 1}` }, { allOf: [{ $ref: `#/$defs/level${level + 1}` }] }] },
    ]),
  ),
  level40: { type: 'boolean' },
};

const cases: readonly { given: JsonSchema; want: readonly string[] }[] = [
  { given: true, want: allKinds },
  { given: {}, want: allKinds },
  { given: false, want: [] },
  { given: { type: 'integer' }, want: ['number'] },
  { given: { type: ['null', 'string'] }, want: ['string', 'null'] },
  { given: { const: [] }, want: ['array'] },
  { given: { enum: [1, {}, null] }, want: ['object', 'number', 'null'] },
  { given: { type: 'string', enum: ['a', 1] }, want: ['string'] },
  { given: { type: 'string', const: 1 }, want: [] },
  { given: { $ref: '#/$defs/text' }, want: ['string'] },
  { given: { $ref: '#/$defs/either' }, want: ['string', 'null'] },
  { given: { $ref: '#/$defs/either', type: ['null', 'number'] }, want: ['null'] },
  { given: { allOf: [{ type: ['string', 'null'] }, { type: ['null', 'number'] }] }, want: ['null'] },
  { given: { anyOf: [{ type: 'string' }, { type: 'number' }] }, want: ['string', 'number'] },
  { given: { oneOf: [{ type: 'string' }, false] }, want: ['string'] },
  { given: { not: { type: 'string' } }, want: allKinds },
  { given: { properties: { a: true }, items: true }, want: allKinds },
];

function kinds(schema: JsonSchema): readonly string[] {
  const value = { payload: { $defs: definitions as JsonObject } };
  const file = { path: 'messages/m.yaml', absolutePath: '/m.yaml', text: '', value };
  return kindsOf(schema, file, new References([file]));
}

describe('kindsOf', () => {
  it.each(cases)('$given admits $want', ({ given, want }) => {
    expect(kinds(given)).toEqual(want);
  });

  it('ends on a schema inside itself', () => {
    expect(kinds({ $ref: '#/$defs/circle' })).toEqual(allKinds);
  });

  it('looks at a schema once, however many ways lead to it', () => {
    // Each of the 40 levels refers to the next one twice.
    expect(kinds({ $ref: '#/$defs/level0' })).toEqual(['boolean']);
  });
});

describe('kindOfValue', () => {
  it.each([
    [null, 'null'],
    [[], 'array'],
    [{}, 'object'],
    ['', 'string'],
    [0, 'number'],
    [false, 'boolean'],
  ])('%j is of kind %s', (given, want) => {
    expect(kindOfValue(given)).toBe(want);
  });
});
