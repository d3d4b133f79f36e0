import { at, payload, property, testLintPlaces } from '../../testing/lint-cases.js';

testLintPlaces('description-present', [
  { what: 'a field without', texts: property('a', '{ type: string }'), want: [at('/properties/a')] },
  { what: 'a blank one', texts: property('a', '{ type: string, description: " " }'), want: [at('/properties/a')] },
  { what: 'a field that takes anything', texts: property('a', 'true'), want: [at('/properties/a')] },
  { what: 'a field with', texts: property('a', '{ type: string, description: Words. }'), want: [] },
  { what: 'a title instead', texts: property('a', '{ type: string, title: Words. }'), want: [] },
  { what: 'a field that must not be there', texts: property('a', 'false'), want: [] },
  {
    what: 'a field of a field',
    texts: property('a', '{ description: Words., items: { properties: { b: {} } } }'),
    want: [at('/properties/a/items/properties/b')],
  },
  {
    what: 'a field that a condition mentions',
    texts: payload('type: object\nif: { properties: { a: { const: 1 } } }\nthen: { required: [a] }'),
    want: [],
  },
  {
    what: 'a shared type without, and the field that refers to it',
    texts: { ...property('a', '{ $ref: ../../types/x.yaml }'), 'types/x.yaml': 'type: string\n' },
    want: [at('/properties/a'), 'types/x.yaml#'],
  },
  {
    what: 'a field that refers to a described type',
    texts: {
      ...property('a', '{ $ref: ../../types/x.yaml }'),
      'types/x.yaml': 'type: string\ndescription: Words.\n',
    },
    want: [],
  },
]);
