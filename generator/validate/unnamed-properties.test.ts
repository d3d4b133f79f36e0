import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { pointerText } from '../schema/pointer.js';
import { linkSchema } from '../testing/link-schema.js';
import { unnamedProperties } from './unnamed-properties.js';

const a: JsonSchema = { properties: { a: { type: 'string' } } };
const b: JsonSchema = { properties: { b: { type: 'string' } } };

const rows: readonly { what: string; schema: JsonSchema; value: Json; want: readonly string[] }[] = [
  { what: 'a property of an open object', schema: a, value: { a: '', x: 1 }, want: ['/x'] },
  { what: 'one called like a member of every object', schema: a, value: { toString: 1 }, want: ['/toString'] },
  { what: 'one that only another branch names', schema: { oneOf: [a, b] }, value: { a: '', b: '' }, want: [] },
  { what: 'one that no branch names', schema: { ...a, anyOf: [b, true] }, value: { x: 1 }, want: ['/x'] },
  { what: 'what then names', schema: { if: a, then: b }, value: { a: '', b: '', x: 1 }, want: ['/x'] },
  {
    what: 'what dependentSchemas name',
    schema: { dependentSchemas: { a: b } },
    value: { a: 1, b: '', x: 1 },
    want: ['/x'],
  },
  { what: 'what is required', schema: { required: ['x'] }, value: { x: 1, y: 1 }, want: ['/y'] },
  { what: 'what a reference names', schema: { $ref: '#/$defs/a', $defs: { a } }, value: { a: '', x: 1 }, want: ['/x'] },
  { what: 'a reference in a circle', schema: { ...a, allOf: [{ $ref: '#' }] }, value: { x: 1 }, want: ['/x'] },
  { what: 'what additionalProperties invite', schema: { ...a, additionalProperties: true }, value: { x: 1 }, want: [] },
  {
    what: 'what unevaluatedProperties invite',
    schema: { allOf: [a], unevaluatedProperties: {} },
    value: { x: 1 },
    want: [],
  },
  {
    what: 'what a pattern invites',
    schema: { ...a, patternProperties: { '^x-': {} } },
    value: { 'x-1': 1, y: 1 },
    want: ['/y'],
  },
  { what: 'what propertyNames describe', schema: { ...a, propertyNames: { maxLength: 1 } }, value: { x: 1 }, want: [] },
  { what: 'what is refused anyway', schema: { ...a, additionalProperties: false }, value: { x: 1 }, want: [] },
  {
    what: 'an object that is not described',
    schema: { properties: { a: { type: 'object' } } },
    value: { a: { x: 1 } },
    want: [],
  },
  { what: 'anything', schema: true, value: { x: [{ y: 1 }] }, want: [] },
  { what: 'one inside a property', schema: { properties: { p: a } }, value: { p: { x: 1 } }, want: ['/p/x'] },
  {
    what: 'one inside an invited property',
    schema: { additionalProperties: a },
    value: { p: { x: 1 } },
    want: ['/p/x'],
  },
  {
    what: 'one inside an item',
    schema: { prefixItems: [b], items: a },
    value: [{ b: '' }, { a: '' }, { b: '' }],
    want: ['/2/b'],
  },
  {
    what: 'one inside what two schemas describe',
    schema: { properties: { p: a }, allOf: [{ properties: { p: b } }] },
    value: { p: { a: '', b: '', x: 1 } },
    want: ['/p/x'],
  },
];

describe('Properties that no schema names or invites', () => {
  it.each(rows)('$what', ({ schema, value, want }) => {
    expect(unnamedProperties(value, linkSchema(schema)).map(({ path }) => pointerText(path))).toEqual(want);
  });
});
