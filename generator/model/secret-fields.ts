import { compareText } from '../diagnostics/diagnostic.js';
import { emptyNotes, type Notes } from './notes.js';
import { partsOf, type TypeNode } from './type-node.js';

/**
 * Names of the fields that hold a credential, in any of the types. The client redacts every field of such a name: a name is
 * all that is left of a payload that comes back inside an error.
 *
 * @param types - All named types, as callers write them.
 */
export function secretFields(types: Iterable<{ readonly type: TypeNode }>): string[] {
  const names = new Set<string>();
  const visit = (type: TypeNode): void => {
    if (type.kind === 'object') {
      for (const { name, type: inner, notes } of type.properties) {
        if (holdsSecret(notes, inner)) names.add(name);
      }
    }
    for (const part of partsOf(type)) visit(part);
  };
  for (const { type } of types) visit(type);
  return [...names].sort(compareText);
}

/** Whether a value, an item of the list that it is, or a value of the map that it is, is secret. */
function holdsSecret(notes: Notes, type: TypeNode): boolean {
  if (notes.isSecret) return true;
  if (type.kind === 'array') return holdsSecret(type.itemNotes, type.items);
  if (type.kind === 'object') return holdsSecret(type.othersNotes, type.others ?? { kind: 'null' });
  if (type.kind === 'union') return type.members.some((member) => holdsSecret(emptyNotes, member));
  return false;
}
