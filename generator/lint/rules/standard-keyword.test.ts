import { at, property, testLintPlaces } from '../../testing/lint-cases.js';
import { payload, testLintRule } from '../../testing/rule-tests.js';

testLintPlaces('standard-keyword', [
  ...[
    'enumDescriptions',
    'markdownDescription',
    'meta:enum',
    'tsType',
    'note',
    'example',
    'nullable',
    'definitions',
  ].map((name) => ({
    what: name,
    texts: property('a', `{ type: string, "${name}": ${name === 'definitions' ? '{}' : '[]'} }`),
    want: [at(`/properties/a/${name}`)],
  })),
  ...['x-enum-varnames', '$comment', '$anchor', '$id'].map((name) => ({
    what: `${name}, which is none`,
    texts: property('a', `{ type: string, ${name}: a }`),
    want: [],
  })),
]);

testLintRule('standard-keyword', [
  {
    title: 'what to write instead',
    given: payload(
      'properties:',
      '  a: { type: string, description: A., ▸example: x }',
      '  b: { type: integer, ▸nullable: true }',
      '  c: { type: string, ▸nullable: false }',
      '  d: { $ref: "#/properties/a", ▸nullable: true }',
      '  e: { ▸tsType: Foo, x-enum-varnames: [A] }',
    ),
    want: [
      ['example', 'Write examples, a list.'],
      ['nullable', 'Write type: [integer, "null"].'],
      ['nullable', 'Remove it.'],
      ['nullable', "Write anyOf, with this $ref and with type: 'null'."],
      ['tsType', 'Remove it, or let its name begin with x-.'],
    ].map(([name, advice]) => `"${name}" is no keyword of JSON Schema 2020-12, and ignored. ${advice}`),
  },
]);
