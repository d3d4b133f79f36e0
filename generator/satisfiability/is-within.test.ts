import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { asSchema, type JsonSchema } from '../schema/json-schema.js';
import { pointerPath, pointerText, valueAt } from '../schema/pointer.js';
import { isWithin } from './is-within.js';
import type { SchemaDocument, Site } from './site.js';

/** A schema in a document of its own, whose references are pointers from its root. */
function rootOf(schema: JsonSchema): Site {
  const document: SchemaDocument = {
    target(reference) {
      const path = pointerPath(reference.slice(1));
      return { document, path, schema: asSchema(valueAt(schema as Json, path)) };
    },
  };
  return { document, path: [], schema };
}

const person = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1 }, age: { type: 'integer', minimum: 0 } },
  additionalProperties: false,
} satisfies JsonSchema;
const tree = (value: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { value, left: { $ref: '#' }, right: { $ref: '#' } },
});
const shape = (...kinds: readonly string[]): JsonSchema => ({
  oneOf: kinds.map((kind) => ({ type: 'object', required: ['kind'], properties: { kind: { const: kind } } })),
});

type Inclusion = readonly [what: string, narrower: JsonSchema, wider: JsonSchema, isOpen?: 'open'];

/** What is within what, and where that stays open. */
const inclusions: readonly Inclusion[] = [
  ['anything within anything', true, true],
  ['nothing within something', false, { type: 'string' }],
  ['something within an empty schema', { type: 'string' }, {}],
  ['an integer within numbers', { type: 'integer' }, { type: 'number' }],
  ['a kind within two', { type: 'string' }, { type: ['string', 'null'] }],
  ['a constant within its kind', { const: 'a' }, { type: 'string' }],
  ['a constant within a list', { const: 'a' }, { enum: ['a', 'b'] }],
  ['a list within a longer one', { enum: ['a', 'b'] }, { enum: ['b', 'a', 'c'] }],
  ['a list of one within a constant', { enum: [1] }, { const: 1 }],
  ['a list within a limit', { enum: ['ab', 'cd'] }, { type: 'string', maxLength: 2 }],
  ['a list within a pattern', { enum: ['ab', 'cd'] }, { pattern: '^[a-d]{2}$' }],
  ['a range of integers within all of them', { type: 'integer', minimum: 1, exclusiveMaximum: 4 }, { enum: [3, 1, 2] }],
  ['booleans within both values', { type: 'boolean' }, { enum: [true, false] }],
  ['a stronger lower limit', { type: 'number', minimum: 2 }, { type: 'number', minimum: 1 }],
  ['an open limit within a closed one', { exclusiveMinimum: 1 }, { minimum: 1 }],
  ['a closed limit within a wider open one', { minimum: 2 }, { exclusiveMinimum: 1 }],
  ['integers over an open limit', { type: 'integer', exclusiveMinimum: 0 }, { type: 'integer', minimum: 1 }],
  ['a range within another', { minimum: 2, maximum: 3 }, { minimum: 1, exclusiveMaximum: 4 }],
  ['multiples of a multiple', { type: 'integer', multipleOf: 6 }, { multipleOf: 3 }],
  ['whole multiples within integers', { type: 'number', multipleOf: 2 }, { type: 'integer' }],
  ['integers within multiples of a half', { type: 'integer' }, { type: 'number', multipleOf: 0.5 }],
  ['longer texts', { type: 'string', minLength: 5 }, { type: 'string', minLength: 2 }],
  ['texts of a range', { type: 'string', minLength: 2, maxLength: 3 }, { type: 'string', minLength: 1, maxLength: 9 }],
  ['a pattern within a length', { type: 'string', pattern: '^[a-z]{3}$' }, { type: 'string', maxLength: 5 }],
  ['the same pattern', { type: 'string', pattern: '^a+$' }, { type: 'string', pattern: '^a+$' }],
  ['a pattern within a wider one', { type: 'string', pattern: '^a+$' }, { type: 'string', pattern: '^[ab]+$' }],
  [
    'a pattern with a look ahead within a wider one',
    { type: 'string', pattern: '^a+$' },
    { type: 'string', pattern: '^(?=[^b])' },
    'open',
  ],
  [
    'names that cannot match a pattern',
    { type: 'object', propertyNames: { pattern: '^a' } },
    { type: 'object', patternProperties: { '^b': { type: 'string' } } },
  ],
  [
    'a pattern of few texts within a wider one',
    { type: 'string', pattern: '^(?:a|b)$' },
    { type: 'string', pattern: '^[a-c]$' },
  ],
  ['a format within a length', { type: 'string', format: 'date' }, { type: 'string', minLength: 10 }],
  ['the same format', { type: 'string', format: 'email' }, { type: 'string', format: 'email' }],
  ['a closed object within itself', person, person],
  ['an object within one without limits', person, { type: 'object' }],
  ['an object that requires more', { type: 'object', required: ['a', 'b'] }, { type: 'object', required: ['a'] }],
  [
    'a property of a narrower type',
    { type: 'object', properties: { a: { type: 'integer' } } },
    { type: 'object', properties: { a: { type: 'number' } } },
  ],
  [
    'a property less in a closed object',
    { type: 'object', properties: { a: true }, additionalProperties: false },
    { type: 'object', properties: { a: true, b: true }, additionalProperties: false },
  ],
  ['a closed object within an open one', person, { type: 'object', properties: { name: { type: 'string' } } }],
  [
    'a closed object within a map',
    { type: 'object', properties: { a: { type: 'integer' } }, additionalProperties: false },
    { type: 'object', additionalProperties: { type: 'number' } },
  ],
  [
    'a map within a wider one',
    { type: 'object', additionalProperties: { type: 'integer' } },
    { type: 'object', additionalProperties: { type: 'number' } },
  ],
  [
    'the same map by pattern',
    { patternProperties: { '^x': { type: 'string' } }, additionalProperties: false },
    { patternProperties: { '^x': { type: 'string' } }, additionalProperties: false },
  ],
  [
    'a map by pattern within a wider one',
    { type: 'object', patternProperties: { '^x': { const: 1 } } },
    { type: 'object', patternProperties: { '^x': { type: 'number' } } },
  ],
  [
    'names of a closed object',
    { type: 'object', properties: { ab: true }, additionalProperties: false },
    { type: 'object', propertyNames: { maxLength: 2 } },
  ],
  [
    'shorter names',
    { type: 'object', propertyNames: { maxLength: 2 } },
    { type: 'object', propertyNames: { maxLength: 3 } },
  ],
  ['more properties', { type: 'object', minProperties: 2 }, { type: 'object', minProperties: 1 }],
  [
    'as many properties as are required',
    { type: 'object', required: ['a', 'b'] },
    { type: 'object', minProperties: 2 },
  ],
  [
    'as many properties as are listed',
    { type: 'object', properties: { a: true }, additionalProperties: false },
    { type: 'object', maxProperties: 1 },
  ],
  [
    'a required companion',
    { type: 'object', required: ['a', 'b'] },
    { type: 'object', dependentRequired: { a: ['b'] } },
  ],
  [
    'the same companion',
    { type: 'object', dependentRequired: { a: ['b'] } },
    { type: 'object', dependentRequired: { a: ['b'] } },
  ],
  [
    'the same dependent schema',
    { type: 'object', dependentSchemas: { a: { required: ['b'] } } },
    { type: 'object', dependentSchemas: { a: { required: ['b'] } } },
  ],
  [
    'items of a narrower type',
    { type: 'array', items: { type: 'integer' } },
    { type: 'array', items: { type: 'number' } },
  ],
  [
    'a tuple within a list',
    { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'integer' }], items: false },
    { type: 'array', items: { type: 'number' } },
  ],
  [
    'a tuple within a wider one',
    { type: 'array', prefixItems: [{ const: 1 }], items: false },
    { type: 'array', prefixItems: [{ type: 'number' }] },
  ],
  [
    'a tuple within the same with more',
    { type: 'array', prefixItems: [{ const: 1 }], items: { type: 'string' } },
    { type: 'array', prefixItems: [{ const: 1 }], items: { type: 'string' } },
  ],
  ['a shorter list', { type: 'array', maxItems: 2 }, { type: 'array', maxItems: 3 }],
  ['a tuple within a length', { type: 'array', prefixItems: [true], items: false }, { type: 'array', maxItems: 1 }],
  ['different items', { type: 'array', uniqueItems: true }, { type: 'array', uniqueItems: true }],
  ['one item, which is different', { type: 'array', maxItems: 1 }, { type: 'array', uniqueItems: true }],
  [
    'the same contained item',
    { type: 'array', contains: { type: 'string' } },
    { type: 'array', contains: { type: 'string' } },
  ],
  [
    'a narrower contained item',
    { type: 'array', contains: { const: 'a' } },
    { type: 'array', contains: { type: 'string' } },
  ],
  [
    'items that all fit',
    { type: 'array', minItems: 1, items: { type: 'string' } },
    { type: 'array', contains: { type: 'string' } },
  ],
  ['a part of allOf', { allOf: [{ type: 'string' }, { minLength: 3 }] }, { type: 'string', minLength: 2 }],
  [
    'what allOf asks in several parts',
    { type: 'string', minLength: 3, maxLength: 5 },
    { allOf: [{ minLength: 1 }, { maxLength: 9 }] },
  ],
  ['an alternative', { type: 'string' }, { anyOf: [{ type: 'string' }, { type: 'number' }] }],
  [
    'alternatives within more',
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    { anyOf: [{ type: 'null' }, { type: 'number' }, { type: 'string' }] },
  ],
  ['alternatives within one that holds them', { anyOf: [{ const: 'a' }, { const: 'b' }] }, { type: 'string' }],
  ['ranges that together hold one', { minimum: 0, maximum: 10 }, { anyOf: [{ maximum: 5 }, { minimum: 4 }] }],
  ['kinds of objects within more', shape('a', 'b'), shape('b', 'a', 'c')],
  [
    'one kind of object within several',
    { type: 'object', required: ['kind'], properties: { kind: { const: 'a' } } },
    shape('a', 'b'),
  ],
  [
    'kinds reordered',
    { oneOf: [{ type: 'string' }, { type: 'null' }] },
    { oneOf: [{ type: 'null' }, { type: 'string' }] },
  ],
  [
    'an exclusion within a weaker one',
    { type: 'string', not: { enum: ['a', 'b'] } },
    { type: 'string', not: { const: 'a' } },
  ],
  ['a kind that is not excluded', { type: 'string' }, { not: { type: 'number' } }],
  [
    'the same condition',
    { if: { type: 'string' }, then: { minLength: 2 } },
    { if: { type: 'string' }, then: { minLength: 1 } },
  ],
  [
    'what a condition asks in any case',
    { type: 'string', minLength: 3 },
    { if: { type: 'string' }, then: { minLength: 2 } },
  ],
  [
    'what a reference leads to',
    { $ref: '#/$defs/a', $defs: { a: { type: 'integer' } } },
    { $ref: '#/$defs/n', $defs: { n: { type: 'number' } } },
  ],
  [
    'an inlined reference',
    { type: 'object', properties: { a: { type: 'string' } } },
    { type: 'object', properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: { type: 'string' } } },
  ],
  [
    'a flattened allOf',
    { type: 'object', required: ['a'], properties: { a: { type: 'string' } } },
    { allOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { required: ['a'] }] },
  ],
  ['a tree within itself', tree({ type: 'integer' }), tree({ type: 'integer' })],
  ['a tree within one of wider values', tree({ type: 'integer' }), tree({ type: 'number' })],
  ['a list of lists within itself', { type: 'array', items: { $ref: '#' } }, { type: 'array', items: { $ref: '#' } }],
  [
    'unevaluated properties',
    { type: 'object', properties: { a: true }, unevaluatedProperties: false },
    { type: 'object', properties: { a: true }, unevaluatedProperties: false },
  ],
  [
    'a closed object within one closed by what was not evaluated',
    { type: 'object', properties: { a: true }, additionalProperties: false },
    { type: 'object', allOf: [{ properties: { a: true } }], unevaluatedProperties: false },
    'open',
  ],
];

describe('A schema is within another', () => {
  const rows = inclusions.map(([what, narrower, wider, isOpen]) => ({ what, narrower, wider, isOpen }));

  it.each(rows)('$what', ({ narrower, wider, isOpen }) => {
    const { isProven, open } = isWithin(rootOf(narrower), rootOf(wider));
    expect(open).toHaveLength(isOpen === undefined ? 0 : 1);
    expect(isProven).toBe(isOpen === undefined);
  });

  it('as is proven in nearly all of very many cases', () => {
    expect(inclusions.length).toBeGreaterThan(75);
    expect(inclusions.filter(([, , , isOpen]) => isOpen).length).toBeLessThan(5);
  });
});

describe('What stays open', () => {
  it.each<readonly [string, JsonSchema, JsonSchema, readonly string[]]>([
    [
      'the type of a property',
      person,
      { ...person, properties: { ...person.properties, age: { type: 'string' } } },
      ['/properties/age/type'],
    ],
    [
      'a name that is required',
      { type: 'object' },
      { type: 'object', required: ['a', 'b'] },
      ['/required/0', '/required/1'],
    ],
    ['an alternative that is gone', { enum: ['a', 'b'] }, { enum: ['a'] }, ['/enum']],
    [
      'a limit of an item',
      { type: 'array', items: { type: 'number' } },
      { type: 'array', items: { type: 'number', maximum: 5 } },
      ['/items/maximum'],
    ],
    [
      'a closed object',
      { type: 'object', properties: { a: true } },
      { type: 'object', properties: { a: true }, additionalProperties: false },
      ['/additionalProperties'],
    ],
    [
      'a deep one, where the values differ',
      tree({ type: 'number' }),
      tree({ type: 'integer' }),
      ['/properties/value/type', '', ''],
    ],
  ])('says where: %s', (_, narrower, wider, want) => {
    const { open } = isWithin(rootOf(narrower), rootOf(wider));
    expect(open.map(({ breaks: { site, at } }) => pointerText([...site.path, ...at]))).toEqual(want);
  });

  it('of two documents is what each of them means by its references', () => {
    const reference = { type: 'object', properties: { a: { $ref: '#/$defs/x' } } } as const;
    const [narrower, wider] = [
      { ...reference, $defs: { x: { const: 1 } } },
      { ...reference, $defs: { x: { const: 2 } } },
    ];
    expect(isWithin(rootOf(narrower), rootOf(wider)).isProven).toBe(false);
    expect(isWithin(rootOf(narrower), rootOf(narrower)).isProven).toBe(true);
  });
});
