import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { pointerText, valueAt } from '../schema/pointer.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites, rootSites } from '../catalog/schema-site.js';
import { References } from '../schema/references.js';
import { withUsers } from './schema-users.js';

/**
 * The schemas that have an error, hold or refer to one that has, or refer to what is not known. What they accept is not yet
 * what is meant, so that no value and no other schema is checked against them.
 *
 * @param catalog - A catalog.
 * @param reporter - Holds the errors found so far.
 */
export function flawedSchemas(catalog: Catalog, reporter: Reporter): ReadonlySet<unknown> {
  if (!reporter.hasErrors) return new Set();
  const sites = allSites(catalog);
  const schemas = new Set<unknown>(sites.map(({ schema }) => schema));
  const places = new Set<string>();
  const flawed = new Set<unknown>();
  for (const { file } of rootSites(catalog)) {
    for (const path of reporter.errorPaths(file)) {
      places.add(placeOf(file, path));
      flawed.add(innermostSchema(file, path, schemas));
    }
  }
  for (const { file, schema } of sites) {
    if (typeof schema === 'boolean' || schema.$ref === undefined) continue;
    const target = catalog.references.resolve(schema.$ref, file);
    // The place counts too: a schema of the wrong structure is `true` now, and one `true` is not another.
    if (
      'problem' in target ||
      places.has(placeOf(target.file, [...References.schemaPath(target.file), ...target.pointer]))
    )
      flawed.add(schema);
  }
  return withUsers(flawed, catalog);
}

function placeOf(file: SourceFile, path: Path): string {
  return `${file.path}#${pointerText(path)}`;
}

/** The innermost schema on the way to a value. */
function innermostSchema({ value }: SourceFile, path: Path, schemas: ReadonlySet<unknown>): unknown {
  let found: unknown;
  for (const depth of [...path.keys(), path.length]) {
    const inner = valueAt(value, path.slice(0, depth));
    if (isJsonObject(inner) && schemas.has(inner)) found = inner;
  }
  return found;
}
