import { emptyNotes } from './notes.js';
import { unknownType, type TypeNode } from './type-node.js';
import type { ValueKind } from '../schema/value-kinds.js';

/** The type of all values of a kind. */
export function typeOfKind(kind: ValueKind): TypeNode {
  if (kind === 'object') return { kind: 'object', properties: [], others: unknownType, othersNotes: emptyNotes };
  if (kind === 'array') return { kind: 'array', items: unknownType, itemNotes: emptyNotes };
  return { kind };
}
