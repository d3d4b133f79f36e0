import { describe, expect, it } from 'vitest';
import { emptyNotes } from './notes.js';
import { neverType, partsOf, unionOf, unknownType, type TypeNode } from './type-node.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const empty: TypeNode = { kind: 'null' };

const unions: readonly { title: string; given: TypeNode[]; want: TypeNode }[] = [
  { title: 'none', given: [], want: neverType },
  { title: 'one', given: [text], want: text },
  { title: 'several', given: [text, number], want: { kind: 'union', members: [text, number] } },
  { title: 'one type twice', given: [text, number, text], want: { kind: 'union', members: [text, number] } },
  {
    title: 'nested unions',
    given: [unionOf([text, number]), empty],
    want: { kind: 'union', members: [text, number, empty] },
  },
  { title: 'no value at all', given: [neverType, text], want: text },
  { title: 'any value', given: [text, unknownType], want: unknownType },
];

describe('unionOf', () => {
  it.each(unions)('$title', ({ given, want }) => {
    expect(unionOf(given)).toEqual(want);
  });
});

const parts: readonly { given: TypeNode; want: TypeNode[] }[] = [
  { given: text, want: [] },
  { given: { kind: 'reference', name: 'A' }, want: [] },
  { given: { kind: 'array', items: text, itemNotes: emptyNotes }, want: [text] },
  { given: { kind: 'tuple', items: [text], minimum: 1, rest: number }, want: [text, number] },
  { given: { kind: 'tuple', items: [text], minimum: 1, rest: undefined }, want: [text] },
  {
    given: {
      kind: 'object',
      properties: [{ name: 'a', type: text, isOptional: true, notes: emptyNotes }],
      others: number,
      othersNotes: emptyNotes,
    },
    want: [text, number],
  },
  { given: { kind: 'union', members: [text, number] }, want: [text, number] },
  { given: { kind: 'intersection', members: [text, number] }, want: [text, number] },
];

describe('partsOf', () => {
  it.each(parts)('finds the types directly inside $given.kind', ({ given, want }) => {
    expect(partsOf(given)).toEqual(want);
  });
});
