import type { SchemaSite } from '../../catalog/schema-site.js';
import type { Judge, ObjectSite } from './conflict.js';

/**
 * Whether a property may count as evaluated where `unevaluatedProperties` stands (JSON Schema 2020-12 Core, section 11.3):
 * by the schema itself, or by one that it applies to the same object.
 *
 * @param site - The schema that holds `unevaluatedProperties`.
 * @param name - The property.
 * @param judge - Knows the schemas that apply in place.
 */
export function mayEvaluate(site: ObjectSite, name: string, judge: Judge): boolean {
  const seen = new Set<SchemaSite['schema']>([site.schema]);
  const open = judge.inPlace(site);
  if (evaluates(site.schema, name, judge)) return true;
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    if (seen.has(inner.schema)) continue;
    seen.add(inner.schema);
    if (typeof inner.schema === 'boolean') continue;
    if (evaluates(inner.schema, name, judge) || (inner.schema.unevaluatedProperties ?? false) !== false) return true;
    open.push(...judge.inPlace(inner));
  }
  return false;
}

function evaluates(schema: ObjectSite['schema'], name: string, judge: Judge): boolean {
  const { properties = {}, patternProperties = {}, additionalProperties = false } = schema;
  return (
    Object.hasOwn(properties, name) ||
    additionalProperties !== false ||
    Object.keys(patternProperties).some((pattern) => judge.matches(pattern, name) !== false)
  );
}
