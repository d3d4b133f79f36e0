import { groupBy } from '../group-by.js';
import { emptyNotes, mergeNotes, type Notes } from './notes.js';
import {
  distinct,
  isSameType,
  neverType,
  typeOfKind,
  unionOf,
  unknownType,
  type ObjectNode,
  type PropertyNode,
  type TypeNode,
} from './type-node.js';
import { typeOfValues } from './type-of-values.js';
import { allKinds, kindOfValue, type ValueKind } from '../schema/value-kinds.js';

const structuredKinds = ['object', 'array'] as const;

/** The alternatives of a type, by the kind of values that they admit. */
type ByKind = ReadonlyMap<ValueKind | undefined, readonly TypeNode[]>;

/**
 * All of several types at once, in its simplest form: nested ones are flattened, repetitions dropped. Kinds of values are
 * intersected one by one: TypeScript would multiply the alternatives, since to it a value may be an object and a text.
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
  const merged = objects.reduce((a, b) => mergeObjects(a, b));
  return [...new Set(types.map((type) => (type.kind === 'object' ? merged : type)))];
}

/** Whether types are all objects, or all lists: nothing in them is to be distinguished by kind. */
function isStructure(parts: readonly ByKind[]): boolean {
  return structuredKinds.some((kind) => parts.every((part) => part.size === 1 && part.has(kind)));
}

/** A type's alternatives by kind; `undefined` where it refers to another, whose kinds are not known here. */
function byKind(type: TypeNode): ByKind | undefined {
  const alternatives = (type.kind === 'union' ? type.members : [type]).flatMap((each) =>
    each.kind === 'enum' ? each.values.map((value): TypeNode => ({ kind: 'literal', value })) : [each],
  );
  const sorted = groupBy(alternatives, kindOf);
  return sorted.has(undefined) ? undefined : sorted;
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
  const closed = parts.filter((part) => part.every((type) => type.kind === 'literal'));
  const [first, ...others] = closed.map((part) => new Set(part.map(({ value }) => value)));
  if (first !== undefined) return typeOfValues([...first].filter((value) => others.every((other) => other.has(value))));
  const known = [...new Set(parts.flat().flatMap((type) => (type.kind === 'open-enum' ? type.values : [])))];
  if (known.length === 0 || (kind !== 'string' && kind !== 'number')) return { kind };
  return { kind: 'open-enum', base: kind, values: known };
}

/** One object in place of two that a value is at once; where both describe a property, the description of the second counts. */
function mergeObjects(a: ObjectNode, b: ObjectNode): ObjectNode {
  const [left, right] = [withOtherNames(a), withOtherNames(b)];
  const inRight = new Map(right.properties.map((property) => [property.name, property]));
  const inLeft = new Set(left.properties.map(({ name }) => name));
  const merge = (one: PropertyNode, other: PropertyNode): PropertyNode => ({
    name: one.name,
    type: intersectionOf([one.type, other.type]),
    isOptional: one.isOptional && other.isOptional,
    notes: mergedNotes([one.notes, other.notes]),
  });
  const alone = (property: PropertyNode, { others }: ObjectNode): PropertyNode =>
    others === undefined ? property : { ...property, type: intersectionOf([property.type, others]) };
  const others = [left.others, right.others].filter((type) => type !== undefined);
  return {
    kind: 'object',
    properties: [
      ...left.properties.map((property) => {
        const other = inRight.get(property.name);
        return other === undefined ? alone(property, right) : merge(property, other);
      }),
      ...right.properties.filter(({ name }) => !inLeft.has(name)).map((property) => alone(property, left)),
    ],
    others: others.length === 0 ? undefined : intersectionOf(others),
    othersNotes: mergedNotes([left.othersNotes, right.othersNotes]),
  };
}

/** An object with a property for each of the names that others can have. */
export function withOtherNames({ otherNames, ...object }: ObjectNode): ObjectNode {
  const { others, othersNotes: notes, properties } = object;
  if (otherNames === undefined || others === undefined) return object;
  const listed = new Set(properties.map(({ name }) => name));
  const more = otherNames.filter((name) => !listed.has(name));
  return {
    ...object,
    properties: [...properties, ...more.map((name) => ({ name, type: others, isOptional: true, notes }))],
    others: undefined,
    othersNotes: emptyNotes,
  };
}

/** What only requires a property says nothing of it. */
function mergedNotes(all: readonly Notes[]): Notes {
  const noted = all.filter((notes) => notes !== emptyNotes);
  return noted.length === 0 ? emptyNotes : mergeNotes(noted, 'and');
}
