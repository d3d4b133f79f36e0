import { describe, expect, it } from 'vitest';
import { compileValidator } from '../validators/runtime/compile-validator.js';
import type { JsonValue, Schema, SchemaObject } from '../validators/runtime/schema.js';
import { schemaOpener } from './open-schema.js';

/** A type that unions refer to. */
const circle: SchemaObject = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: 'circle' }, size: { enum: ['s', 'm'] }, inner: { $ref: () => shape } },
};
const shape: SchemaObject = {
  oneOf: [{ $ref: () => circle }, { type: 'object', required: ['kind'], properties: { kind: { const: 'square' } } }],
};
const property = (schema: SchemaObject): SchemaObject => ({ type: 'object', properties: { a: schema } });

const cases: readonly (readonly [
  title: string,
  schema: Schema,
  accepted: readonly JsonValue[],
  refused: readonly JsonValue[],
])[] = [
  ['a list of texts', { enum: ['x', 'y'] }, ['x', 'z'], [1, null, {}]],
  ['a list of numbers, within limits', { enum: [1, 2], type: 'integer', maximum: 9 }, [1, 3], [1.5, 10, 'x']],
  ['a list of several kinds', { enum: ['x', 1, true, null] }, ['z', 2, false, null], [{}, []]],
  ['a constant', { const: 'x' }, ['x', 'z'], [1]],
  ['a constant null', { const: null }, [null], ['x']],
  [
    'a constant object',
    { const: { a: 'x', b: [1] } },
    [{ a: 'z', b: [2] }],
    [{ a: 1, b: [1] }, { a: 'x' }, { a: 'x', b: [] }],
  ],
  ['a property', property({ enum: ['x'] }), [{ a: 'z' }], [{ a: 1 }]],
  ['items', { items: { const: 'x' }, prefixItems: [{ const: 1 }] }, [[2, 'z']], [['x'], [1, 2]]],
  [
    'values of maps',
    { additionalProperties: { const: 'x' }, patternProperties: { '^a': { const: 1 } } },
    [{ b: 'z', a: 2 }],
    [{ b: 1 }, { a: 'x' }],
  ],
  ['conditions', { if: { const: 'x' }, then: { enum: ['x'] }, else: { enum: ['y'] } }, ['x', 'z'], []],
  ['dependent schemas', { dependentSchemas: { a: property({ const: 1 }) } }, [{ a: 2 }], [{ a: 'x' }]],
  ['an object that holds nothing', { type: 'object', additionalProperties: false }, [{}, { a: 1 }], ['x']],
  [
    'a closed object, which stays closed',
    { ...property({ const: 1 }), additionalProperties: false },
    [{ a: 2 }],
    [{ b: 1 }],
  ],
  ['what is refused, which stays so', { not: { const: 'x' } }, ['z'], ['x']],
  ['what is contained, which stays so', { contains: { const: 'x' } }, [['x']], [['z']]],
  ['names, which stay', { propertyNames: { enum: ['a'] } }, [{ a: 1 }], [{ b: 1 }]],
  ['alternatives that differ by their values', { oneOf: [{ const: 'x' }, { enum: ['y', 'z'] }] }, ['x', 'other'], [1]],
  [
    'all but what tells alternatives apart',
    shape,
    [{ kind: 'circle', size: 'xl' }, { kind: 'square' }],
    [{ kind: 'star' }, { kind: 'circle', size: 1 }],
  ],
  [
    'a type of a union wherever it stands',
    { allOf: [{ $ref: () => circle }, property({ $ref: () => shape })] },
    [{ kind: 'circle', a: { kind: 'square' } }],
    [{ kind: 'star' }, { kind: 'circle', a: { kind: 'star' } }],
  ],
  [
    'types that hold each other',
    circle,
    [{ kind: 'circle', inner: { kind: 'circle', size: 'xl' } }],
    [{ kind: 'circle', inner: { kind: 'star' } }],
  ],
  [
    'names of properties that are keywords',
    property({ properties: { enum: { const: 1 }, anyOf: { const: 1 } } }),
    [{ a: { enum: 2, anyOf: 2 } }],
    [{ a: { enum: 'x' } }],
  ],
  ['nothing', true, ['x'], []],
];

describe('schemaOpener', () => {
  it.each(cases)('opens %s', (_, schema, accepted, refused) => {
    const { accepts } = compileValidator(schemaOpener([schema])(schema));
    expect(accepted.filter((value) => !accepts(value))).toEqual([]);
    expect(refused.filter((value) => accepts(value))).toEqual([]);
  });

  it('leaves the schemas themselves as they are', () => {
    const schema: Schema = { enum: ['x'] };
    schemaOpener([schema])(schema);
    expect(schema).toEqual({ enum: ['x'] });
  });
});
