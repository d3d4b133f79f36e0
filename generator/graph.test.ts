import { describe, expect, it } from 'vitest';
import { closureDigests, reachable } from './graph.js';

const targets = new Map([
  ['a', ['b']],
  ['b', ['c']],
  ['c', ['b']],
]);
const targetsOf = (node: string): string[] => targets.get(node) ?? [];

describe('A graph', () => {
  it('is followed as far as it leads, in circles too', () => {
    expect([...reachable(['a'], targetsOf)]).toEqual(['a', 'b', 'c']);
    expect([...reachable(['d'], targetsOf)]).toEqual(['d']);
  });

  it.each([
    ['a', ['a']],
    ['b', ['a', 'b', 'c']],
    ['c', ['a', 'b', 'c']],
    ['d', ['d']],
  ])('has other digests of what leads to %s where that changes, and no others', (changed, want) => {
    const own = new Map(['a', 'b', 'c', 'd'].map((node) => [node, node]));
    const before = closureDigests(own, targetsOf);
    const after = closureDigests(new Map([...own, [changed, 'other']]), targetsOf);
    expect([...own.keys()].filter((node) => before.get(node) !== after.get(node))).toEqual(want);
  });

  it('tells members of a circle apart', () => {
    const digests = closureDigests(new Map([...'bc'].map((node) => [node, node])), targetsOf);
    expect(digests.get('b')).not.toBe(digests.get('c'));
  });
});
