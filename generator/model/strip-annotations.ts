import type { JsonSchema } from '../schema/json-schema.js';
import { assertions, keywordsAmong, mapSchemas, walkSchema } from '../schema/keywords.js';

/**
 * A schema with nothing but what a validator checks: no annotations, no definitions. What `$ref` holds is the name of the
 * type that it means. As a whole, in maps and in lists it is an object: a compiler checks literals of one type several times
 * as fast as those of a union.
 */
export type StrippedSchema = JsonSchema;

const assertionsOf = keywordsAmong(assertions);

/** Strips a schema of all that a validator does not check. */
export function stripAnnotations(schema: JsonSchema, nameOf: (reference: string) => string): StrippedSchema {
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
