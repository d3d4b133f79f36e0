import type { Json } from '../json.js';
import { emptyNotes } from './notes.js';
import { unionOf, type PropertyNode, type TypeNode } from './type-node.js';

/** The type of a closed list of values, in their order. A list of one is that value alone, whichever keyword gives it. */
export function typeOfValues(values: readonly Json[]): TypeNode {
  const plain = values.filter((value) => typeof value !== 'object');
  const listed: TypeNode[] = plain.length > 1 ? [{ kind: 'enum', values: plain }] : plain.map(literalType);
  const nulls = values.filter((value) => value === null);
  const structured = values.filter((value) => typeof value === 'object' && value !== null);
  return unionOf([...listed, ...[...nulls, ...structured].map(literalType)]);
}

/** The type of exactly one value. */
function literalType(value: Json): TypeNode {
  if (value === null) return { kind: 'null' };
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map(literalType);
    return { kind: 'tuple', items, minimum: items.length, rest: undefined };
  }
  if (typeof value !== 'object') return { kind: 'literal', value };
  const properties = Object.entries(value).map(([name, inner]): PropertyNode => ({
    name,
    type: literalType(inner),
    isOptional: false,
    notes: emptyNotes,
  }));
  return { kind: 'object', properties, others: undefined, othersNotes: emptyNotes };
}
