import { emptyNotes, type Notes } from '../../model/notes.js';
import type { NamedType } from '../../model/model.js';
import type { ObjectNode, TypeNode } from '../../model/type-node.js';
import { typeLabel } from './type-label.js';

/** A field of a payload, at any depth. */
export interface FieldRow {
  /** Path from the payload, such as `results[].listingId`; `*` stands for any other name. */
  readonly path: string;
  readonly label: string;
  readonly isOptional: boolean;
  readonly notes: Notes;
  /** Notes of the items, where the field is a list. */
  readonly itemNotes: Notes;
}

/**
 * Lists the fields of a type, each one followed by the fields inside it.
 *
 * @param type - The type.
 * @param types - Named types, by name; a type inside itself is listed once.
 * @param deepest - How many levels to list.
 */
export function fieldRows(type: TypeNode, types: ReadonlyMap<string, NamedType>, deepest = Infinity): FieldRow[] {
  const rows = new Map<string, FieldRow>();

  const descend = (inner: TypeNode, prefix: string, depth: number, open: ReadonlySet<string>): void => {
    switch (inner.kind) {
      case 'reference': {
        const target = types.get(inner.name);
        if (target !== undefined && !open.has(inner.name))
          descend(target.type, prefix, depth, new Set(open).add(inner.name));
        break;
      }
      case 'array':
        descend(inner.items, `${prefix}[]`, depth, open);
        break;
      case 'tuple':
        inner.items.forEach((item, index) => descend(item, `${prefix}[${index}]`, depth, open));
        if (inner.rest !== undefined) descend(inner.rest, `${prefix}[]`, depth, open);
        break;
      case 'union':
      case 'intersection':
        for (const member of inner.members) descend(member, prefix, depth, open);
        break;
      case 'object':
        listObject(inner, prefix, depth, open);
        break;
      default:
    }
  };

  const listObject = (object: ObjectNode, prefix: string, depth: number, open: ReadonlySet<string>): void => {
    const start = prefix === '' ? '' : `${prefix}.`;
    for (const { name, type: inner, isOptional, notes } of object.properties) {
      add(`${start}${/^[\w$-]+$/.test(name) ? name : JSON.stringify(name)}`, inner, isOptional, notes, depth, open);
    }
    const { others, othersNotes } = object;
    if (others !== undefined && othersNotes.description !== '')
      add(`${start}*`, others, true, othersNotes, depth, open);
  };

  const add = (
    path: string,
    inner: TypeNode,
    isOptional: boolean,
    notes: Notes,
    depth: number,
    open: ReadonlySet<string>,
  ): void => {
    const itemNotes = inner.kind === 'array' ? inner.itemNotes : emptyNotes;
    const row = { path, label: typeLabel(inner, notes), isOptional, notes, itemNotes };
    const known = rows.get(path);
    // Where several schemas describe a field, the last description and the strictest requirement hold.
    rows.set(path, known === undefined ? row : { ...row, isOptional: isOptional && known.isOptional });
    if (depth < deepest) descend(inner, path, depth + 1, open);
  };

  descend(type, '', 1, new Set());
  return [...rows.values()];
}
