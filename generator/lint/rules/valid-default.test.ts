import { payload, testLintRule } from '../../testing/rule-tests.js';

testLintRule('valid-default', [
  {
    title: 'a default that a condition refuses by what it leaves over, with patterns around it',
    given: payload(
      'patternProperties: { "^x-": { type: string } }',
      'if: { required: [a] }',
      'then: { unevaluatedProperties: { type: string } }',
      'examples: [{ x-1: red }, { x-1: red, b: 1 }, { a: red, x-1: red }]',
      'default: { a: red, x-1: ▸1 }',
    ),
    want: ['This default does not fit its schema: a string is expected here, not the number 1. Put it in quotes.'],
  },
  {
    title: 'defaults of the wrong type, or beyond the limits',
    given: payload(
      'properties:',
      '  a: { type: integer, default: ▸"1" }',
      '  b: { type: string, minLength: 3, default: ▸ab }',
      '  c: { type: integer, format: date-time, minLength: 3, default: ▸x }',
    ),
    want: [
      'This default does not fit its schema: an integer is expected here, not the string "1". Remove the quotes.',
      'This default does not fit its schema: this text is shorter than 3 characters: write more.',
      'This default does not fit its schema: an integer is expected here, not the string "x".',
    ],
  },
]);
