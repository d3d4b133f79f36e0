import { payload, testLintRule } from '../../testing/rule-tests.js';

testLintRule('distinct-value', [
  {
    title: 'each value but the first of its kind',
    given: payload('enum: [a, b, ▸a, { x: 1, y: 2 }, ▸{ y: 2, x: 1 }, ▸a]', 'type: [string, object]'),
    want: [1, 4, 1].map((item) => `This repeats item ${item} of the list: remove one.`),
  },
]);
