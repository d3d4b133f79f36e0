import { payload, testRule } from '../../testing/rule-tests.js';

testRule('known-values-of-strings', [
  {
    title: 'known values of what is no text',
    given: payload('type: number', '▸x-known-values: [a]'),
    want: ['x-known-values needs type: string beside it: add it.'],
  },
]);
