import type { JsonSchema, SchemaObject } from './json-schema.js';

/** Keywords whose subschemas evaluate properties and items too (JSON Schema 2020-12, section 11). */
const evaluatingKeywords = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas', 'contains'] as const;

/** What a schema says of unevaluated values, where nothing but its own keywords evaluates any. */
export function unevaluated(
  schema: SchemaObject,
  keyword: 'unevaluatedItems' | 'unevaluatedProperties',
): JsonSchema | undefined {
  return evaluatingKeywords.some((name) => schema[name] !== undefined) ? undefined : schema[keyword];
}
