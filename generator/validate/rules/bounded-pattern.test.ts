import { expect, it } from 'vitest';
import { diagnose } from '../../testing/diagnose.js';
import { message, payload, testRule } from '../../testing/rule-tests.js';

testRule('bounded-pattern', [
  {
    title: 'a pattern that backtracks without end',
    given: message([`examples: [{ title: Long, payload: ${'a'.repeat(40)}! }]`], 'type: string', 'pattern: ▸^(a+)+$'),
    want: [
      'This pattern backtracks without end on some texts: let no two ways of repeating match the same text, as a+ does where (a+)+ stood.',
    ],
  },
]);

it('can be broken with a reason', () => {
  const except = '{ path: messages/demo, reason: Only short texts come here. }';
  const settings = `title: Demo\nversion: 1.0.0\nlint: { rules: { bounded-pattern: { except: [${except}] } } }\n`;
  expect(diagnose({ ...payload('type: string', 'pattern: ^(a+)+$'), 'catalog.yaml': settings })).toEqual([]);
});
