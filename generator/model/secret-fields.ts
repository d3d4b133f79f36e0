import { compareText } from '../diagnostics/diagnostic.js';
import { emptyNotes, type Notes } from './notes.js';
import { allParts, type TypeNode } from './type-node.js';

/**
 * Names of the fields that hold a credential, in any of the types. The client redacts every field of such a name: a name is
 * all that is left of a payload that comes back inside an error.
 */
export function secretFields(types: Iterable<{ readonly type: TypeNode }>): string[] {
  const objects = [...types].flatMap(({ type }) => allParts(type)).filter((part) => part.kind === 'object');
  const secret = objects.flatMap(({ properties }) => properties).filter(({ notes, type }) => holdsSecret(notes, type));
  return [...new Set(secret.map(({ name }) => name))].sort(compareText);
}

/** Whether a value, an item of the list that it is, or a value of the map that it is, is secret. */
function holdsSecret(notes: Notes, type: TypeNode): boolean {
  if (notes.isSecret) return true;
  if (type.kind === 'array') return holdsSecret(type.itemNotes, type.items);
  if (type.kind === 'object') return holdsSecret(type.othersNotes, type.others ?? { kind: 'null' });
  if (type.kind === 'union') return type.members.some((member) => holdsSecret(emptyNotes, member));
  return false;
}
