import { describe, expect, it } from 'vitest';
import { printType } from '../render/typescript/print-type.js';
import { intersectionOf } from './intersect-types.js';
import { emptyNotes } from './notes.js';
import { neverType, typeOfKind, unionOf, unknownType, type TypeNode } from './type-node.js';
import { allKinds } from '../schema/value-kinds.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const empty: TypeNode = { kind: 'null' };
const a: TypeNode = { kind: 'literal', value: 'a' };
const refer = (name: string): TypeNode => ({ kind: 'reference', name });
const list = (items: TypeNode): TypeNode => ({ kind: 'array', items, itemNotes: emptyNotes });
const closed = (...values: (string | number | boolean)[]): TypeNode => ({ kind: 'enum', values });
const open = (...values: string[]): TypeNode => ({ kind: 'open-enum', base: 'string', values });
const object = (name: string): TypeNode => ({
  kind: 'object',
  properties: [{ name, type: text, isOptional: false, notes: emptyNotes }],
  others: undefined,
  othersNotes: emptyNotes,
});
const anything = unionOf(allKinds.map(typeOfKind));
/** What a schema without `type` admits that names a property: objects that have it, and all that is no object. */
const untyped = (name: string): TypeNode => unionOf([object(name), ...allKinds.slice(1).map(typeOfKind)]);

const rows: readonly { title: string; given: TypeNode[]; want: string }[] = [
  { title: 'none', given: [], want: 'unknown' },
  { title: 'one', given: [text], want: 'string' },
  { title: 'one type twice', given: [refer('A'), refer('A')], want: 'A' },
  { title: 'any value', given: [text, unknownType], want: 'string' },
  { title: 'no value at all', given: [neverType, text], want: 'never' },
  { title: 'kinds without a common value', given: [text, number], want: 'never' },
  { title: 'an object and a list', given: [object('a'), list(text)], want: 'never' },
  { title: 'objects', given: [object('a'), object('b')], want: '{ a: string; b: string }' },
  { title: 'nested intersections', given: [intersectionOf([refer('A'), refer('B')]), refer('C')], want: 'A & B & C' },
  { title: 'kinds that both admit', given: [unionOf([text, empty]), unionOf([empty, number])], want: 'null' },
  {
    title: 'objects, or nothing',
    given: [unionOf([object('a'), empty]), unionOf([object('b'), empty])],
    want: '{ a: string; b: string } | null',
  },
  {
    title: 'alternatives of one kind',
    given: [unionOf([object('a'), object('b')]), unionOf([object('c'), text])],
    want: '({ a: string } | { b: string }) & { c: string }',
  },
  {
    title: 'what is known of objects, and that they are any',
    given: [unionOf([object('a'), text]), anything],
    want: '{ a: string } | string',
  },
  { title: 'objects of which nothing is known', given: [anything, anything], want: printType(anything, 0) },
  {
    title: 'types of any kind, as many alternatives as one',
    given: ['a', 'b', 'c'].map(untyped),
    want: '{ a: string; b: string; c: string } | unknown[] | string | number | boolean | null',
  },
  { title: 'closed lists', given: [closed('a', 'b', 1), closed('b', 1, 'c')], want: "'b' | 1" },
  { title: 'closed lists without a common value', given: [closed('a'), closed('b')], want: 'never' },
  { title: 'a closed list and any text', given: [closed('a', 1), unionOf([text, empty])], want: "'a'" },
  { title: 'a closed list and an open one', given: [closed('a', 'b'), open('b', 'c')], want: "'a' | 'b'" },
  { title: 'open lists', given: [open('a', 'b'), open('b', 'c')], want: "'a' | 'b' | 'c' | (string & {})" },
  { title: 'a switch and one of its values', given: [{ kind: 'boolean' }, closed(true)], want: 'true' },
  {
    title: 'references, whose kinds are not known',
    given: [untyped('a'), refer('A'), unionOf([object('b'), text])],
    want: 'A & ({ a: string; b: string } | string)',
  },
  {
    title: 'an alternative that refers',
    given: [unionOf([refer('A'), empty]), unionOf([text, empty])],
    want: '(A | null) & (string | null)',
  },
];

describe('An intersection of types', () => {
  it.each(rows)('of $title', ({ given, want }) => {
    expect(printType(intersectionOf(given), 0).replaceAll(/\s+/g, ' ')).toBe(want);
  });

  it('is one value where one is left', () => {
    expect(intersectionOf([a, closed('a', 'b'), text])).toEqual(a);
    expect(intersectionOf([closed('a', 'c'), closed('a', 'b')])).toEqual(a);
  });
});
