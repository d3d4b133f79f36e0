import { expect, it } from 'vitest';
import { inTurn } from './in-turn.js';

it('What takes too long is given up, and all others are done', () => {
  const done: string[] = [];
  const endless = new Set(['b', 'd']);
  const work = (item: string): void => {
    while (endless.has(item));
    done.push(item);
  };
  expect(inTurn(['a', 'b', 'c', 'd', 'e'], work, 200)).toEqual({ slow: ['b', 'd'], left: [] });
  expect(done).toEqual(['a', 'c', 'e']);
});

it('Work that takes no time is done', () => {
  const done: number[] = [];
  expect(inTurn([1, 2, 3], (item) => void done.push(item))).toEqual({ slow: [], left: [] });
  expect(done).toEqual([1, 2, 3]);
});
