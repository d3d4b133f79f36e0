import { describe, expect, it } from 'vitest';
import { emptyNotes, type Notes } from '../../model/notes.js';
import type { ObjectNode, PropertyNode, TypeNode } from '../../model/type-node.js';
import { printType } from './print-type.js';

const text: TypeNode = { kind: 'string' };
const anything: TypeNode = { kind: 'unknown' };
const refer = (name: string): TypeNode => ({ kind: 'reference', name });
const list = (items: TypeNode): TypeNode => ({ kind: 'array', items, itemNotes: emptyNotes });
const union = (...members: TypeNode[]): TypeNode => ({ kind: 'union', members });
const both = (...members: TypeNode[]): TypeNode => ({ kind: 'intersection', members });
const property = (name: string, type: TypeNode, more: Partial<PropertyNode> = {}): PropertyNode => ({
  name,
  type,
  isOptional: false,
  notes: emptyNotes,
  ...more,
});
const object = (properties: PropertyNode[], others?: TypeNode, description = ''): ObjectNode => ({
  kind: 'object',
  properties,
  others,
  othersNotes: { ...emptyNotes, description },
});
const described = (description: string): Notes => ({ ...emptyNotes, description });
const optional = { isOptional: true };
const tuple = (items: TypeNode[], minimum: number, rest?: TypeNode): TypeNode => ({
  kind: 'tuple',
  items,
  minimum,
  rest,
});

const long = (letter: string): string => letter.repeat(40);
const cases: readonly { title: string; given: TypeNode; want: string }[] = [
  { title: 'a keyword', given: { kind: 'never' }, want: 'never' },
  { title: 'a list of a plain type', given: list(list(text)), want: 'string[][]' },
  { title: 'a list of alternatives', given: list(union(text, { kind: 'null' })), want: 'Array<string | null>' },
  { title: 'a list of an intersection', given: list(both(refer('A'), refer('B'))), want: 'Array<A & B>' },
  { title: 'a list of objects', given: list(object([property('a', text)])), want: 'Array<{ a: string }>' },
  {
    title: 'alternatives inside an intersection',
    given: both(refer('A'), union(text, refer('B'))),
    want: 'A & (string | B)',
  },
  {
    title: 'an intersection inside alternatives',
    given: union(both(refer('A'), refer('B')), text),
    want: 'A & B | string',
  },
  { title: 'an open list', given: { kind: 'open-enum', base: 'string', values: ['a'] }, want: "'a' | (string & {})" },
  {
    title: 'a tuple',
    given: tuple([text, union(text, refer('A'))], 1, refer('B')),
    want: '[string, (string | A)?, ...B[]]',
  },
  { title: 'an empty tuple', given: tuple([], 0), want: '[]' },
  { title: 'an empty object', given: object([]), want: '{ [key: string]: never }' },
  { title: 'a map', given: object([], text), want: '{ [key: string]: string }' },
  {
    title: 'a map whose values are described',
    given: object([], text, 'A text.'),
    want: '{\n  /** A text. */\n  [key: string]: string;\n}',
  },
  {
    title: 'a map whose values are objects',
    given: object([], object([property('a', text, { notes: described('A text.') })])),
    want: '{\n  [key: string]: {\n    /** A text. */\n    a: string;\n  };\n}',
  },
  {
    title: 'a short object',
    given: object([property('a', text), property('b', text)]),
    want: '{ a: string; b: string }',
  },
  {
    title: 'an object whose fields are described',
    given: object([property('a', text, { notes: described('A text.') }), property('b', text)]),
    want: '{\n  /** A text. */\n  a: string;\n  b: string;\n}',
  },
  {
    title: 'optional fields, which take undefined',
    given: object([property('a', text, optional), property('b', anything, optional)]),
    want: '{ a?: string | undefined; b?: unknown }',
  },
  {
    title: 'an index signature that covers optional fields',
    given: object([property('a', text, optional)], union(refer('A'), text)),
    want: '{\n  a?: string | undefined;\n  [key: string]: A | string | undefined;\n}',
  },
  {
    title: 'an index signature that covers an inherited name',
    given: object([property('toString', text, optional)], text),
    want: "{\n  toString?: string | Object['toString'] | undefined;\n  [key: string]: string | Object['toString'] | undefined;\n}",
  },
  {
    title: 'alternatives that do not fit on a line',
    given: union(refer(long('A')), refer(long('B')), refer(long('C'))),
    want: `\n  | ${long('A')}\n  | ${long('B')}\n  | ${long('C')}`,
  },
  {
    title: 'an object beside undefined, hugged',
    given: object([property('a', object([property('b', text, { notes: described('B.') })]), optional)]),
    want: '{\n  a?: {\n    /** B. */\n    b: string;\n  } | undefined;\n}',
  },
  {
    title: 'two objects as alternatives of a field, each on a line',
    given: object([
      property(
        'a',
        union(...['b', 'c'].map((name) => object([property(name, text, { notes: described('X.') })]))),
        optional,
      ),
    ]),
    want: '{\n  a?:\n    | {\n        /** X. */\n        b: string;\n      }\n    | {\n        /** X. */\n        c: string;\n      }\n    | undefined;\n}',
  },
];

describe('printType', () => {
  it.each(cases)('prints $title', ({ given, want }) => {
    expect(printType(given, 0)).toBe(want);
  });
});
