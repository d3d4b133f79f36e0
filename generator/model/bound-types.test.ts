import { describe, expect, it } from 'vitest';
import { boundTypes } from './bound-types.js';
import { emptyNotes } from './notes.js';
import { unionOf, type TypeNode } from './type-node.js';

const text: TypeNode = { kind: 'string' };
const refer = (name: string): TypeNode => ({ kind: 'reference', name });
const both = (...members: TypeNode[]): TypeNode => ({ kind: 'intersection', members });
const many = <Item>(number: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: number }, (_, index) => item(index));
const object = (name: string, type: TypeNode = text): TypeNode => ({
  kind: 'object',
  properties: [{ name, type, isOptional: false, notes: emptyNotes }],
  others: undefined,
  othersNotes: emptyNotes,
});
const list = (items: TypeNode): TypeNode => ({ kind: 'array', items, itemNotes: emptyNotes });
const values = (number: number, prefix: string): TypeNode => ({
  kind: 'enum',
  values: many(number, (index) => `${prefix}${index}`),
});
/** A choice between so many objects. */
const choice = (number: number, prefix: string): TypeNode =>
  unionOf(many(number, (index) => object(`${prefix}${index}`)));

/** Types by name; some hold each other, or double with each step. */
const named: Readonly<Record<string, TypeNode>> = {
  Loop: object('x', both(refer('Loop'), refer('Back'))),
  Back: object('x', both(refer('Back'), refer('Loop'))),
  Many: values(60, 'm'),
  More: values(60, 'n'),
  Plain: object('p'),
  Wide: choice(60, 'w'),
  HasWide: object('x', refer('Wide')),
  HasWider: object('x', choice(60, 'v')),
  Twice0: object('end'),
  ...Object.fromEntries(
    many(40, (index) => [`Twice${index + 1}`, unionOf([refer(`Twice${index}`), list(refer(`Twice${index}`))])]),
  ),
};

const kept: readonly { title: string; given: TypeNode }[] = [
  { title: 'a union, however large', given: values(5000, 'v') },
  { title: 'ten choices between two', given: both(...many(10, (index) => choice(2, `${index}`))) },
  { title: 'references to objects', given: both(refer('Plain'), refer('HasWide')) },
  { title: 'a reference to many values, and a text', given: both(refer('Many'), text) },
  { title: 'types that hold each other', given: both(refer('Loop'), refer('Back')) },
  { title: 'references that double with each step', given: both(choice(2, 'a'), refer('Twice40')) },
  { title: 'lists of choices', given: list(both(choice(30, 'a'), choice(30, 'b'))) },
];

const widened: readonly { title: string; given: TypeNode; want: TypeNode }[] = [
  {
    title: 'two large choices',
    given: both(choice(60, 'a'), choice(60, 'b'), object('c')),
    want: both(choice(60, 'a'), object('c')),
  },
  {
    title: 'a choice that is too large beside another',
    given: both(choice(5000, 'a'), choice(2, 'b'), object('c')),
    want: both(choice(5000, 'a'), object('c')),
  },
  { title: 'references to values', given: both(refer('Many'), refer('More')), want: refer('Many') },
  { title: 'a property of several parts', given: both(refer('HasWide'), refer('HasWider')), want: refer('HasWide') },
  {
    title: 'a property of several parts, further in',
    given: both(object('y', refer('HasWide')), refer('Plain'), object('y', refer('HasWider'))),
    want: both(object('y', refer('HasWide')), refer('Plain')),
  },
];

/** Bounds types by name, and finds which of them say that they were widened. */
function bindAll(types: Readonly<Record<string, TypeNode>>): { type: TypeNode; isWidened: boolean }[] {
  const given = Object.entries(types).map(([name, type]) => ({ name, type, notes: emptyNotes }));
  return [...boundTypes(given).values()].map(({ type, notes }) => ({ type, isWidened: notes !== emptyNotes }));
}

function bind(given: TypeNode): { type: TypeNode; isWidened: boolean } {
  const bound = bindAll({ ...named, Given: given }).at(-1);
  if (bound === undefined) throw new Error('It was lost.');
  return bound;
}

describe('A bound on alternatives', () => {
  it.each(kept)('keeps $title', ({ given }) => {
    expect(bind(given)).toEqual({ type: given, isWidened: false });
  });

  it.each(widened)('widens $title', ({ given, want }) => {
    expect(bind(given)).toEqual({ type: want, isWidened: true });
  });

  it('notes it where the type stands', () => {
    const { type, isWidened } = bind(object('a', both(refer('Many'), refer('More'))));
    expect(isWidened).toBe(false);
    expect(type).toMatchObject({
      properties: [{ notes: { conditions: [expect.stringContaining('too many alternatives')] } }],
    });
  });

  it('widens what is too much together with all others', () => {
    const types = many(400, (type): [string, TypeNode] => [
      `T${type}`,
      both(...many(10, (index) => choice(2, `${type}-${index}-`))),
    ]);
    const bound = bindAll(Object.fromEntries(types));
    expect([bound[0]?.isWidened, bound.at(-1)?.isWidened]).toEqual([false, true]);
  });
});
