import type { TypeNode } from './type-node.js';

/**
 * Whether a type lists a property: itself, or one of those that it is made of.
 *
 * @param type - The type.
 * @param property - Name of the property.
 * @param typeOf - Gives the types that have names.
 */
export function listsProperty(
  type: TypeNode,
  property: string,
  typeOf: (name: string) => TypeNode | undefined,
): boolean {
  if (type.kind === 'object') return type.properties.some(({ name }) => name === property);
  if (type.kind === 'union' || type.kind === 'intersection') {
    return type.members.some((member) => listsProperty(member, property, typeOf));
  }
  const named = type.kind === 'reference' ? typeOf(type.name) : undefined;
  return named !== undefined && listsProperty(named, property, typeOf);
}
