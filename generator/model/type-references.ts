import type { JsonSchema } from '../schema/json-schema.js';
import { walkSchema } from '../schema/keywords.js';
import { partsOf, type TypeNode } from './type-node.js';

/** Names of the types that a type refers to. */
export function typeReferences(type: TypeNode): string[] {
  return type.kind === 'reference' ? [type.name] : partsOf(type).flatMap(typeReferences);
}

/** Names of the types whose schemas a schema of the model refers to. */
export function schemaReferences(schema: JsonSchema): string[] {
  const names: string[] = [];
  walkSchema(schema, [], (inner) => {
    if (typeof inner === 'object' && inner.$ref !== undefined) names.push(inner.$ref);
  });
  return names;
}
