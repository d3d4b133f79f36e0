import { describe, expect, it } from 'vitest';
import { Memory } from './memory.js';

describe('A memory', () => {
  it('knows what earlier runs left, and what was kept since', () => {
    const memory = new Memory([['a', 1]]);
    memory.remember('b', 2);
    expect([memory.recall('a'), memory.recall('b'), memory.recall('c')]).toEqual([1, 2, undefined]);
  });

  it('tells whether anything is new', () => {
    const memory = new Memory([['a', 1]]);
    memory.recall('a');
    expect(memory.isChanged).toBe(false);
    memory.remember('b', 2);
    expect(memory.isChanged).toBe(true);
  });

  it('forgets what nobody asked for since it was pruned', () => {
    const memory = new Memory([
      ['a', 1],
      ['b', 2],
    ]);
    memory.recall('a');
    memory.remember('c', 3);
    memory.prune();
    expect(memory.entries).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
    memory.prune();
    expect(memory.entries).toEqual([]);
  });
});
