import { expect, it } from 'vitest';
import { groupBy } from './group-by.js';

it('Groups stand in the order of their first items, each in the order of the items', () => {
  expect([...groupBy(['b1', 'a1', 'b2', '__proto__'], (text) => text[0])]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1']],
    ['_', ['__proto__']],
  ]);
});

it('Of nothing there are no groups', () => {
  expect(groupBy([], String).size).toBe(0);
});
