import type { JsonSchema, SchemaObject } from './json-schema.js';
import { contentOf, mapSchemas } from './keywords.js';

/** A schema with something else in place of each in it that is an object, outermost first; the schemas inside that come next. */
export function mapSchema(schema: JsonSchema, change: (schema: SchemaObject) => SchemaObject): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const entries = Object.entries(change(schema)).map(([name, content]: [string, unknown]) => [
    name,
    mapSchemas(content, contentOf(name), (inner) => mapSchema(inner, change)),
  ]);
  return Object.fromEntries(entries) as SchemaObject;
}

/** Keywords that name a schema by an address, which no reference needs where each leads to a pointer. */
const addresses: ReadonlySet<string> = new Set(['$schema', '$id', '$anchor']);

/**
 * A schema with its references led elsewhere, and without what only they needed.
 *
 * @param address - Gives what a `$ref` is to hold.
 * @param dropped - Further keywords that are left out. Default: none.
 */
export function redirectReferences(
  schema: JsonSchema,
  address: (reference: string) => string,
  dropped: readonly string[] = [],
): JsonSchema {
  return mapSchema(schema, (each) => {
    const entries = Object.entries(each).filter(([name]) => !addresses.has(name) && !dropped.includes(name));
    return Object.fromEntries(
      entries.map(([name, content]) => [name, name === '$ref' ? address(String(content)) : content]),
    ) as SchemaObject;
  });
}
