import type { JsonSchema } from '../schema/json-schema.js';
import { walkSchema } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { mostReferences } from './endless-references.js';
import { allSites, rootSites, type SchemaSite } from '../catalog/schema-site.js';

/**
 * Finds references from which more references lead on, each from inside the schema that the one before it points at, than
 * readers of schemas can follow: they do so recursively.
 *
 * @param catalog - A catalog; references that point nowhere are passed over.
 * @returns Where the limit is passed, not all that lies above.
 */
export function deepReferences(catalog: Catalog): SchemaSite[] {
  const depths = referenceDepths(catalog);
  return allSites(catalog).filter((site) => {
    const target = targetOf(site, catalog);
    return target !== undefined && depths.get(target.schema) === mostReferences;
  });
}

/** How many references follow each other from a schema on; one that leads back adds nothing. */
function referenceDepths(catalog: Catalog): ReadonlyMap<JsonSchema, number> {
  const depths = new Map<JsonSchema, number>();
  const open: { readonly site: SchemaSite; readonly inner: readonly SchemaSite[] }[] = [];
  const enter = (site: SchemaSite): void => {
    depths.set(site.schema, 0);
    open.push({ site, inner: targetsInside(site, catalog) });
  };
  for (const root of rootSites(catalog)) {
    if (!depths.has(root.schema)) enter(root);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const next = last.inner.find(({ schema }) => !depths.has(schema));
      if (next !== undefined) {
        enter(next);
        continue;
      }
      const inner = last.inner.map(({ schema }) => depths.get(schema) ?? 0);
      depths.set(
        last.site.schema,
        inner.reduce((deepest, depth) => Math.max(deepest, depth + 1), 0),
      );
      open.pop();
    }
  }
  return depths;
}

/** What the references inside a schema point at; definitions count where they are referred to. */
function targetsInside({ file, schema }: SchemaSite, catalog: Catalog): SchemaSite[] {
  const targets: SchemaSite[] = [];
  walkSchema(schema, [], (inner, path) => {
    const target = path.includes('$defs') ? undefined : targetOf({ file, path, schema: inner }, catalog);
    if (target !== undefined) targets.push(target);
  });
  return targets;
}

function targetOf({ file, schema }: SchemaSite, { references }: Catalog): SchemaSite | undefined {
  if (typeof schema === 'boolean' || schema.$ref === undefined) return undefined;
  const target = references.resolve(schema.$ref, file);
  return 'problem' in target ? undefined : { file: target.file, path: target.pointer, schema: target.schema };
}
