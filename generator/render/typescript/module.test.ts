import { describe, expect, it } from 'vitest';
import { emptyNotes } from '../../model/notes.js';
import type { NamedType } from '../../model/model.js';
import type { TypeNode } from '../../model/type-node.js';
import { declaredNames, moduleView } from './module.js';

const refer = (name: string): TypeNode => ({ kind: 'reference', name });
const named = (name: string, type: TypeNode, received?: TypeNode): NamedType => ({
  name,
  notes: emptyNotes,
  type,
  received,
  schema: true,
  componentSchema: () => true,
});
const object = (...types: TypeNode[]): TypeNode => ({
  kind: 'object',
  properties: types.map((type, index) => ({ name: `p${index}`, type, isOptional: false, notes: emptyNotes })),
  others: undefined,
  othersNotes: emptyNotes,
});
const modules: Record<string, string> = { B: './b.js', ReceivedB: './b.js', A: './a.js', Local: './root.js' };
const viewOf = (types: readonly NamedType[], keyword: 'interface' | 'type' = 'interface') =>
  moduleView(types, [], keyword, (name) => modules[name] ?? '');

describe('moduleView', () => {
  it('declares an object as an interface, anything else as an alias', () => {
    const { declarations } = viewOf([named('Root', object({ kind: 'string' }))]);
    expect(declarations).toEqual([{ comment: '', statement: 'interface Root { p0: string }' }]);
    const alias = viewOf([named('Root', { kind: 'string' })]);
    expect(alias.declarations[0]?.statement).toBe('type Root = string;');
  });

  it('declares a shared object as an alias, which also fits where index signatures are asked for', () => {
    const { declarations } = viewOf([named('Root', object())], 'type');
    expect(declarations[0]?.statement).toBe('type Root = { [key: string]: never };');
  });

  it('declares the tolerant variant beside the type, and exports both', () => {
    const root = named('Root', object(refer('B')), object(refer('ReceivedB')));
    const view = viewOf([root]);
    expect(view.declarations.map(({ statement }) => statement)).toEqual([
      'interface Root { p0: B }',
      'interface ReceivedRoot { p0: ReceivedB }',
    ]);
    expect(view.declarations[1]?.comment).toContain('{@link Root}');
    expect(declaredNames([root])).toEqual(['Root', 'ReceivedRoot']);
  });

  it('imports what it uses and does not declare, sorted by module and name', () => {
    const root = named(
      'Root',
      object(refer('B'), refer('A'), refer('Local'), refer('Root')),
      object(refer('ReceivedB')),
    );
    const locals = [named('Local', refer('A'))];
    const view = viewOf([root, ...locals]);
    expect(view.imports).toEqual([
      { names: 'A', from: "'./a.js'" },
      { names: 'B, ReceivedB', from: "'./b.js'" },
    ]);
    expect(declaredNames([root, ...locals])).toEqual(['Root', 'ReceivedRoot', 'Local']);
  });

  it('says what the root and its parts are', () => {
    const local = { ...named('Local', { kind: 'string' }), notes: { ...emptyNotes, description: 'A part.' } };
    const root = named('Root', { kind: 'string' });
    const view = moduleView([root, local], [{ markdown: 'The whole.' }], 'interface', () => '');
    expect(view.declarations.map(({ comment }) => comment)).toEqual(['/** The whole. */\n', '/** A part. */\n']);
  });
});
