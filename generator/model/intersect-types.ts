import type { Json } from '../json.js';
import { distinct, isSameType, neverType, typeOfKind, unionOf, unknownType, type TypeNode } from './type-node.js';
import { mergeObjects } from './merge-objects.js';
import { allKinds, kindOfValue, type ValueKind } from '../schema/value-kinds.js';

type PlainValue = Exclude<Json, object>;

const structuredKinds = ['object', 'array'] as const;

/** The alternatives of a type, by the kind of values that they admit. */
type ByKind = ReadonlyMap<ValueKind, readonly TypeNode[]>;

/**
 * All of several types at once, in its simplest form. Alternatives for different kinds of values have no value in common,
 * so kinds are intersected one by one: TypeScript would multiply them, since it knows no value that is an object and a
 * text for impossible.
 *
 * @param members - The types; nested intersections are flattened, repetitions dropped.
 */
export function intersectionOf(members: readonly TypeNode[]): TypeNode {
  const flat = members.flatMap((member) => (member.kind === 'intersection' ? member.members : [member]));
  if (flat.some(({ kind }) => kind === 'never')) return neverType;
  const parts = distinct(flat.filter(({ kind }) => kind !== 'unknown'));
  const sorted = parts.map(byKind);
  const known = sorted.filter((part) => part !== undefined);
  if (known.length < 2 || isStructure(known)) return together(parts);
  const common = unionOf(
    allKinds
      .filter((kind) => known.every((part) => part.has(kind)))
      .map((kind) =>
        ofKind(
          kind,
          known.map((part) => part.get(kind) ?? []),
        ),
      ),
  );
  if (common.kind === 'never') return neverType;
  return together([...parts.filter((_, index) => sorted[index] === undefined), common]);
}

/** An intersection of types of which only objects are left to simplify. */
function together(types: readonly TypeNode[]): TypeNode {
  const [first, ...others] = distinct(
    withObjectsMerged(types.flatMap((type) => (type.kind === 'intersection' ? type.members : [type]))),
  );
  if (first === undefined) return unknownType;
  return others.length === 0 ? first : { kind: 'intersection', members: [first, ...others] };
}

/** The same types with one object in place of several. */
function withObjectsMerged(types: readonly TypeNode[]): readonly TypeNode[] {
  const objects = types.filter((type) => type.kind === 'object');
  if (objects.length < 2) return types;
  const merged = objects.reduce((a, b) => mergeObjects(a, b, intersectionOf));
  return [...new Set(types.map((type) => (type.kind === 'object' ? merged : type)))];
}

/** Whether types are all objects, or all lists: nothing in them is to be told apart by kind. */
function isStructure(parts: readonly ByKind[]): boolean {
  return structuredKinds.some((kind) => parts.every((part) => part.size === 1 && part.has(kind)));
}

/** A type's alternatives by kind; `undefined` where it refers to another, whose kinds are not known here. */
function byKind(type: TypeNode): ByKind | undefined {
  const sorted = new Map<ValueKind, TypeNode[]>();
  const add = (kind: ValueKind, alternative: TypeNode): void => {
    const others = sorted.get(kind);
    if (others === undefined) sorted.set(kind, [alternative]);
    else others.push(alternative);
  };
  for (const each of type.kind === 'union' ? type.members : [type]) {
    const kind = kindOf(each);
    if (each.kind === 'enum')
      for (const value of each.values) add(kindOfValue(value), { kind: 'enum', values: [value] });
    else if (kind === undefined) return undefined;
    else add(kind, each);
  }
  return sorted;
}

/** The one kind of values that a type admits; `undefined` where it is not known, or there are several. */
function kindOf(type: TypeNode): ValueKind | undefined {
  switch (type.kind) {
    case 'literal':
      return kindOfValue(type.value);
    case 'open-enum':
      return type.base;
    case 'tuple':
      return 'array';
    case 'intersection':
      return structuredKinds.find((kind) => type.members.some((member) => kindOf(member) === kind));
    case 'union':
    case 'enum':
    case 'unknown':
    case 'never':
    case 'reference':
      return undefined;
    default:
      return type.kind;
  }
}

/** Intersects parts that admit one kind of values each, given as alternatives. */
function ofKind(kind: ValueKind, parts: readonly (readonly TypeNode[])[]): TypeNode {
  if (kind !== 'object' && kind !== 'array') return plainValues(kind, parts);
  const alone = typeOfKind(kind);
  // A part that says no more than the kind is left out: it would admit misspelt names that the other parts refuse.
  const kept = parts.map(unionOf).filter((part) => !isSameType(part, alone));
  return kept.length === 0 ? alone : together(distinct(kept));
}

/** Closed lists leave the values that stand in each of them; open ones know what any of them knows. */
function plainValues(kind: Exclude<ValueKind, 'object' | 'array'>, parts: readonly (readonly TypeNode[])[]): TypeNode {
  const closed = parts.flatMap((part) => closedValues(part) ?? []);
  const [first, ...others] = closed;
  if (first !== undefined) {
    const values = [...first].filter((value) => others.every((other) => other.has(value)));
    const [value, ...more] = values;
    if (value === undefined) return neverType;
    return more.length === 0 ? { kind: 'literal', value } : { kind: 'enum', values };
  }
  const known = [...new Set(parts.flat().flatMap((type) => (type.kind === 'open-enum' ? type.values : [])))];
  if (known.length === 0 || (kind !== 'string' && kind !== 'number')) return { kind };
  return { kind: 'open-enum', base: kind, values: known };
}

/** The values of alternatives that are all closed, in a list of one; `undefined` where one admits any value of its kind. */
function closedValues(types: readonly TypeNode[]): [ReadonlySet<PlainValue>] | undefined {
  const values = new Set<PlainValue>();
  for (const type of types) {
    if (type.kind === 'literal') values.add(type.value);
    else if (type.kind === 'enum') for (const value of type.values) values.add(value);
    else return undefined;
  }
  return [values];
}
