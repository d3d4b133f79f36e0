import { describe, expect, it } from 'vitest';
import { emptyNotes } from './notes.js';
import { TypeComplexity } from './type-complexity.js';
import type { TypeNode } from './type-node.js';

const refer = (name: string): TypeNode => ({ kind: 'reference', name });
const union = (...members: TypeNode[]): TypeNode => ({ kind: 'union', members });
const both = (...members: TypeNode[]): TypeNode => ({ kind: 'intersection', members });
const many = <Item>(number: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: number }, (_, index) => item(index));
const values = (number: number, prefix = 'v'): TypeNode => ({
  kind: 'enum',
  values: many(number, (index) => prefix + index),
});
const object = (name: string, type: TypeNode = { kind: 'string' }): TypeNode => ({
  kind: 'object',
  properties: [{ name, type, isOptional: false, notes: emptyNotes }],
  others: undefined,
  othersNotes: emptyNotes,
});
const list = (items: TypeNode): TypeNode => ({ kind: 'array', items, itemNotes: emptyNotes });
const choice = (index: number): TypeNode => union(object(`a${index}`), object(`b${index}`));
const anything = (index: number): TypeNode =>
  union(
    object(`p${index}`),
    list({ kind: 'unknown' }),
    { kind: 'string' },
    { kind: 'number' },
    { kind: 'boolean' },
    { kind: 'null' },
  );

/** Types by name; `loop` and `back` hold each other. */
const named: Record<string, TypeNode> = {
  loop: object('x', both(refer('loop'), refer('back'))),
  back: object('x', both(refer('back'), refer('loop'))),
  ...Object.fromEntries(many(20, (index) => [`any${index}`, anything(index)])),
  // Written out, each of these holds the next twice.
  ...Object.fromEntries(
    many(40, (index) => [`twice${index}`, union(refer(`twice${index + 1}`), list(refer(`twice${index + 1}`)))]),
  ),
  twice40: object('end'),
  ...Object.fromEntries(
    many(40, (index) => [`pair${index}`, both(refer(`pair${index + 1}`), refer(`other${index + 1}`))]),
  ),
  ...Object.fromEntries(
    many(40, (index) => [`other${index}`, both(refer(`other${index + 1}`), refer(`pair${index + 1}`))]),
  ),
  pair40: object('a'),
  other40: object('b'),
};

const rows: readonly { title: string; given: TypeNode; want: number }[] = [
  { title: 'a plain type', given: { kind: 'string' }, want: 1 },
  { title: 'a union, however large', given: values(5000), want: 1 },
  { title: 'two choices', given: both(choice(0), choice(1)), want: 4 },
  { title: 'an intersection inside an alternative', given: union(both(choice(0), choice(1)), object('c')), want: 4 },
  { title: 'ten choices, in halves', given: both(...many(10, choice)), want: 1024 },
  {
    title: 'plain types of several kinds',
    given: both(union({ kind: 'string' }, { kind: 'null' }), union({ kind: 'null' }, { kind: 'boolean' })),
    want: 1,
  },
  {
    title: 'a choice, and a text that is an object',
    given: both(choice(0), union(object('c'), { kind: 'string' })),
    want: 4,
  },
  // With what an open list admits besides its values, as closed lists read.
  { title: 'values, which read as open lists', given: both(values(20), values(30, 'w')), want: 21 * 31 },
  {
    title: 'literals beside each other',
    given: both(union(...many(20, (value): TypeNode => ({ kind: 'literal', value }))), values(30), object('a')),
    want: 21 * 31,
  },
  { title: 'objects', given: both(...many(20, (index) => object(`p${index}`))), want: 1 },
  {
    title: 'a property of two parts',
    given: both(object('x', choice(0)), object('x', choice(1)), object('y')),
    want: 4,
  },
  {
    title: 'a property of two parts, inside one of two parts',
    given: both(object('x', object('y', choice(0))), object('x', object('y', choice(1)))),
    want: 4,
  },
  { title: 'items of two lists', given: both(list(choice(0)), list(choice(1))), want: 4 },
  {
    title: 'items of two tuples',
    given: both(
      ...many(2, (index): TypeNode => ({
        kind: 'tuple',
        items: [choice(index), choice(index + 2)],
        minimum: 2,
        rest: undefined,
      })),
    ),
    want: 4,
  },
  { title: 'references to types of any kind', given: both(refer('any0'), refer('any1')), want: 49 },
  { title: 'a type that holds itself', given: both(refer('loop'), refer('back')), want: 1 },
  { title: 'references that double', given: both(refer('twice0'), choice(0)), want: 82 },
  { title: 'references that double, at once', given: both(refer('pair0'), choice(0)), want: 2 },
];

describe('The largest product of a type', () => {
  const complexity = new TypeComplexity((name) => named[name] ?? { kind: 'never' });
  it.each(rows)('$title', ({ given, want }) => {
    expect(complexity.largestProduct(given)).toBe(want);
  });

  it('of twenty types of any kind is beyond what TypeScript holds', () => {
    expect(complexity.largestProduct(both(...many(20, (index) => refer(`any${index}`))))).toBeGreaterThan(1e6);
  });
});
