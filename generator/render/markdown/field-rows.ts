import { groupBy } from '../../group-by.js';
import type { NamedType } from '../../model/model.js';
import { emptyNotes, mergeNotes, type Notes } from '../../model/notes.js';
import { partsOf, type ObjectNode, type TypeNode } from '../../model/type-node.js';
import { typeLabel } from './type-label.js';

/** A field of a payload, at any depth. */
export interface FieldRow {
  /** Path from the payload, such as `results[].listingId`; `*` stands for any other name. */
  readonly path: string;
  /** Its type, in a few words. */
  readonly label: string;
  /** Whether it may be absent where the object that holds it is present. */
  readonly isOptional: boolean;
  readonly notes: Notes;
  /** Notes of the items, where the field is a list. */
  readonly itemNotes: Notes;
  /** How many levels below the payload it is, from 1. */
  readonly depth: number;
}

/** The fields that a type has below a place. */
interface Listing {
  readonly rows: readonly FieldRow[];
  /** Whether values of the type can be objects at that place, so that a field it lacks can be absent there. */
  readonly isObject: boolean;
}

/** Types that refer to each other can have more fields than anyone reads, or memory holds; the listing ends there. */
const maxSteps = 5000;

/**
 * Lists the fields of a type, each one followed by the fields inside it. A field of several alternatives is required where
 * all of them require it.
 *
 * @param types - Named types, by name; a type inside itself is listed once.
 */
export function fieldRows(type: TypeNode, types: ReadonlyMap<string, NamedType>): readonly FieldRow[] {
  return new FieldLister(types).list(type, { path: '', depth: 1, open: new Set() }).rows;
}

/** Where fields are listed. */
interface Place {
  readonly path: string;
  readonly depth: number;
  /** Names of the types that are being listed already. */
  readonly open: ReadonlySet<string>;
}

const nothing: Listing = { rows: [], isObject: false };

class FieldLister {
  #steps = 0;

  constructor(private readonly types: ReadonlyMap<string, NamedType>) {}

  list(type: TypeNode, place: Place): Listing {
    this.#steps += 1;
    if (this.#steps > maxSteps) return nothing;
    switch (type.kind) {
      case 'reference': {
        const target = this.types.get(type.name);
        if (target === undefined || place.open.has(type.name)) return nothing;
        return this.list(target.type, { ...place, open: new Set(place.open).add(type.name) });
      }
      case 'array':
        return this.#listItems([[type.items, '[]']], place);
      case 'tuple': {
        const items = type.items.map((item, index): [TypeNode, string] => [item, `[${index}]`]);
        return this.#listItems(type.rest === undefined ? items : [...items, [type.rest, '[]']], place);
      }
      case 'union':
        return mergeAlternatives(
          type.members.map((member) => this.list(member, place)),
          place.depth,
        );
      case 'intersection':
        return mergeParts(type.members.map((member) => this.list(member, place)));
      case 'object':
        return this.#listObject(type, place);
      default:
        return nothing;
    }
  }

  #listItems(items: readonly (readonly [type: TypeNode, suffix: string])[], place: Place): Listing {
    const rows = items.flatMap(([item, suffix]) => this.list(item, { ...place, path: place.path + suffix }).rows);
    return { rows, isObject: false };
  }

  #listObject({ properties, others, othersNotes }: ObjectNode, place: Place): Listing {
    const start = place.path === '' ? '' : `${place.path}.`;
    const rows = properties.flatMap(({ name, type, isOptional, notes }) =>
      this.#field(`${start}${/^[\w$-]+$/.test(name) ? name : JSON.stringify(name)}`, type, isOptional, notes, place),
    );
    const isDescribed = others !== undefined && (others.kind !== 'unknown' || othersNotes.description !== '');
    const rest = isDescribed ? this.#field(`${start}*`, others, true, othersNotes, place) : [];
    return { rows: [...rows, ...rest], isObject: true };
  }

  #field(path: string, type: TypeNode, isOptional: boolean, notes: Notes, { depth, open }: Place): FieldRow[] {
    const itemNotes = type.kind === 'array' ? type.itemNotes : emptyNotes;
    const row = { path, label: this.#label(type, notes), isOptional, notes, itemNotes, depth };
    return [row, ...this.list(type, { path, depth: depth + 1, open }).rows];
  }

  /** A type's name, and what it stands for where that is a plain value. */
  #label(type: TypeNode, notes: Notes): string {
    const [named, meant] = [typeLabel(type, notes), typeLabel(this.#spelledOut(type), notes)];
    return named === meant ? named : `${named} (${meant})`;
  }

  /** A type without names of plain values. */
  #spelledOut(type: TypeNode, open: ReadonlySet<string> = new Set()): TypeNode {
    const inside = (part: TypeNode): TypeNode => this.#spelledOut(part, open);
    if (type.kind === 'array') return { ...type, items: inside(type.items) };
    if (type.kind === 'union') return { ...type, members: type.members.map(inside) };
    const target = type.kind === 'reference' ? this.types.get(type.name) : undefined;
    if (type.kind !== 'reference' || target === undefined || open.has(type.name)) return type;
    const meant = this.#spelledOut(target.type, new Set(open).add(type.name));
    return isPlain(meant) ? meant : type;
  }
}

/** Whether the values of a type have no parts. */
function isPlain(type: TypeNode): boolean {
  if (type.kind === 'union') return type.members.every(isPlain);
  return type.kind !== 'reference' && type.kind !== 'unknown' && partsOf(type).length === 0 && type.kind !== 'object';
}

/** Fields of one of several types: absent, where one of them lacks it. */
function mergeAlternatives(listings: readonly Listing[], depth: number): Listing {
  const objects = listings.filter(({ isObject }) => isObject);
  const rows = mergeRows(listings, 'or', (found) => {
    const isLacking = found[0]?.depth === depth && found.length < objects.length;
    return isLacking || found.some(({ isOptional }) => isOptional);
  });
  return { rows, isObject: objects.length > 0 };
}

/** Fields of several types at once. */
function mergeParts(listings: readonly Listing[]): Listing {
  const rows = mergeRows(listings, 'and', (found) => found.every(({ isOptional }) => isOptional));
  return { rows, isObject: listings.some(({ isObject }) => isObject) };
}

function mergeRows(
  listings: readonly Listing[],
  together: 'and' | 'or',
  isOptional: (found: readonly FieldRow[]) => boolean,
): readonly FieldRow[] {
  const [only] = listings;
  if (only !== undefined && listings.length === 1) return only.rows;
  const byPath = groupBy(
    listings.flatMap(({ rows }) => rows),
    ({ path }) => path,
  );
  return [...byPath.values()].map((found) => ({ ...joined(found, together), isOptional: isOptional(found) }));
}

/** Rows of one field as one; parts come from the general to the special, as in a reference with fields of its own beside it. */
function joined(found: readonly FieldRow[], together: 'and' | 'or'): FieldRow {
  // A part that only requires a field says nothing of it.
  const noted = together === 'and' ? found.filter(({ notes }) => notes !== emptyNotes) : found;
  const rows = noted.length === 0 ? found : noted;
  const merged = (of: (row: FieldRow) => Notes): Notes => mergeNotes(rows.map(of), together);
  return {
    ...(rows[0] as FieldRow),
    label: [...new Set(rows.map(({ label }) => label))].join(` ${together} `),
    notes: merged(({ notes }) => notes),
    itemNotes: merged(({ itemNotes }) => itemNotes),
  };
}
