import type { Json, JsonObject } from '../json.js';
import { demo, type HostileCase } from './hostile-case.js';

const many = <Item>(number: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: number }, (_, index) => item(index));

/** A schema without `type`: it admits whatever is no object, too. */
const untyped = (index: number): JsonObject => ({ properties: { [`p${index}`]: { type: 'string' } } });
const typed = (index: number): JsonObject => ({ type: 'object', ...untyped(index) });
const choice = (index: number): JsonObject => ({ anyOf: [typed(index), typed(index + 1000)] });

const accepted = (title: string, payload: Json, example: Json = {}): HostileCase => ({
  title,
  files: demo(payload, example),
});

/** A case whose types refer to shared ones. */
const sharing = (title: string, payload: Json, types: HostileCase['files']): HostileCase => ({
  title,
  files: { ...demo(payload, {}, { examples: [] }), ...types },
});

const sharedTypes = (number: number, schema: (index: number) => Json): HostileCase['files'] =>
  Object.fromEntries(many(number, (index) => [`types/t${index}.json`, JSON.stringify(schema(index))]));
const references = (number: number): JsonObject => ({
  allOf: many(number, (index) => ({ $ref: `../../types/t${index}.json` })),
});

/** Schemas whose types a compiler could take very long for, or give up on. */
export const hostileTypes: readonly HostileCase[] = [
  accepted('allOf of 20 schemas without type', { allOf: many(20, untyped) }, { p0: 'x', p19: 'y' }),
  accepted(
    'allOf of 20 lists without type',
    { properties: { a: { allOf: many(20, (index) => ({ items: { maxLength: index + 1, type: 'string' } })) } } },
    { a: ['x'] },
  ),
  accepted('allOf of 20 enums of all kinds', {
    properties: { a: { allOf: many(20, (index) => ({ enum: ['x', 1, null, true, { a: index }] })) } },
  }),
  accepted('allOf of two enums of 2,000 values', {
    properties: { a: { allOf: many(2, (index) => ({ enum: many(2000, (value) => `v${value + index}`) })) } },
  }),
  accepted('allOf of ten alternatives of objects', { properties: { a: { allOf: many(10, choice) } } }),
  accepted('anyOf of 2,000 objects', { properties: { a: { anyOf: many(2000, typed) } } }),
  accepted('an enum of 2,000 mappings', { properties: { a: { enum: many(2000, (index) => ({ [`p${index}`]: 1 })) } } }),
  accepted(
    'oneOf of 1,000 objects that a constant tells apart',
    {
      oneOf: many(1000, (index) => ({
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: `k${index}` } },
      })),
    },
    { kind: 'k999' },
  ),
  accepted('a tuple of 3,000 items', {
    properties: { a: { type: 'array', prefixItems: many(3000, () => ({ type: 'string' })) } },
  }),
  accepted(
    'properties inside each other, 40 levels deep',
    many(40, String).reduce<JsonObject>((inner) => ({ properties: { a: inner } }), {}),
  ),
  {
    title: 'allOf of 20 times one type',
    files: { ...demo({ allOf: many(20, () => ({ $ref: '../../types/t0.json' })) }), ...sharedTypes(1, untyped) },
  },
  accepted('allOf of 17 alternatives of objects', { properties: { a: { allOf: many(17, choice) } } }),
  sharing(
    'alternatives in two lists that multiply',
    { type: 'object', anyOf: many(400, typed), oneOf: many(400, (index) => typed(index + 400)) },
    {},
  ),
  sharing('allOf of 20 references to types without type', references(20), sharedTypes(20, untyped)),
  sharing(
    'allOf of two references to large enums',
    references(2),
    sharedTypes(2, (index) => ({ enum: ['both', ...many(320, (value) => `v${index}-${value}`)] })),
  ),
  accepted('allOf of 20 objects with one property without type', {
    properties: { a: { allOf: many(20, (index) => ({ type: 'object', properties: { x: untyped(index) } })) } },
  }),
  sharing(
    'allOf of 20 references to objects with one property without type',
    references(20),
    sharedTypes(20, (index) => ({ type: 'object', properties: { x: untyped(index) } })),
  ),
  accepted('allOf inside anyOf inside allOf', {
    allOf: [{ type: 'object' }, { anyOf: [typed(0), { minProperties: 1, allOf: many(17, choice) }] }],
  }),
  accepted('types that are too many together', {
    properties: Object.fromEntries(
      many(60, (index) => [`p${index}`, { allOf: many(10, (each) => choice(index * 20 + each)) }]),
    ),
  }),
];
