import { emptyNotes, mergeNotes, type Notes } from './notes.js';
import { type ObjectNode, type PropertyNode, type TypeNode } from './type-node.js';

/** One object in place of two that a value is at once; where both describe a property, the description of the second counts. */
export function mergeObjects(
  a: ObjectNode,
  b: ObjectNode,
  intersect: (types: readonly TypeNode[]) => TypeNode,
): ObjectNode {
  const [left, right] = [withOtherNames(a), withOtherNames(b)];
  const inRight = new Map(right.properties.map((property) => [property.name, property]));
  const inLeft = new Set(left.properties.map(({ name }) => name));
  const merge = (one: PropertyNode, other: PropertyNode): PropertyNode => ({
    name: one.name,
    type: intersect([one.type, other.type]),
    isOptional: one.isOptional && other.isOptional,
    notes: mergedNotes([one.notes, other.notes]),
  });
  const alone = (property: PropertyNode, { others }: ObjectNode): PropertyNode =>
    others === undefined ? property : { ...property, type: intersect([property.type, others]) };
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
    others: others.length === 0 ? undefined : intersect(others),
    othersNotes: mergedNotes([left.othersNotes, right.othersNotes]),
  };
}

/** An object with a property for each of the names that others can have. */
function withOtherNames({ otherNames, ...object }: ObjectNode): ObjectNode {
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
