import { mapSame, partsOf, unknownType, type PropertyNode, type TypeNode } from './type-node.js';

/**
 * Works out how types read. A backend newer than the client sends values that the client's catalog does not list, so
 * what is read is open where what is written is closed. A `const` that tells the members of a union apart stays.
 *
 * @param types - All named types, by name, as callers write them.
 * @param rename - Gives the name of a type's tolerant variant.
 * @returns The tolerant variants of the types that need one, by the types' own names.
 */
export function receivedTypes(
  types: ReadonlyMap<string, TypeNode>,
  rename: (name: string) => string,
): ReadonlyMap<string, TypeNode> {
  const members = new Set([...types.values()].flatMap(unionMembers));
  const received = new Map<string, TypeNode>();
  // A type differs where one that it refers to does: repeat until none is added.
  for (let known = -1; known !== received.size;) {
    known = received.size;
    for (const [name, type] of types) {
      const tolerant = receive(
        type,
        (reference) => (received.has(reference) ? rename(reference) : reference),
        members.has(name),
      );
      if (tolerant !== type) received.set(name, tolerant);
    }
  }
  return received;
}

/** Names of the types that are members of a union somewhere in a type. */
function unionMembers(type: TypeNode): string[] {
  const own =
    type.kind === 'union' ? type.members.flatMap((member) => (member.kind === 'reference' ? [member.name] : [])) : [];
  return [...own, ...partsOf(type).flatMap(unionMembers)];
}

/** Returns the very same node where nothing in it changes. */
function receive(type: TypeNode, refer: (name: string) => string, isUnionMember: boolean): TypeNode {
  const inside = (part: TypeNode): TypeNode => receive(part, refer, false);
  switch (type.kind) {
    case 'reference': {
      const name = refer(type.name);
      return name === type.name ? type : { kind: 'reference', name };
    }
    case 'literal':
      return open([type.value]);
    case 'enum':
      return open(type.values);
    case 'array': {
      const items = inside(type.items);
      return items === type.items ? type : { ...type, items };
    }
    case 'tuple': {
      const items = mapSame(type.items, inside);
      const rest = type.rest && inside(type.rest);
      return items === type.items && rest === type.rest ? type : { ...type, items, rest };
    }
    case 'object': {
      const properties = mapSame(type.properties, (property) => receiveProperty(property, inside, isUnionMember));
      // An object of which nothing is known holds whatever comes later.
      const isEmpty = type.properties.length === 0 && type.others === undefined;
      const others = isEmpty ? unknownType : type.others && inside(type.others);
      return properties === type.properties && others === type.others ? type : { ...type, properties, others };
    }
    case 'union':
    case 'intersection': {
      const isUnion = type.kind === 'union';
      const members = mapSame(type.members, (member) => receive(member, refer, isUnion || isUnionMember));
      return members === type.members ? type : { ...type, members };
    }
    default:
      return type;
  }
}

function receiveProperty(
  property: PropertyNode,
  inside: (type: TypeNode) => TypeNode,
  isUnionMember: boolean,
): PropertyNode {
  const type = isUnionMember && property.type.kind === 'literal' ? property.type : inside(property.type);
  return type === property.type ? property : { ...property, type };
}

function open(values: readonly (string | number | boolean | null)[]): TypeNode {
  const members: TypeNode[] = [];
  for (const base of ['string', 'number'] as const) {
    const known = values.filter((value) => typeof value === base) as (string | number)[];
    if (known.length > 0) members.push({ kind: 'open-enum', base, values: known });
  }
  if (values.some((value) => typeof value === 'boolean')) members.push({ kind: 'boolean' });
  if (values.includes(null)) members.push({ kind: 'null' });
  const [first, ...others] = members;
  return first !== undefined && others.length === 0 ? first : { kind: 'union', members };
}
