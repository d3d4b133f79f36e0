import { emptyNotes, type Notes } from '../../model/notes.js';
import type { TypeNode } from '../../model/type-node.js';

/** A type in a few words, for a table: `string`, `integer`, `StorageLocation`, `object[]`. */
export function typeLabel(type: TypeNode, notes: Notes): string {
  switch (type.kind) {
    case 'reference':
      return type.name;
    case 'number':
      return notes.isInteger ? 'integer' : 'number';
    case 'literal':
      return JSON.stringify(type.value);
    case 'enum':
      return type.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'open-enum':
      return type.base;
    case 'array': {
      const items = typeLabel(type.items, type.itemNotes);
      return items.includes(' ') ? `(${items})[]` : `${items}[]`;
    }
    case 'tuple': {
      const items = type.items.map((item) => typeLabel(item, emptyNotes));
      return `[${[...items, ...(type.rest ? [`...${typeLabel(type.rest, emptyNotes)}[]`] : [])].join(', ')}]`;
    }
    case 'union':
      return [...new Set(type.members.map((member) => typeLabel(member, notes)))].join(' or ');
    case 'intersection': {
      const labels = new Set(type.members.map((member) => typeLabel(member, notes)));
      const specific = [...labels].filter((label) => label !== 'object' && label !== 'any');
      return specific.length === 0 ? 'object' : specific.join(' and ');
    }
    case 'unknown':
      return 'any';
    default:
      return type.kind;
  }
}
