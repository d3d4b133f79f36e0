import type { Json } from '../json.js';
import { getOrInsert } from '../lazy.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { isInPlace, subschemas, type Subschema } from '../schema/keywords.js';
import { valueAt } from '../schema/pointer.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';

/** Collects the values that examples of messages, and schemas themselves, give for each schema of a catalog. */
export function collectValues(catalog: Catalog): ReadonlyMap<JsonSchema, ReadonlySet<Json>> {
  const values = new Map<JsonSchema, Set<Json>>();
  /** Files a value under a schema and under those for it or its parts, also where they are alternatives or conditions. */
  const spread = ({ file, schema }: Pick<SchemaSite, 'file' | 'schema'>, value: Json): void => {
    if (typeof schema === 'boolean') return;
    const known = getOrInsert(values, schema, () => new Set());
    // Alternatives that lead to one schema are followed once.
    if (known.has(value)) return;
    known.add(value);
    const target = catalog.references.targetOf({ file, schema });
    if (target !== undefined) spread(target, value);
    for (const inner of subschemas(schema))
      for (const part of partsAt(value, inner)) spread({ file, schema: inner.schema }, part);
  };
  for (const { file, payload: schema, examples } of catalog.messages)
    for (const { payload } of examples) spread({ file, schema }, payload);
  for (const site of allSites(catalog)) {
    const { schema } = site;
    const own = [...(schema.examples ?? []), ...(schema.enum ?? []), ...(schema['x-known-values'] ?? [])];
    for (const value of [...own, schema.default, schema.const]) if (value !== undefined) spread(site, value);
  }
  return values;
}

/** Keywords whose schemas are about no part of a value that has a name of its own. */
const apart: ReadonlySet<unknown> = new Set(['$defs', 'definitions', 'contentSchema', 'propertyNames']);

/** The parts of a value that a schema inside a schema may be about. */
function partsAt(value: Json, inner: Subschema): readonly Json[] {
  const [keyword, key] = inner.path;
  if (isInPlace(inner)) return [value];
  if (typeof value !== 'object' || value === null || apart.has(keyword)) return [];
  if (keyword !== 'properties') return Object.values(value) as Json[];
  const part = valueAt(value, [String(key)]);
  return part === undefined ? [] : [part];
}
