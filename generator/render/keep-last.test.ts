import { expect, it } from 'vitest';
import { keepLast } from './keep-last.js';

it('What was made last is kept, and nothing before it', () => {
  const made: string[] = [];
  const give = keepLast((key: string) => {
    made.push(key);
    return { key };
  });
  const [first, again, other, back] = ['a', 'a', 'b', 'a'].map(give);
  expect([first === again, other?.key, back === first]).toEqual([true, 'b', false]);
  expect(made).toEqual(['a', 'b', 'a']);
});
