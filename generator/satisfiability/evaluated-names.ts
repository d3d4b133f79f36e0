import type { Analyzer } from './conflict.js';
import type { ObjectSite, Site } from './site.js';

/**
 * Whether a property may count as evaluated where `unevaluatedProperties` stands (JSON Schema 2020-12 Core, section 11.3):
 * by the schema itself, or by one that it applies to the same object.
 *
 * @param site - The schema that holds `unevaluatedProperties`.
 * @param name - The property.
 * @param analyzer - Knows the schemas that apply in place.
 */
export function mayEvaluate(site: ObjectSite, name: string, analyzer: Analyzer): boolean {
  const seen = new Set<Site['schema']>([site.schema]);
  const open = analyzer.inPlace(site);
  if (evaluates(site.schema, name, analyzer)) return true;
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    if (seen.has(inner.schema)) continue;
    seen.add(inner.schema);
    if (typeof inner.schema === 'boolean') continue;
    if (evaluates(inner.schema, name, analyzer) || (inner.schema.unevaluatedProperties ?? false) !== false) return true;
    open.push(...analyzer.inPlace(inner));
  }
  return false;
}

function evaluates(schema: ObjectSite['schema'], name: string, analyzer: Analyzer): boolean {
  const { properties = {}, patternProperties = {}, additionalProperties = false } = schema;
  return (
    Object.hasOwn(properties, name) ||
    additionalProperties !== false ||
    Object.keys(patternProperties).some((pattern) => analyzer.matches(pattern, name) !== false)
  );
}
