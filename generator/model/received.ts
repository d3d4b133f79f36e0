import { allParts, mapParts, unionOf, unknownType, type TypeNode } from './type-node.js';

/**
 * Works out how types read. A backend newer than the client sends values that the client's catalog does not list, so
 * what is read is open where what is written is closed. A `const` that distinguishes the members of a union stays.
 *
 * @returns The tolerant variants of the types that need one, by the types' own names.
 */
export function receivedTypes(
  types: ReadonlyMap<string, { readonly type: TypeNode }>,
  rename: (name: string) => string,
): ReadonlyMap<string, TypeNode> {
  const members = new Set([...types.values()].flatMap(({ type }) => unionMembers(type)));
  const received = new Map<string, TypeNode>();
  // A type differs where one that it refers to does: repeat until none is added.
  for (let known = -1; known !== received.size;) {
    known = received.size;
    for (const [name, { type }] of types) {
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
  const members = allParts(type).flatMap((part) => (part.kind === 'union' ? part.members : []));
  return members.flatMap((member) => (member.kind === 'reference' ? [member.name] : []));
}

/** Returns the very same node where nothing in it changes. */
function receive(type: TypeNode, refer: (name: string) => string, isUnionMember: boolean): TypeNode {
  if (type.kind === 'literal') return open([type.value]);
  if (type.kind === 'enum') return open(type.values);
  if (type.kind === 'reference') {
    const name = refer(type.name);
    return name === type.name ? type : { kind: 'reference', name };
  }
  // An object of which nothing is known holds whatever comes later.
  if (type.kind === 'object' && type.properties.length === 0 && type.others === undefined)
    return { ...type, others: unknownType };
  const isAlternative = type.kind === 'union' || (type.kind === 'intersection' && isUnionMember);
  return mapParts(type, (part, property) =>
    isUnionMember && property !== undefined && part.kind === 'literal' ? part : receive(part, refer, isAlternative),
  );
}

function open(values: readonly (string | number | boolean | null)[]): TypeNode {
  const members: TypeNode[] = [];
  for (const base of ['string', 'number'] as const) {
    const known = values.filter((value) => typeof value === base) as (string | number)[];
    if (known.length > 0) members.push({ kind: 'open-enum', base, values: known });
  }
  if (values.some((value) => typeof value === 'boolean')) members.push({ kind: 'boolean' });
  if (values.includes(null)) members.push({ kind: 'null' });
  return unionOf(members);
}
