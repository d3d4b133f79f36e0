import { payload, testLintRule } from '../../testing/rule-tests.js';

testLintRule('possible-value', [
  {
    title: 'values of an enum that another keyword rules out',
    given: payload('type: [string, integer]', 'minimum: 5', 'enum: [a, ▸1, 7, ▸true]'),
    want: [
      'This value can never occur: 1 is less than the minimum: write 5 or more.',
      'This value can never occur: a string or an integer is expected here, not the boolean true. Put it in quotes.',
    ],
  },
]);
