import { describe, expect, it } from 'vitest';
import { reachable } from './graph.js';

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
});
