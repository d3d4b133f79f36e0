import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { createAjv } from './ajv.js';

const patterns = { patternProperties: { '^x-': { type: 'string' } } } as const;
const texts = { unevaluatedProperties: { type: 'string' } } as const;

/** Schemas parts of which evaluate something only where they apply, with values that they accept and refuse. */
const rows: readonly { schema: JsonSchema; accepted: readonly Json[]; refused: readonly Json[] }[] = [
  {
    schema: { ...patterns, if: { required: ['a'] }, then: texts },
    accepted: [{ 'x-1': 't' }, { b: 1 }, { a: 't', 'x-1': 't' }],
    refused: [{ 'x-1': 1 }, { a: 1 }],
  },
  {
    schema: { ...patterns, anyOf: [{ ...texts, required: ['a'] }, { required: ['b'] }], unevaluatedProperties: false },
    accepted: [
      { a: 't', 'x-1': 't' },
      { a: 't', b: 't' },
    ],
    refused: [{ 'x-1': 't' }, { b: 1 }, { b: 't' }, { a: 1 }],
  },
  {
    schema: { ...patterns, oneOf: [{ $ref: '#/$defs/texts' }, { required: ['b'] }], $defs: { texts } },
    accepted: [{ 'x-1': 't' }, { b: 1, 'x-1': 't' }],
    refused: [{ c: 1 }, { b: 't', 'x-1': 't' }],
  },
  {
    schema: { if: { minItems: 2 }, then: { prefixItems: [true, true] }, unevaluatedItems: false },
    accepted: [[], [1, 2]],
    refused: [[1], [1, 2, 3]],
  },
];

describe('What was evaluated in a branch', () => {
  it.each(rows)('counts where the branch applies: $schema', ({ schema, accepted, refused }) => {
    const validate = createAjv().compile(schema);
    expect(accepted.filter((value) => !validate(value))).toEqual([]);
    expect(refused.filter((value) => validate(value))).toEqual([]);
  });
});
