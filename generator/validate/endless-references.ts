import type { JsonSchema } from '../schema/json-schema.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';

/** Keywords whose schemas apply to the very value that the outer schema applies to. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'] as const;

/** So many schemas may follow each other by references and in-place keywords. */
export const mostReferences = 100;

/** A reference that leads back to itself, or too far on. */
export interface EndlessReference extends SchemaSite {
  readonly isCircle: boolean;
}

/**
 * Finds references that lead back to themselves without descending into the value: such a schema has no meaning
 * (JSON Schema Core 2020-12, section 9.4.1). Finds those too that lead through more schemas than any reader follows.
 *
 * @param catalog - A catalog; references that point nowhere are passed over.
 * @returns One reference of each circle, and of each chain.
 */
export function endlessReferences(catalog: Catalog): EndlessReference[] {
  const told = new Set<JsonSchema>();
  return allSites(catalog).flatMap((site) => {
    if (typeof site.schema === 'boolean' || site.schema.$ref === undefined || told.has(site.schema)) return [];
    const way = followInPlace(site, catalog);
    if (way === undefined || way.schemas.some((schema) => told.has(schema))) return [];
    for (const schema of way.isCircle ? way.schemas : reachable(site, catalog)) told.add(schema);
    return [{ ...site, isCircle: way.isCircle }];
  });
}

interface Way {
  readonly schemas: readonly JsonSchema[];
  readonly isCircle: boolean;
}

/** The way from a schema back to itself, or as far as may be followed; `undefined` where all ways end before. */
function followInPlace(start: SchemaSite, catalog: Catalog): Way | undefined {
  const seen = new Set<JsonSchema>();
  const follow = (site: SchemaSite, way: readonly JsonSchema[]): Way | undefined => {
    if (way.length > mostReferences) return { schemas: way, isCircle: false };
    for (const next of nextInPlace(site, catalog)) {
      if (next.schema === start.schema) return { schemas: way, isCircle: true };
      if (seen.has(next.schema)) continue;
      seen.add(next.schema);
      const found = follow(next, [...way, next.schema]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return follow(start, [start.schema]);
}

function reachable(start: SchemaSite, catalog: Catalog): ReadonlySet<JsonSchema> {
  const found = new Set<JsonSchema>([start.schema]);
  const open = [start];
  for (let site = open.pop(); site !== undefined; site = open.pop()) {
    for (const next of nextInPlace(site, catalog)) {
      if (found.has(next.schema)) continue;
      found.add(next.schema);
      open.push(next);
    }
  }
  return found;
}

function nextInPlace({ file, path, schema }: SchemaSite, { references }: Catalog): SchemaSite[] {
  if (typeof schema === 'boolean') return [];
  const inner = inPlace.flatMap((keyword) => schema[keyword] ?? []).map((each) => ({ file, path, schema: each }));
  const target = schema.$ref === undefined ? undefined : references.resolve(schema.$ref, file);
  if (target === undefined || 'problem' in target) return inner;
  return [...inner, { file: target.file, path: target.pointer, schema: target.schema }];
}
