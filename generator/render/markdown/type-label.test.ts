import { describe, expect, it } from 'vitest';
import { emptyNotes } from '../../model/notes.js';
import type { TypeNode } from '../../model/type-node.js';
import { typeLabel } from './type-label.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const integer = { ...emptyNotes, isInteger: true };
const list = (items: TypeNode, itemNotes = emptyNotes): TypeNode => ({ kind: 'array', items, itemNotes });
const union = (...members: TypeNode[]): TypeNode => ({ kind: 'union', members });
const object: TypeNode = { kind: 'object', properties: [], others: undefined, othersNotes: emptyNotes };

describe('typeLabel', () => {
  it.each<{ given: TypeNode; notes?: typeof emptyNotes; want: string }>([
    { given: text, want: 'string' },
    { given: number, want: 'number' },
    { given: number, notes: integer, want: 'integer' },
    { given: { kind: 'unknown' }, want: 'any' },
    { given: { kind: 'null' }, want: 'null' },
    { given: object, want: 'object' },
    { given: { kind: 'reference', name: 'Point' }, want: 'Point' },
    { given: { kind: 'literal', value: 'a' }, want: '"a"' },
    { given: { kind: 'enum', values: ['a', 1, null] }, want: '"a" or 1 or null' },
    { given: { kind: 'open-enum', base: 'string', values: ['a'] }, want: 'string' },
    { given: list(text), want: 'string[]' },
    { given: list(number, integer), want: 'integer[]' },
    { given: list(union(text, { kind: 'null' })), want: '(string or null)[]' },
    { given: { kind: 'tuple', items: [text, number], minimum: 2, rest: undefined }, want: '[string, number]' },
    { given: { kind: 'tuple', items: [text], minimum: 1, rest: number }, want: '[string, ...number[]]' },
    { given: union(object, object, { kind: 'null' }), want: 'object or null' },
    { given: { kind: 'intersection', members: [object, object] }, want: 'object' },
    { given: { kind: 'intersection', members: [{ kind: 'reference', name: 'A' }, object] }, want: 'A' },
    { given: { kind: 'intersection', members: [text, { kind: 'enum', values: ['a'] }] }, want: 'string and "a"' },
  ])('of $given.kind is $want', ({ given, notes = emptyNotes, want }) => {
    expect(typeLabel(given, notes)).toBe(want);
  });
});
