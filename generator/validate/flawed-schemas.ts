import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Json, type Path } from '../json.js';
import { valueAt } from '../schema/pointer.js';
import type { Catalog } from '../catalog/catalog.js';
import { allSites, rootSites } from '../catalog/schema-site.js';

/**
 * The schemas that have an error: what they accept is not yet what is meant, so that nothing is checked against them.
 */
export function flawedSchemas(catalog: Catalog, reporter: Reporter): ReadonlySet<unknown> {
  if (!reporter.hasErrors) return new Set();
  const schemas = new Set<unknown>(allSites(catalog).map(({ schema }) => schema));
  const innermost = (value: Json, path: Path): unknown =>
    [...path.keys(), path.length]
      .map((depth) => valueAt(value, path.slice(0, depth)))
      .findLast((inner) => isJsonObject(inner) && schemas.has(inner));
  return new Set(
    rootSites(catalog).flatMap(({ file }) => reporter.errorPaths(file).map((path) => innermost(file.value, path))),
  );
}
