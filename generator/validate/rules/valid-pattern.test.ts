import { payload, testRule } from '../../testing/rule-tests.js';

testRule('valid-pattern', [
  {
    title: 'patterns that are no regular expression',
    given: payload('properties: { a: { type: string, pattern: ▸"(" } }', 'patternProperties: { ▸"[": true }'),
    want: [
      'This is no regular expression with Unicode: Unterminated group. Correct it, or escape what is meant as itself.',
      'This is no regular expression with Unicode: Unterminated character class. Correct it, or escape what is meant as itself.',
    ],
  },
]);
