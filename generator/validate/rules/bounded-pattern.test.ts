import { message, testRule } from '../../testing/rule-tests.js';
import { boundedPattern } from './bounded-pattern.js';

testRule(boundedPattern, [
  {
    title: 'a pattern that backtracks without end',
    given: message([`examples: [{ title: Long, payload: ${'a'.repeat(40)}! }]`], 'type: string', 'pattern: ▸^(a+)+$'),
    want: [
      'This pattern backtracks without end on some texts: let no two ways of repeating match the same text, as a+ does where (a+)+ stood.',
    ],
  },
]);
