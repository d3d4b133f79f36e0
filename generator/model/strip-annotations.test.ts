import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../schema/json-schema.js';
import { stripAnnotations } from './strip-annotations.js';

const named = (reference: string): string => `Named:${reference}`;

describe('A schema without annotations', () => {
  const cases: readonly (readonly [given: string, schema: JsonSchema, want: JsonSchema])[] = [
    ['writes out what allows nothing', false, { not: {} }],
    ['writes out what allows anything', true, {}],
    [
      'writes out booleans in maps and lists, and keeps them where they stand alone',
      { properties: { a: true, b: false }, allOf: [true], items: false, additionalProperties: false },
      { properties: { a: {}, b: { not: {} } }, additionalProperties: false, items: false, allOf: [{}] },
    ],
    [
      'has no annotations',
      {
        type: 'string',
        title: 'T',
        description: 'D',
        default: 'a',
        examples: ['a'],
        deprecated: true,
        readOnly: true,
        writeOnly: true,
        $comment: 'C',
        contentEncoding: 'base64',
        contentMediaType: 'text/plain',
        contentSchema: { type: 'object' },
        'x-known-values': ['a'],
        'x-secret': true,
        minLength: 1,
      },
      { type: 'string', minLength: 1 },
    ],
    [
      'names what references mean, at any depth',
      {
        $defs: { a: { type: 'string' } },
        allOf: [{ not: { $ref: '#/$defs/a' } }],
        properties: { b: { $ref: 'c.yaml' } },
      },
      { properties: { b: { $ref: 'Named:c.yaml' } }, allOf: [{ not: { $ref: 'Named:#/$defs/a' } }] },
    ],
    [
      'leaves values alone that look like schemas',
      { const: { $ref: 'a', description: 'b' }, enum: [{ title: 'c' }] },
      { enum: [{ title: 'c' }], const: { $ref: 'a', description: 'b' } },
    ],
    [
      'keeps properties that are called like annotations',
      { properties: { description: { description: 'D' }, $ref: true, title: { title: 'T', type: 'null' } } },
      { properties: { description: {}, $ref: {}, title: { type: 'null' } } },
    ],
  ];
  it.each(cases)('%s', (_, schema, want) => {
    expect(stripAnnotations(schema, named)).toEqual(want);
  });

  it('keeps a property called __proto__', () => {
    const schema = JSON.parse('{"properties":{"__proto__":{"type":"string","title":"T"}}}') as JsonSchema;
    expect(JSON.stringify(stripAnnotations(schema, named))).toBe('{"properties":{"__proto__":{"type":"string"}}}');
  });
});
