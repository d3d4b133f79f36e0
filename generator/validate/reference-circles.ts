import type { Catalog } from '../catalog/catalog.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { isInPlace, subschemas } from '../schema/keywords.js';

/** Schemas that lead back to themselves by references and keywords that are about the same value. */
export function circles(catalog: Catalog): (readonly JsonSchema[])[] {
  const found: (readonly JsonSchema[])[] = [];
  const seen = new Set<JsonSchema>();
  const open: JsonSchema[] = [];
  const follow = (site: SchemaSite): void => {
    const start = open.indexOf(site.schema);
    if (start >= 0) found.push(open.slice(start));
    if (seen.has(site.schema)) return;
    seen.add(site.schema);
    open.push(site.schema);
    const parts = subschemas(site.schema).filter(isInPlace);
    for (const { schema } of parts) follow({ ...site, schema });
    const target = catalog.references.targetOf(site);
    if (target !== undefined) follow(target);
    open.pop();
  };
  allSites(catalog).forEach(follow);
  return found;
}
