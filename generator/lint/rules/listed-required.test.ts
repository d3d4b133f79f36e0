import { at, payload, property, testLintPlaces } from '../../testing/lint-cases.js';

const silent = [
  ['additionalProperties', '{ type: object, required: [x], additionalProperties: true }'],
  ['a schema for further properties', '{ properties: { y: {} }, required: [x], additionalProperties: {} }'],
  ['a pattern', '{ type: object, required: [x-1], patternProperties: { "^x-": true } }'],
  ['names', '{ type: object, required: [x], propertyNames: { enum: [x] } }'],
  ['values', '{ type: object, enum: [{ x: 1 }], required: [x] }'],
  ['alternatives', '{ properties: { x: {} }, anyOf: [{ required: [x] }, { required: [y], properties: { y: {} } }] }'],
  ['not', '{ type: object, properties: { x: {} }, not: { required: [y] } }'],
  ['if', '{ type: object, properties: { x: {} }, if: { required: [y] }, then: true }'],
  ['contains', '{ type: array, items: { properties: { x: {} } }, contains: { required: [x] } }'],
  ['the condition', '{ properties: { x: {} }, if: { properties: { y: {} } }, then: { required: [y] } }'],
] as const;

testLintPlaces('listed-required', [
  {
    what: 'alternatives that ask for what nobody describes',
    texts: payload('type: object\noneOf: [{ required: [foo, bar] }, { required: [baz] }]'),
    want: [at('/oneOf/0/required/0'), at('/oneOf/0/required/1'), at('/oneOf/1/required/0')],
  },
  {
    what: 'one name beside others that are listed',
    texts: property('a', '{ properties: { name: {} }, required: [name, caption] }'),
    want: [at('/properties/a/required/1')],
  },
  {
    what: 'a definition that lists other names',
    texts: payload('$ref: "#/$defs/a"\n$defs: { a: { properties: { x: {} }, required: [y] } }'),
    want: [at('/$defs/a/required/0')],
  },
  ...silent.map(([what, schema]) => ({
    what: `${what}, which may know of it`,
    texts: property('a', schema),
    want: [],
  })),
  {
    what: 'a reference to what lists it, and a definition for objects that do',
    texts: payload(
      [
        'allOf: [{ $ref: "#/$defs/base" }, { $ref: "#/$defs/mixin" }]',
        'required: [x]',
        'properties: { part: { required: [p] } }',
        '$defs:',
        '  base: { properties: { x: {}, part: { properties: { p: {} } } } }',
        '  mixin: { type: object, required: [x] }',
      ].join('\n'),
    ),
    want: [],
  },
]);
