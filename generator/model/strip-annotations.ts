import type { JsonSchema } from '../schema/json-schema.js';
import { assertions, keywordsAmong, mapSchemas, walkSchema } from '../schema/keywords.js';

const assertionsOf = keywordsAmong(assertions);

/**
 * Strips a schema of all that a validator does not check, definitions too; a `$ref` then holds the name of the type that it
 * means. As a whole, in maps and in lists it is an object: a compiler checks literals of one type much faster than of a union.
 */
export function stripAnnotations(schema: JsonSchema, nameOf: (reference: string) => string): JsonSchema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const entries = assertionsOf(schema).map(({ name, holds }) => {
    if (name === '$ref') return [name, nameOf(schema.$ref ?? '')] as const;
    const isAlone = holds === 'schema' && typeof schema[name] === 'boolean';
    return [
      name,
      isAlone ? schema[name] : mapSchemas(schema[name], holds, (inner) => stripAnnotations(inner, nameOf)),
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** What the references in a schema hold; of a stripped one, names of types. */
export function schemaReferences(schema: JsonSchema): string[] {
  const names: string[] = [];
  walkSchema(schema, [], (inner) => {
    if (typeof inner === 'object' && inner.$ref !== undefined) names.push(inner.$ref);
  });
  return names;
}
