import { payload, testRule } from '../../testing/rule-tests.js';

const near = (name: string, meant: string): string => `There is no property "${name}". Did you mean "${meant}"?`;
const forbidden = (name: string): string => `There is no property "${name}". Add it to properties, or remove it here.`;

testRule('existing-required', [
  {
    title: 'required names one or two letters away from a property, in alternatives and through references too',
    given: {
      ...payload(
        'type: object',
        'properties: { name: { type: string }, a: { $ref: "#/$defs/base", required: [▸captoin] } }',
        'required: [▸nme]',
        'anyOf: [{ required: [name] }, { required: [▸nmae] }, { $ref: ../../types/box.yaml }]',
        '$defs: { base: { properties: { caption: true }, additionalProperties: true } }',
      ),
      'types/box.yaml': 'type: object\nproperties: { hinge: true }\nrequired: [hinge, ▸hinges]\n',
    },
    want: [near('captoin', 'caption'), near('nme', 'name'), near('nmae', 'name'), near('hinges', 'hinge')],
  },
  {
    title: 'required names that an object forbids',
    given: payload(
      'properties:',
      '  a: { properties: { x: true }, required: [x, ▸caption], additionalProperties: false }',
      '  b: { properties: { x: true }, anyOf: [{ required: [x] }, { required: [▸caption] }], additionalProperties: false }',
      '  d: { allOf: [{ $ref: "#/$defs/closed" }], required: [▸y] }',
      '  e: { properties: { x: true }, required: [▸caption], unevaluatedProperties: false }',
      '  fitting1: { required: [x], unevaluatedProperties: false, allOf: [{ properties: { x: true } }] }',
      '  fitting5: { required: [x], additionalProperties: false, allOf: [{ properties: { x: true } }] }',
      '  fitting2: { required: [x], additionalProperties: false, patternProperties: { "^x": true } }',
      '  fitting3: { anyOf: [{ properties: { x: true }, additionalProperties: false }, { required: [caption] }] }',
      '  fitting4: { properties: { x: true }, not: { required: [caption] }, additionalProperties: false }',
      '$defs: { closed: { properties: { x: true }, additionalProperties: false } }',
    ),
    want: ['caption', 'caption', 'y', 'caption'].map(forbidden),
  },
  {
    title: 'nothing of other names that an open object does not list',
    given: payload(
      'type: object',
      'properties: { bar: true, line1: true, name: true }',
      'required: [baz, line2, caption]',
      'oneOf: [{ required: [foo, bar] }, { required: [foo, baz] }]',
    ),
    want: [],
  },
]);
