import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { printType } from '../render/typescript/print-type.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { References } from '../schema/references.js';
import { SchemaReader } from './type-of-schema.js';

const definitions: Record<string, JsonSchema> = {
  name: { type: 'string' },
  node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } },
  point: { type: 'object', required: ['x'], properties: { x: { type: 'number' } } },
  maybe: { type: ['object', 'null'], properties: { x: { type: 'number' } } },
  anything: true,
  letter: { enum: ['a', 'b', 1] },
};

const nothing: JsonSchema = { type: 'null' };

const everything = '{ [key: string]: unknown } | unknown[] | string | number | boolean | null';

/** What each schema becomes, on one line. `$ref`s lead to the definitions above. */
const cases: Readonly<Record<string, readonly (readonly [given: JsonSchema, want: string])[]>> = {
  'boolean and empty schemas': [
    [true, 'unknown'],
    [false, 'never'],
    [{}, 'unknown'],
    [{ description: 'Anything.' }, 'unknown'],
  ],
  type: [
    [{ type: 'string' }, 'string'],
    [{ type: 'integer' }, 'number'],
    [{ type: 'number' }, 'number'],
    [{ type: ['integer', 'number'] }, 'number'],
    [{ type: 'boolean' }, 'boolean'],
    [{ type: 'null' }, 'null'],
    [{ type: 'array' }, 'unknown[]'],
    [{ type: 'object' }, '{ [key: string]: unknown }'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: ['null', 'string'] }, 'string | null'],
    [{ type: ['object', 'array', 'string', 'number', 'boolean', 'null'] }, 'unknown'],
  ],
  'enum and const': [
    [{ const: 'a' }, "'a'"],
    [{ const: 1.5 }, '1.5'],
    [{ const: true }, 'true'],
    [{ const: null }, 'null'],
    [{ const: [1, ['a']] }, "[1, ['a']]"],
    [{ const: { a: 1, 'b c': [] } }, "{ a: 1; 'b c': [] }"],
    [{ const: {} }, '{ [key: string]: never }'],
    [{ enum: ['a', 'b'] }, "'a' | 'b'"],
    [{ enum: [1, 'a', false, null] }, "1 | 'a' | false | null"],
    [{ enum: [null] }, 'null'],
    [{ type: 'string', enum: ['a', 1, null] }, "'a'"],
    [{ type: 'number', enum: ['a'] }, 'never'],
    [{ type: ['string', 'null'], enum: ['a', null] }, "'a' | null"],
    [{ enum: ['a', { b: 1 }] }, "'a' | { b: 1 }"],
    [{ const: 'a', enum: ['a', 'b'] }, "'a'"],
  ],
  'x-known-values': [
    [{ type: 'string', 'x-known-values': ['a', 'b'] }, "'a' | 'b' | (string & {})"],
    [{ type: ['string', 'null'], 'x-known-values': ['a'] }, "'a' | (string & {}) | null"],
    [{ type: 'array', items: { type: 'string', 'x-known-values': ['a'] } }, "Array<'a' | (string & {})>"],
  ],
  'properties and required': [
    [{ properties: { a: { type: 'string' } }, type: 'object' }, '{ a?: string | undefined }'],
    [{ type: 'object', required: ['a'], properties: { a: { type: 'string' } } }, '{ a: string }'],
    [{ type: 'object', required: ['b'], properties: { a: true } }, '{ a?: unknown; b: unknown }'],
    [{ type: 'object', properties: { a: false } }, '{ a?: never | undefined }'],
    [{ type: 'object', properties: { 'a-b': { type: 'null' } } }, "{ 'a-b'?: null | undefined }"],
    [{ type: 'object', properties: { toString: nothing } }, "{ toString?: null | Object['toString'] | undefined }"],
    [{ type: 'object', required: ['toString'], properties: { toString: nothing } }, '{ toString: null }'],
    [{ properties: { a: true } }, '{ a?: unknown } | unknown[] | string | number | boolean | null'],
    [{ required: ['a'] }, '{ a: unknown } | unknown[] | string | number | boolean | null'],
    [{ type: 'string', properties: { a: true } }, 'string'],
  ],
  'additionalProperties and patternProperties': [
    [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [key: string]: number }'],
    [{ type: 'object', additionalProperties: true }, '{ [key: string]: unknown }'],
    [{ type: 'object', additionalProperties: false }, '{ [key: string]: never }'],
    [{ type: 'object', additionalProperties: { type: ['string', 'null'] } }, '{ [key: string]: string | null }'],
    [{ type: 'object', patternProperties: { '^x': { type: 'string' } } }, '{ [key: string]: unknown }'],
    [
      { type: 'object', patternProperties: { '^x': { type: 'string' } }, additionalProperties: false },
      '{ [key: string]: string }',
    ],
    [
      { type: 'object', patternProperties: { '^x': { type: 'string' } }, additionalProperties: { type: 'null' } },
      '{ [key: string]: null | string }',
    ],
    [
      { type: 'object', properties: { a: { type: 'boolean' } }, additionalProperties: { type: 'number' } },
      '{ a?: boolean | undefined; [key: string]: number | boolean | undefined }',
    ],
    [
      { type: 'object', required: ['a'], properties: { a: true }, additionalProperties: { type: 'number' } },
      '{ a: unknown; [key: string]: unknown }',
    ],
    [{ type: 'object', required: ['a'], additionalProperties: false }, '{ a: unknown }'],
    [{ type: 'object', properties: { a: { type: 'null' } }, additionalProperties: false }, '{ a?: null | undefined }'],
  ],
  'unevaluatedProperties and unevaluatedItems beside nothing else that evaluates': [
    [{ type: 'object', properties: { a: true }, unevaluatedProperties: false }, '{ a?: unknown }'],
    [{ type: 'object', unevaluatedProperties: false }, '{ [key: string]: never }'],
    [{ type: 'object', unevaluatedProperties: { type: 'number' } }, '{ [key: string]: number }'],
    [
      { type: 'object', additionalProperties: { type: 'string' }, unevaluatedProperties: false },
      '{ [key: string]: string }',
    ],
    [{ type: 'array', unevaluatedItems: { type: 'string' } }, 'string[]'],
    [{ type: 'array', prefixItems: [{ type: 'null' }], unevaluatedItems: false }, '[null?]'],
    [{ type: 'array', items: { type: 'string' }, unevaluatedItems: false }, 'string[]'],
  ],
  'items and prefixItems': [
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', items: { type: ['string', 'null'] } }, 'Array<string | null>'],
    [{ type: 'array', items: { type: 'array', items: { type: 'integer' } } }, 'number[][]'],
    [{ type: 'array', items: false }, '[]'],
    [{ type: 'array', maxItems: 0 }, '[]'],
    [{ type: 'array', minItems: 2, items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }] }, '[string?, ...unknown[]]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }], minItems: 1, items: false }, '[string]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }], minItems: 5, items: { type: 'null' } }, '[string, ...null[]]'],
    [{ type: 'array', prefixItems: [true, { type: 'string' }], maxItems: 1 }, '[unknown?]'],
    [
      { type: 'array', prefixItems: [{ enum: ['a', 'b'] }], items: { enum: [1, 2] } },
      "[('a' | 'b')?, ...Array<1 | 2>]",
    ],
    [{ items: { type: 'string' } }, '{ [key: string]: unknown } | string[] | string | number | boolean | null'],
  ],
  'allOf, anyOf and oneOf': [
    [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, 'string | number'],
    [{ oneOf: [{ type: 'string' }, { type: 'string', minLength: 2 }] }, 'string'],
    [{ anyOf: [{ type: 'string' }, true] }, 'unknown'],
    [{ anyOf: [{ type: 'string' }, false] }, 'string'],
    [{ allOf: [false] }, 'never'],
    [{ allOf: [{ type: ['string', 'null'] }, { type: 'string' }] }, 'string'],
    [{ type: 'string', anyOf: [{ minLength: 1 }, { format: 'uri' }] }, 'string'],
    [{ type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] }, '{ a: unknown } | { b: unknown }'],
    [
      { type: 'object', properties: { a: { type: 'string' } }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      '{ a?: string | undefined } & ({ a: string } | { b: unknown })',
    ],
    [
      {
        allOf: [
          { type: 'object', required: ['a'] },
          { type: 'object', required: ['b'] },
        ],
      },
      '{ a: unknown; b: unknown }',
    ],
    [{ type: 'object', allOf: [{ properties: { p: { type: 'string' } } }, { required: ['p'] }] }, '{ p: string }'],
    [
      { type: 'object', additionalProperties: { type: 'number' }, allOf: [{ required: ['p'] }] },
      '{ p: number; [key: string]: number }',
    ],
    [
      {
        type: 'object',
        allOf: [
          { properties: { p: { type: ['string', 'null'] }, q: { enum: ['a', 'b'] } } },
          { required: ['q'], properties: { p: { type: 'string' }, q: { enum: ['b', 'c'] } } },
        ],
      },
      "{ p?: string | undefined; q: 'b' }",
    ],
    [{ $ref: '#/$defs/node', required: ['next'] }, 'Node & { next: Node }'],
    [
      { type: 'object', additionalProperties: true, allOf: [{ properties: { p: { type: 'string' } } }] },
      '{ p?: string | undefined; [key: string]: unknown }',
    ],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }], oneOf: [{ type: 'string' }, { type: 'number' }] }, 'string'],
    [
      { allOf: [{ properties: { a: true } }, { required: ['b'] }, { items: { type: 'string' } }] },
      '{ a?: unknown; b: unknown } | string[] | string | number | boolean | null',
    ],
    [{ allOf: [{ enum: ['a', 'b', 1] }, { enum: ['b', 1, null] }, { minLength: 1 }] }, "'b' | 1"],
    [
      {
        oneOf: [
          { type: 'object', required: ['k'], properties: { k: { const: 'a' } } },
          { type: 'object', required: ['k'], properties: { k: { const: 'b' } } },
        ],
      },
      "{ k: 'a' } | { k: 'b' }",
    ],
  ],
  'properties that schemas under a condition name': [
    [
      {
        type: 'object',
        properties: { kind: { enum: ['a', 'b'] } },
        if: { properties: { kind: { const: 'a' } } },
        then: { properties: { size: { type: 'integer' }, both: { type: 'number' } } },
        else: { properties: { colour: { type: 'string' }, both: { type: 'string' } } },
      },
      "{ kind?: 'a' | 'b' | undefined; size?: number | undefined; both?: number | string | undefined; colour?: string | undefined }",
    ],
    [
      {
        type: 'object',
        properties: { kind: { type: 'string' } },
        allOf: [
          { if: { properties: { kind: { const: 'a' } } }, then: { properties: { kind: { const: 'a' }, a: nothing } } },
          { if: { properties: { kind: { const: 'b' } } }, then: { properties: { b: nothing } } },
        ],
      },
      '{ kind?: string | undefined; a?: null | undefined; b?: null | undefined }',
    ],
    [
      { type: 'object', properties: { a: nothing }, dependentSchemas: { a: { if: true, then: { required: ['b'] } } } },
      '{ a?: null | undefined; b?: unknown }',
    ],
    [
      { type: 'object', properties: { a: nothing }, dependentRequired: { a: ['b'], c: ['d'] } },
      '{ a?: null | undefined; c?: unknown; b?: unknown; d?: unknown }',
    ],
    [
      { type: 'object', if: { required: ['a'] }, then: { $ref: '#/$defs/point' } },
      '{ a?: unknown; x?: number | undefined }',
    ],
    [
      { $ref: '#/$defs/point', if: true, then: { properties: { x: { const: 1 }, y: nothing } } },
      'Point & { y?: null | undefined }',
    ],
    [{ type: ['object', 'null'], if: true, then: { properties: { y: nothing } } }, '{ y?: null | undefined } | null'],
    [
      { type: 'object', properties: { a: nothing }, additionalProperties: false, if: true, then: { required: ['b'] } },
      '{ a?: null | undefined }',
    ],
    [{ type: 'string', if: true, then: { properties: { y: nothing } } }, 'string'],
  ],
  'propertyNames that are listed': [
    [
      { type: 'object', propertyNames: { enum: ['a', 'b c'] }, additionalProperties: { type: 'integer' } },
      "{ [name in 'a' | 'b c']?: number | undefined }",
    ],
    [{ type: 'object', propertyNames: { const: 'a' } }, "{ [name in 'a']?: unknown }"],
    [{ type: 'object', propertyNames: { $ref: '#/$defs/letter' } }, "{ [name in 'a' | 'b']?: unknown }"],
    [
      { type: 'object', properties: { a: nothing }, propertyNames: { enum: ['a', 'b'] } },
      '{ a?: null | undefined; b?: unknown }',
    ],
    [
      {
        type: 'object',
        required: ['a'],
        propertyNames: { enum: ['a', 'b'] },
        additionalProperties: { type: 'integer' },
      },
      '{ a: number; b?: number | undefined }',
    ],
    [
      { type: 'object', propertyNames: { enum: ['toString'] }, additionalProperties: { type: 'integer' } },
      "{ toString?: number | Object['toString'] | undefined }",
    ],
    [
      { type: 'object', propertyNames: { enum: ['a', 'b'] }, allOf: [{ required: ['a'] }] },
      '{ a: unknown; b?: unknown }',
    ],
    [{ type: 'object', propertyNames: { enum: [] } }, '{ [key: string]: never }'],
  ],
  'parts that only a run-time check can tell, which admit no misspelt names': [
    [
      { type: 'object', properties: { a: { type: 'null' } }, allOf: [{ if: { required: ['a'] }, then: false }] },
      '{ a?: null | undefined }',
    ],
    [
      { type: 'object', properties: { a: { type: 'null' } }, anyOf: [{ required: ['a'] }, { minProperties: 2 }] },
      '{ a?: null | undefined }',
    ],
    [{ $ref: '#/$defs/point', allOf: [{ not: { required: ['y'] } }] }, 'Point'],
    [{ type: 'object', allOf: [{ minProperties: 1 }] }, '{ [key: string]: unknown }'],
    [{ type: ['object', 'null'], allOf: [{ minProperties: 1 }], properties: { a: true } }, '{ a?: unknown } | null'],
  ],
  $ref: [
    [{ $ref: '#/$defs/point' }, 'Point'],
    [{ $ref: '#/$defs/point', type: 'object' }, 'Point'],
    [{ $ref: '#/$defs/point', description: 'A place.' }, 'Point'],
    [{ $ref: '#/$defs/point', required: ['y'] }, 'Point & { y: unknown }'],
    [{ $ref: '#/$defs/maybe', type: 'object' }, 'Maybe & { [key: string]: unknown }'],
    [{ $ref: '#/$defs/maybe' }, 'Maybe'],
    [{ $ref: '#/$defs/anything', type: 'string' }, 'Anything & string'],
    [{ anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] }, 'Node | null'],
    [{ type: 'array', items: { $ref: '#/$defs/point' } }, 'Point[]'],
    [{ type: 'array', items: { anyOf: [{ $ref: '#/$defs/point' }, { $ref: '#/$defs/name' }] } }, 'Array<Point | Name>'],
  ],
  'what only a run-time check can tell': [
    [{ not: { type: 'string' } }, 'unknown'],
    [{ type: 'string', not: { const: 'a' } }, 'string'],
    [{ type: 'object', if: { minProperties: 2 }, then: { minProperties: 3 } }, '{ [key: string]: unknown }'],
    [{ type: 'object', propertyNames: { minLength: 2 } }, '{ [key: string]: unknown }'],
    [{ type: 'array', contains: { type: 'string' } }, 'unknown[]'],
    [{ allOf: [{ type: 'array' }], unevaluatedItems: { type: 'string' } }, 'unknown[]'],
    [{ type: 'array', contains: true, unevaluatedItems: false }, 'unknown[]'],
    [{ type: 'object', anyOf: [true], unevaluatedProperties: { type: 'string' } }, '{ [key: string]: unknown }'],
    [{ minLength: 1, minimum: 1, minItems: 1, minProperties: 1 }, 'unknown'],
  ],
};

function print(schema: JsonSchema): string {
  const file: SourceFile = {
    path: 'messages/m.yaml',
    absolutePath: '/m.yaml',
    text: '',
    value: { payload: { $defs: definitions as JsonObject } },
  };
  const nameOf = ({ pointer }: { pointer: readonly (string | number)[] }): string => {
    const name = String(pointer.at(-1));
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const reader = new SchemaReader(file, new References([file]), nameOf);
  const text = printType(reader.typeOf(schema), 0)
    .replaceAll(/\/\*\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.replaceAll('; }', ' }').replace(/^\| /, '');
}

describe.each(Object.entries(cases))('Types of %s', (_, rows) => {
  it.each(rows.map(([given, want]) => ({ given, want })))('$given becomes $want', ({ given, want }) => {
    expect(print(given)).toBe(want);
  });
});

describe('Types of a schema without type', () => {
  it('admit every kind of value that it does not mention', () => {
    expect(print({ items: { type: 'string' } }).replace('string[]', 'unknown[]')).toBe(everything);
  });
});
