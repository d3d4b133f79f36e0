import { payload, testLintRule } from '../../testing/rule-tests.js';

testLintRule('valid-known-value', [
  {
    title: 'a known value that the schema rejects',
    given: payload('type: string', 'maxLength: 3', 'x-known-values: [one, ▸three]'),
    want: ['This known value does not fit its schema: this text is longer than 3 characters: shorten it.'],
  },
]);
