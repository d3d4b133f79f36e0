import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { emptyNotes } from './notes.js';
import { sampleOf } from './sample.js';
import { neverType, unknownType, type ObjectNode, type TypeNode } from './type-node.js';

const text: TypeNode = { kind: 'string' };
const refer = (name: string): TypeNode => ({ kind: 'reference', name });
const required = (properties: Readonly<Record<string, TypeNode>>, isOptional = false): ObjectNode => ({
  kind: 'object',
  properties: Object.entries(properties).map(([name, type]) => ({ name, type, isOptional, notes: emptyNotes })),
  others: undefined,
  othersNotes: emptyNotes,
});

const named: Readonly<Record<string, TypeNode>> = {
  Text: text,
  List: required({ next: { kind: 'union', members: [refer('List'), { kind: 'null' }] } }),
  Endless: required({ next: refer('Endless') }),
  ...Object.fromEntries(
    Array.from({ length: 30 }, (_, level) => [
      `Wide${level}`,
      required({ a: refer(`Wide${level + 1}`), b: refer(`Wide${level + 1}`) }),
    ]),
  ),
  Wide30: text,
};

const cases: readonly { title: string; given: TypeNode; want: Json }[] = [
  { title: 'a text', given: text, want: 'text' },
  { title: 'a number', given: { kind: 'number' }, want: 1 },
  { title: 'a boolean', given: { kind: 'boolean' }, want: true },
  { title: 'null', given: { kind: 'null' }, want: null },
  { title: 'anything', given: unknownType, want: null },
  { title: 'a literal', given: { kind: 'literal', value: 7 }, want: 7 },
  { title: 'the first of a closed list', given: { kind: 'enum', values: ['b', 'a'] }, want: 'b' },
  { title: 'the first of an open list', given: { kind: 'open-enum', base: 'string', values: ['b'] }, want: 'b' },
  { title: 'an empty list', given: { kind: 'array', items: text, itemNotes: emptyNotes }, want: [] },
  {
    title: 'the items of a tuple that must be there',
    given: { kind: 'tuple', items: [text, text], minimum: 1, rest: text },
    want: ['text'],
  },
  { title: 'required properties', given: required({ a: text, b: { kind: 'number' } }), want: { a: 'text', b: 1 } },
  { title: 'no optional properties', given: required({ a: text }, true), want: {} },
  {
    title: 'the example of a property, else its default',
    given: {
      ...required({}),
      properties: [
        { name: 'a', type: text, isOptional: false, notes: { ...emptyNotes, examples: ['b', 'c'], default: 'd' } },
        { name: 'e', type: text, isOptional: false, notes: { ...emptyNotes, default: 'f' } },
      ],
    },
    want: { a: 'b', e: 'f' },
  },
  { title: 'a named type', given: refer('Text'), want: 'text' },
  {
    title: 'the first alternative that has a value',
    given: { kind: 'union', members: [neverType, text] },
    want: 'text',
  },
  {
    title: 'all parts of an intersection of objects',
    given: { kind: 'intersection', members: [required({ a: text }), required({ b: text })] },
    want: { a: 'text', b: 'text' },
  },
  {
    title: 'the first part of another one',
    given: { kind: 'intersection', members: [text, refer('Text')] },
    want: 'text',
  },
  { title: 'a list that ends', given: refer('List'), want: { next: null } },
  { title: 'nothing, where values never end', given: required({ a: refer('Endless') }), want: null },
  { title: 'nothing, where they are too large', given: refer('Wide0'), want: null },
];

describe('sampleOf', () => {
  it('makes optional properties too where it is asked to, as far as they end', () => {
    const given: TypeNode = {
      kind: 'object',
      properties: [
        { name: 'a', type: text, isOptional: true, notes: emptyNotes },
        { name: 'b', type: refer('Endless'), isOptional: true, notes: emptyNotes },
      ],
      others: undefined,
      othersNotes: emptyNotes,
    };
    expect(sampleOf(given, (name) => named[name] ?? unknownType, true)).toEqual({ a: 'text' });
  });

  it.each(cases)('makes $title', ({ given, want }) => {
    expect(sampleOf(given, (name) => named[name] ?? unknownType)).toEqual(want);
  });
});
