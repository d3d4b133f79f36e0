import type { Json } from '../json.js';
import type { ValueKind } from '../schema/value-kinds.js';
import { emptyNotes, type Notes } from './notes.js';

/**
 * A type, free of any target language: what a value can be, as far as a type can say it. The run-time check may accept
 * less than the type, never more.
 */
export type TypeNode =
  | { readonly kind: 'unknown' | 'never' | 'string' | 'number' | 'boolean' | 'null' }
  /** Exactly one value that is neither list nor mapping. */
  | { readonly kind: 'literal'; readonly value: Exclude<Json, object> }
  /** A closed list of such values. */
  | { readonly kind: 'enum'; readonly values: readonly Exclude<Json, object>[] }
  /** Any value of a kind, of which some are known. */
  | { readonly kind: 'open-enum'; readonly base: 'string' | 'number'; readonly values: readonly (string | number)[] }
  /** A list of any length, and what the catalog says of its items. */
  | { readonly kind: 'array'; readonly items: TypeNode; readonly itemNotes: Notes }
  | TupleNode
  | ObjectNode
  | { readonly kind: 'union' | 'intersection'; readonly members: readonly TypeNode[] }
  /** A type that has a name of its own. */
  | { readonly kind: 'reference'; readonly name: string };

/** A list whose items have a type by position. */
export interface TupleNode {
  readonly kind: 'tuple';
  readonly items: readonly TypeNode[];
  /** How many of the items are always there. */
  readonly minimum: number;
  /** Type of the items that follow; none may where it is missing. */
  readonly rest: TypeNode | undefined;
}

/** An object. */
export interface ObjectNode {
  readonly kind: 'object';
  readonly properties: readonly PropertyNode[];
  /** Type of all properties that are not listed; a type says nothing about them where it is missing. */
  readonly others: TypeNode | undefined;
  /** The only names that properties which are not listed can have; any name where they are missing. */
  readonly otherNames?: readonly string[];
  /** What the catalog says of the properties that are not listed. */
  readonly othersNotes: Notes;
}

/** A property of an object. */
export interface PropertyNode {
  readonly name: string;
  readonly type: TypeNode;
  readonly isOptional: boolean;
  readonly notes: Notes;
}

/** Any value. */
export const unknownType: TypeNode = { kind: 'unknown' };
/** No value at all. */
export const neverType: TypeNode = { kind: 'never' };

/** The type of all values of a kind. */
export function typeOfKind(kind: ValueKind): TypeNode {
  if (kind === 'object') return { kind: 'object', properties: [], others: unknownType, othersNotes: emptyNotes };
  if (kind === 'array') return { kind: 'array', items: unknownType, itemNotes: emptyNotes };
  return { kind };
}

/** Any of several types, in its simplest form: nested unions are flattened, repetitions dropped. */
export function unionOf(members: readonly TypeNode[]): TypeNode {
  // Most schemas admit one kind of value.
  if (members.length === 1) return alternativesOf(members);
  const flat = members.flatMap((member) => (member.kind === 'union' ? member.members : [member]));
  if (flat.some(({ kind }) => kind === 'unknown')) return unknownType;
  return alternativesOf(distinct(flat.filter(({ kind }) => kind !== 'never')));
}

/** Whether two types are the same, down to what documentation says of their parts. */
export function isSameType(a: TypeNode, b: TypeNode): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  // Types are large, and hardly two are the same: most are distinguished by their parts' kinds.
  const [parts, others] = [partsOf(a), partsOf(b)];
  const isAlike = parts.length === others.length && parts.every(({ kind }, index) => kind === others[index]?.kind);
  return isAlike && JSON.stringify(a) === JSON.stringify(b);
}

/** Type of an object's index signature, which covers the listed properties too; `undefined` where it has none. */
export function indexType({ properties, others }: ObjectNode): TypeNode | undefined {
  return others && unionOf([others, ...properties.map(({ type }) => type)]);
}

/** The types directly inside a type. */
export function partsOf(type: TypeNode): readonly TypeNode[] {
  const parts: TypeNode[] = [];
  mapParts(type, (part) => {
    parts.push(part);
    return part;
  });
  return parts;
}

/** A type and all that are inside it, at any depth; what a reference means is not looked into. */
export function allParts(type: TypeNode): readonly TypeNode[] {
  return [type, ...partsOf(type).flatMap(allParts)];
}

/** Names of the types that a type refers to. */
export function typeReferences(type: TypeNode): string[] {
  return allParts(type).flatMap((part) => (part.kind === 'reference' ? [part.name] : []));
}

/**
 * Changes the types directly inside a type; the very same node where none changes.
 *
 * @param change - Gives the type in place of a part, which may be that of a property.
 * @param annotate - Gives the notes on a part that has changed. Default: they stay.
 */
export function mapParts(
  type: TypeNode,
  change: (part: TypeNode, property?: PropertyNode) => TypeNode,
  annotate: (notes: Notes, part: TypeNode) => Notes = (notes) => notes,
): TypeNode {
  switch (type.kind) {
    case 'array': {
      const items = change(type.items);
      return items === type.items ? type : { ...type, items, itemNotes: annotate(type.itemNotes, items) };
    }
    case 'tuple': {
      const items = mapSame(type.items, (item) => change(item));
      const rest = type.rest && change(type.rest);
      return items === type.items && rest === type.rest ? type : { ...type, items, rest };
    }
    case 'object': {
      const properties = mapSame(type.properties, (property) => {
        const part = change(property.type, property);
        return part === property.type ? property : { ...property, type: part, notes: annotate(property.notes, part) };
      });
      const others = type.others && change(type.others);
      if (properties === type.properties && others === type.others) return type;
      return {
        ...type,
        properties,
        others,
        othersNotes: others ? annotate(type.othersNotes, others) : type.othersNotes,
      };
    }
    case 'union':
    case 'intersection': {
      const members = mapSame(type.members, (member) => change(member));
      return members === type.members ? type : { ...type, members };
    }
    default:
      return type;
  }
}

/** The types that a type is made of at the same place: alternatives, parts, and what names stand for. */
export function typesAtPlace(type: TypeNode, typeOf: (name: string) => TypeNode | undefined): TypeNode[] {
  const open = [type];
  const met = new Set<string>();
  const found: TypeNode[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'union' || next.kind === 'intersection') open.push(...next.members);
    else if (next.kind !== 'reference') found.push(next);
    else if (!met.has(next.name)) {
      met.add(next.name);
      open.push(typeOf(next.name) ?? unknownType);
    }
  }
  return found;
}

/** Types without those that say the same as another; types of different kinds never do. */
export function distinct(types: readonly TypeNode[]): readonly TypeNode[] {
  if (new Set(types.map(({ kind }) => kind)).size === types.length) return types;
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}

function alternativesOf(members: readonly TypeNode[]): TypeNode {
  const [first = neverType, ...others] = members;
  return others.length === 0 ? first : { kind: 'union', members };
}

/** Changes items; the very same list where none changes. */
function mapSame<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const changed = items.map(change);
  return changed.some((item, index) => item !== items[index]) ? changed : items;
}
