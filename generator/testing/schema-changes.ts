import type { JsonSchema } from '../schema/json-schema.js';

/** What a change does to those who keep to the schema before it. */
export type Answer = 'safe' | 'breaks' | 'undecided';
/** What changes, the schema before and after, and what that does to old writers and to old readers. */
type Change = readonly [what: string, before: JsonSchema, after: JsonSchema, writers: Answer, readers: Answer];

const of = (a: JsonSchema, more: object = {}): JsonSchema => ({ type: 'object', properties: { a }, ...more });
const required = (a: JsonSchema, more: object = {}): JsonSchema => of(a, { required: ['a'], ...more });
const string: JsonSchema = { type: 'string' };
const integer: JsonSchema = { type: 'integer' };

/** Changes of a schema, wherever it stands. */
export const schemaChanges: readonly Change[] = [
  ['nothing', string, string, 'safe', 'safe'],
  ['another type', string, integer, 'breaks', 'breaks'],
  ['one more type', string, { type: ['string', 'null'] }, 'safe', 'breaks'],
  ['integer to number', integer, { type: 'number' }, 'safe', 'breaks'],
  ['any type to one', {}, string, 'breaks', 'safe'],
  ['a const for an enum of one', { const: 'a' }, { enum: ['a'] }, 'safe', 'safe'],
  ['one more value', { enum: ['a', 'b'] }, { enum: ['b', 'c', 'a'] }, 'safe', 'breaks'],
  ['another const', { const: 'a' }, { const: 'b' }, 'breaks', 'breaks'],
  ['a list of values for a text', { type: 'string', enum: ['a'] }, string, 'safe', 'breaks'],
  [
    'the same values in another order',
    { enum: [{ a: 1, b: 2 }, 'x'] },
    { enum: ['x', { b: 2, a: 1 }] },
    'safe',
    'safe',
  ],
  ['minimum', { type: 'number', minimum: 1 }, { type: 'number', minimum: 2 }, 'breaks', 'safe'],
  ['maximum', { type: 'number', maximum: 1 }, { type: 'number', maximum: 2 }, 'safe', 'breaks'],
  ['an open limit', { type: 'number', minimum: 1 }, { type: 'number', exclusiveMinimum: 1 }, 'breaks', 'safe'],
  ['an open upper limit', { type: 'number', maximum: 1 }, { type: 'number', exclusiveMaximum: 1 }, 'breaks', 'safe'],
  [
    'the same limit of integers',
    { type: 'integer', minimum: 1 },
    { type: 'integer', exclusiveMinimum: 0 },
    'safe',
    'safe',
  ],
  ['multipleOf', { type: 'number' }, { type: 'number', multipleOf: 5 }, 'breaks', 'safe'],
  ['a finer multipleOf', { type: 'integer', multipleOf: 6 }, { type: 'integer', multipleOf: 3 }, 'safe', 'breaks'],
  ['whole multiples for integers', integer, { type: 'number', multipleOf: 1 }, 'safe', 'safe'],
  ['minLength', string, { type: 'string', minLength: 2 }, 'breaks', 'safe'],
  ['minLength that says nothing', string, { type: 'string', minLength: 0 }, 'safe', 'safe'],
  ['maxLength', { type: 'string', maxLength: 500 }, { type: 'string', maxLength: 100 }, 'breaks', 'safe'],
  ['a pattern', string, { type: 'string', pattern: '^[a-z]+$' }, 'breaks', 'safe'],
  [
    'a wider pattern',
    { type: 'string', pattern: '^[a-z]+$' },
    { type: 'string', pattern: '^[a-z0-9]+$' },
    'safe',
    'breaks',
  ],
  [
    'another pattern',
    { type: 'string', pattern: '^a\\d{4}$' },
    { type: 'string', pattern: '^b\\d{4}$' },
    'breaks',
    'breaks',
  ],
  ['an equal pattern', { type: 'string', pattern: '^[0-9]$' }, { type: 'string', pattern: '^\\d$' }, 'safe', 'safe'],
  ['a format', string, { type: 'string', format: 'date-time' }, 'breaks', 'safe'],
  ['another format', { type: 'string', format: 'email' }, { type: 'string', format: 'uuid' }, 'breaks', 'breaks'],
  ['a format that nobody checks', string, { type: 'string', format: 'color' }, 'safe', 'safe'],
  ['url for uri', { type: 'string', format: 'uri' }, { type: 'string', format: 'url' }, 'safe', 'safe'],
  ['int32', integer, { type: 'integer', format: 'int32' }, 'breaks', 'safe'],
  ['items', { type: 'array', items: integer }, { type: 'array', items: string }, 'breaks', 'breaks'],
  ['wider items', { type: 'array', items: integer }, { type: 'array', items: { type: 'number' } }, 'safe', 'breaks'],
  ['no items', { type: 'array', items: integer }, { type: 'array', items: false }, 'breaks', 'safe'],
  ['minItems', { type: 'array', items: string }, { type: 'array', items: string, minItems: 1 }, 'breaks', 'safe'],
  ['maxItems', { type: 'array', items: string }, { type: 'array', items: string, maxItems: 10 }, 'breaks', 'safe'],
  [
    'uniqueItems',
    { type: 'array', items: string },
    { type: 'array', items: string, uniqueItems: true },
    'breaks',
    'safe',
  ],
  ['uniqueItems that says nothing', { type: 'array' }, { type: 'array', uniqueItems: false }, 'safe', 'safe'],
  [
    'contains',
    { type: 'array', items: string },
    { type: 'array', items: string, contains: { const: 'x' } },
    'breaks',
    'safe',
  ],
  [
    'minContains',
    { type: 'array', contains: string },
    { type: 'array', contains: string, minContains: 2 },
    'breaks',
    'safe',
  ],
  [
    'maxContains',
    { type: 'array', contains: string },
    { type: 'array', contains: string, maxContains: 2 },
    'breaks',
    'safe',
  ],
  [
    'an item of a tuple',
    { type: 'array', prefixItems: [string, integer], items: false },
    { type: 'array', prefixItems: [string, string], items: false },
    'breaks',
    'breaks',
  ],
  [
    'one more item of a tuple',
    { type: 'array', prefixItems: [string], items: false },
    { type: 'array', prefixItems: [string, integer], items: false },
    'safe',
    'breaks',
  ],
  [
    'the end of a tuple',
    { type: 'array', prefixItems: [string], items: integer },
    { type: 'array', prefixItems: [string], items: string },
    'breaks',
    'breaks',
  ],
  [
    'a list for a tuple',
    { type: 'array', prefixItems: [integer, integer], minItems: 2, items: false },
    { type: 'array', items: integer },
    'safe',
    'breaks',
  ],
  [
    'unevaluatedItems',
    { type: 'array', prefixItems: [string] },
    { type: 'array', prefixItems: [string], unevaluatedItems: false },
    'breaks',
    'safe',
  ],
  ['one more required property', required(string), required(string, { required: ['a', 'b'] }), 'breaks', 'safe'],
  ['a property that is required no more', required(string), of(string), 'safe', 'breaks'],
  ['an optional property', of(string), { type: 'object', properties: { a: string, b: integer } }, 'safe', 'safe'],
  [
    'a new required property',
    required(string),
    { type: 'object', required: ['a', 'b'], properties: { a: string, b: integer } },
    'breaks',
    'safe',
  ],
  ['a property that is gone', { type: 'object', properties: { a: string, b: integer } }, of(string), 'safe', 'safe'],
  [
    'a property of a closed object',
    of(string, { additionalProperties: false }),
    { type: 'object', properties: { a: string, b: integer }, additionalProperties: false },
    'safe',
    'breaks',
  ],
  [
    'a property of a map',
    of(string, { additionalProperties: true }),
    { type: 'object', properties: { a: string, b: integer }, additionalProperties: true },
    'breaks',
    'safe',
  ],
  ['a closed object', of(string), of(string, { additionalProperties: false }), 'breaks', 'safe'],
  [
    'the values of a map',
    { type: 'object', additionalProperties: integer },
    { type: 'object', additionalProperties: string },
    'breaks',
    'breaks',
  ],
  [
    'wider values of a map',
    { type: 'object', additionalProperties: integer },
    { type: 'object', additionalProperties: { type: 'number' } },
    'safe',
    'breaks',
  ],
  ['a map that was any object', { type: 'object' }, { type: 'object', additionalProperties: string }, 'breaks', 'safe'],
  [
    'the values of names of a pattern',
    { type: 'object', patternProperties: { '^x-': string } },
    { type: 'object', patternProperties: { '^x-': integer } },
    'breaks',
    'breaks',
  ],
  [
    'names of a pattern',
    { type: 'object', patternProperties: { '^x-': string } },
    { type: 'object', patternProperties: { '^y-': string } },
    'safe',
    'safe',
  ],
  [
    'propertyNames',
    { type: 'object', additionalProperties: string },
    { type: 'object', additionalProperties: string, propertyNames: { pattern: '^[a-z]+$' } },
    'breaks',
    'safe',
  ],
  [
    'minProperties',
    { type: 'object', additionalProperties: string },
    { type: 'object', additionalProperties: string, minProperties: 1 },
    'breaks',
    'safe',
  ],
  [
    'maxProperties',
    { type: 'object', additionalProperties: string },
    { type: 'object', additionalProperties: string, maxProperties: 3 },
    'breaks',
    'safe',
  ],
  [
    'dependentRequired',
    of(string, { additionalProperties: true }),
    of(string, { additionalProperties: true, dependentRequired: { a: ['b'] } }),
    'breaks',
    'safe',
  ],
  ['dependentSchemas', of(string), of(string, { dependentSchemas: { a: { required: ['c'] } } }), 'breaks', 'safe'],
  [
    'inside dependentSchemas',
    of(string, { dependentSchemas: { a: { properties: { b: integer } } } }),
    of(string, { dependentSchemas: { a: { properties: { b: { type: 'number' } } } } }),
    'safe',
    'breaks',
  ],
  [
    'unevaluatedProperties',
    of(string, { allOf: [{ properties: { b: string } }] }),
    of(string, { allOf: [{ properties: { b: string } }], unevaluatedProperties: false }),
    'breaks',
    'safe',
  ],
  ['a flattened allOf', { allOf: [of(string), { required: ['a'] }] }, required(string), 'safe', 'safe'],
  ['another part of allOf', of(string), { allOf: [of(string), { required: ['b'] }] }, 'breaks', 'safe'],
  [
    'one more alternative',
    { anyOf: [string, integer] },
    { anyOf: [integer, string, { type: 'null' }] },
    'safe',
    'breaks',
  ],
  ['alternatives in another order', { oneOf: [string, integer] }, { oneOf: [integer, string] }, 'safe', 'safe'],
  [
    'inside an alternative',
    { oneOf: [required({ const: 'x' }, { properties: { a: { const: 'x' }, b: string } }), required({ const: 'y' })] },
    { oneOf: [required({ const: 'x' }, { properties: { a: { const: 'x' }, b: integer } }), required({ const: 'y' })] },
    'breaks',
    'breaks',
  ],
  [
    'a new kind',
    { oneOf: ['x', 'y'].map((kind) => required({ const: kind })) },
    { oneOf: ['x', 'y', 'z'].map((kind) => required({ const: kind })) },
    'safe',
    'breaks',
  ],
  [
    'an alternative that overlaps',
    {
      oneOf: [
        { type: 'string', maxLength: 3 },
        { type: 'string', minLength: 5 },
      ],
    },
    {
      oneOf: [
        { type: 'string', maxLength: 3 },
        { type: 'string', minLength: 3 },
      ],
    },
    'breaks',
    'breaks',
  ],
  ['an exclusion', string, { type: 'string', not: { const: 'x' } }, 'breaks', 'safe'],
  ['a condition', of(string), of(string, { if: { required: ['a'] }, then: { required: ['b'] } }), 'breaks', 'safe'],
  [
    'inside then',
    { type: 'object', if: { required: ['a'] }, then: { properties: { a: integer } } },
    { type: 'object', if: { required: ['a'] }, then: { properties: { a: string } } },
    'breaks',
    'breaks',
  ],
  [
    'inside else',
    { if: string, then: { minLength: 1 }, else: integer },
    { if: string, then: { minLength: 1 }, else: { type: 'number' } },
    'safe',
    'breaks',
  ],
  [
    'texts and annotations',
    { type: 'string', description: 'a' },
    { type: 'string', description: 'b', default: 'c', examples: ['x'], deprecated: true },
    'safe',
    'safe',
  ],
  ['nothing is allowed', string, false, 'breaks', 'safe'],
];

const definitions = (schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { child: { $ref: '#/$defs/it' } },
  $defs: { it: schema },
});
const recursive = (schema: JsonSchema): JsonSchema => ({
  $ref: '#/$defs/node',
  $defs: {
    node: {
      type: 'object',
      properties: {
        value: schema,
        next: { $ref: '#/$defs/node' },
        more: { type: 'array', items: { $ref: '#/$defs/node' } },
      },
    },
  },
});

/** Where a change stands. */
export const changePlaces: readonly (readonly [where: string, put: (schema: JsonSchema) => JsonSchema])[] = [
  ['as it is', (schema) => schema],
  ['in a property', (schema) => ({ type: 'object', properties: { p: schema, q: string } })],
  [
    'in a required property',
    (schema) => ({
      type: 'object',
      required: ['q', 'p'],
      properties: { p: schema, q: { type: 'string', format: 'uuid' } },
    }),
  ],
  ['in a map', (schema) => ({ type: 'object', additionalProperties: schema })],
  [
    'in names of a pattern',
    (schema) => ({ type: 'object', patternProperties: { '^[a-z]+$': schema }, additionalProperties: false }),
  ],
  ['in items', (schema) => ({ type: 'array', items: schema })],
  ['in a tuple', (schema) => ({ type: 'array', prefixItems: [integer, schema] })],
  ['behind a tuple', (schema) => ({ type: 'array', prefixItems: [integer], items: schema })],
  ['in allOf', (schema) => ({ allOf: [{ type: 'object' }, { properties: { p: schema } }] })],
  [
    'in an alternative',
    (schema) => ({
      oneOf: [
        { type: 'object', required: ['k'], properties: { k: { const: 'a' }, p: schema } },
        { type: 'object', required: ['k'], properties: { k: { const: 'b' } } },
      ],
    }),
  ],
  [
    'in an open alternative',
    (schema) => ({ anyOf: [{ type: 'object', required: ['p'], properties: { p: schema } }, { type: 'null' }] }),
  ],
  [
    'under a condition',
    (schema) => ({
      type: 'object',
      properties: { k: string },
      required: ['k'],
      if: { properties: { k: { const: 'a' } } },
      then: { properties: { p: schema } },
    }),
  ],
  ['in a shared type', definitions],
  ['in a recursive type', recursive],
];
