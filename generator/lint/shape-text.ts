import { compareText } from '../diagnostics/diagnostic.js';
import type { Json } from '../json.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaMap, SchemaObject } from '../schema/json-schema.js';
import { keywords, keywordsAmong, type Keyword } from '../schema/keywords.js';
import type { References } from '../schema/references.js';

/** Keywords that say which values fit; whether they are secret counts as if it did. */
const assertionsOf = keywordsAmong(
  keywords.filter(({ name, effect }) => effect !== 'annotation' || name === 'x-secret'),
);

/**
 * Writes down which values a schema admits, the same for schemas that differ only in their documentation and in the order
 * of their keys.
 *
 * @param schema - A checked schema.
 * @param file - The file that it stands in.
 * @param references - Find what `$ref` points at.
 */
export function shapeText(schema: JsonSchema, file: SourceFile, references: References): string {
  const contentOf = (inner: SchemaObject, { name, holds }: Keyword): unknown => {
    if (name === '$ref') {
      const { file: target, pointer } = references.target(inner.$ref ?? '', file);
      return [target.path, ...pointer];
    }
    if (name === 'required') return inner.required?.toSorted();
    const content = inner[name] as Json;
    if (holds === 'schema') return canonical(content as JsonSchema);
    if (holds === 'list') return (content as readonly JsonSchema[]).map(canonical);
    if (holds === 'value') return content;
    const entries = Object.entries(content as SchemaMap).toSorted(([a], [b]) => compareText(a, b));
    return entries.map(([key, each]) => [key, canonical(each)]);
  };
  const canonical = (inner: JsonSchema): unknown =>
    typeof inner === 'boolean'
      ? inner
      : assertionsOf(inner).map((keyword) => [keyword.name, contentOf(inner, keyword)]);
  return JSON.stringify(canonical(schema));
}
