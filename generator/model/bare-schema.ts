import type { JsonSchema } from '../schema/json-schema.js';
import { keywords, keywordsAmong, mapSchemas } from '../schema/keywords.js';

/**
 * A schema with nothing but what a validator checks: no annotations, no definitions. What `$ref` holds is the name of the
 * type that it means. As a whole, in maps and in lists it is an object: a compiler checks literals of one type several times
 * as fast as those of a union.
 */
export type BareSchema = JsonSchema;

/** `$defs` only holds what references reach, and each of these has a name of its own. */
const leftOut: ReadonlySet<string> = new Set(['$defs', 'x-known-values']);
const assertionsOf = keywordsAmong(
  keywords.filter(({ name, effect }) => effect !== 'annotation' && !leftOut.has(name)),
);

/**
 * Strips a schema of all that a validator does not check.
 *
 * @param schema - A checked schema.
 * @param nameOf - Gives the name of the type that a `$ref` means.
 */
export function bareSchema(schema: JsonSchema, nameOf: (reference: string) => string): BareSchema {
  if (typeof schema === 'boolean') return schema ? {} : { not: {} };
  const entries = assertionsOf(schema).map(({ name, holds }) => {
    if (name === '$ref') return [name, nameOf(schema.$ref ?? '')] as const;
    const isAlone = holds === 'schema' && typeof schema[name] === 'boolean';
    return [
      name,
      isAlone ? schema[name] : mapSchemas(schema[name], holds, (inner) => bareSchema(inner, nameOf)),
    ] as const;
  });
  return Object.fromEntries(entries);
}
