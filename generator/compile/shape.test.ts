import { isTypeAliasDeclaration } from 'typescript/unstable/ast';
import { describe, expect, it } from 'vitest';
import { emptyNotes } from '../model/notes.js';
import type { PropertyNode, TypeNode } from '../model/type-node.js';
import { printType } from '../render/typescript/print-type.js';
import { parseModule } from '../testing/programs.js';
import { readShape } from './read-shape.js';
import { shapeOfType, type Shape } from './shape.js';

const text: TypeNode = { kind: 'string' };
const refer = (name: string): TypeNode => ({ kind: 'reference', name });
const list = (items: TypeNode): TypeNode => ({ kind: 'array', items, itemNotes: emptyNotes });
const union = (...members: TypeNode[]): TypeNode => ({ kind: 'union', members });
const both = (...members: TypeNode[]): TypeNode => ({ kind: 'intersection', members });
const tuple = (items: TypeNode[], minimum: number, rest?: TypeNode): TypeNode => ({
  kind: 'tuple',
  items,
  minimum,
  rest,
});
const property = (name: string, type: TypeNode, isOptional = false): PropertyNode => ({
  name,
  type,
  isOptional,
  notes: emptyNotes,
});
const object = (properties: PropertyNode[], others?: TypeNode): TypeNode => ({
  kind: 'object',
  properties,
  others,
  othersNotes: emptyNotes,
});

const types: readonly TypeNode[] = [
  { kind: 'unknown' },
  { kind: 'never' },
  text,
  { kind: 'null' },
  { kind: 'literal', value: "it's \u2028 */" },
  { kind: 'literal', value: -1.5 },
  { kind: 'literal', value: 1e21 },
  { kind: 'literal', value: true },
  { kind: 'enum', values: ['a', 1, false] },
  { kind: 'open-enum', base: 'string', values: ['a', 'b'] },
  { kind: 'open-enum', base: 'number', values: [1] },
  refer('A'),
  list(text),
  list(list(union(text, refer('A')))),
  tuple([], 0),
  tuple([text, union(text, refer('A')), refer('B')], 1, both(refer('A'), refer('B'))),
  union(text, union(refer('A'), { kind: 'null' })),
  union({ kind: 'open-enum', base: 'string', values: ['a'] }, { kind: 'null' }),
  both(refer('A'), union(text, refer('B'))),
  both(refer('A'), object([])),
  object([]),
  object([], text),
  object([], union(text, { kind: 'null' })),
  object([property('a', text), property('b-c', list(text), true), property('__proto__', text, true)]),
  object([property('a', union(text, { kind: 'null' }), true)], union(text, { kind: 'null' })),
  object([property('toString', text, true), property('constructor', text)], text),
  object([property('a', { kind: 'unknown' }, true)], { kind: 'unknown' }),
  object([property('a', object([property('b', { kind: 'never' }, true)]), true)]),
];

/** The shape of a type as TypeScript reads it. */
function read(code: string): Shape {
  const [statement] = parseModule(`type T = ${code};`).statements;
  if (statement === undefined || !isTypeAliasDeclaration(statement)) throw new Error(code);
  return readShape(statement.type);
}

describe('Shapes', () => {
  it.each(types.map((type) => ({ code: printType(type, 0), type })))(
    'of the model and of the code agree: $code',
    ({ code, type }) => {
      expect(read(code)).toEqual(shapeOfType(type));
    },
  );

  it('differ where types do', () => {
    const shapes = types.map((type) => JSON.stringify(shapeOfType(type)));
    expect(new Set(shapes).size).toBe(types.length);
  });

  it.each([
    'any',
    '() => void',
    'typeof x',
    'keyof A',
    '`a${string}`',
    '{ m(): void }',
    '{ get a(): string }',
    'A extends B ? 1 : 2',
  ])('of %s is none of the model', (code) => {
    const shapes = types.map((type) => JSON.stringify(shapeOfType(type)));
    expect(shapes).not.toContain(JSON.stringify(read(code)));
  });

  it.each(['\uFEFF', '\uFEFF\uFEFFa', 'a\uFEFF', '\u{1F600}', '\u2028', '\0'])(
    'of the text %j and of its code agree',
    (value) => {
      const type: TypeNode = { kind: 'literal', value };
      expect(read(printType(type, 0))).toEqual(shapeOfType(type));
    },
  );

  it('tell a property that is undefined from one that may be absent', () => {
    expect(read('{ a: string | undefined }')).not.toEqual(read('{ a?: string | undefined }'));
  });
});
