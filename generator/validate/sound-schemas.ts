import type { Reporter } from '../diagnostics/reporter.js';
import { isJsonObject, type Json, type Path } from '../json.js';
import type { SourceFile } from '../load/source.js';
import { valueAt } from '../schema/pointer.js';
import { canonicalText } from '../schema/canonical-text.js';
import type { Catalog } from '../catalog/catalog.js';
import { leftOutOf } from './left-out.js';
import type { References } from '../schema/references.js';
import { allSites, rootSites } from '../catalog/schema-site.js';
import { withUsers } from './schema-users.js';

/**
 * Tells which schemas have no error so far, neither in themselves nor in what they refer to: what others say of a value is
 * not yet what is meant.
 *
 * @param catalog - A catalog.
 * @param reporter - Holds the errors found so far.
 * @returns Tells it of a schema of the catalog.
 */
export function soundSchemas(catalog: Catalog, reporter: Reporter): (schema: unknown) => boolean {
  if (!reporter.hasErrors) return () => true;
  // What was left out, or is none, only lets the rest accept more, but for these. Only objects: `true` here is not `true` there.
  const wrong = new Set<unknown>(leftOutOf(catalog).narrowed);
  for (const { file } of rootSites(catalog)) {
    const isRepetition = repetitionsIn(file.value);
    const isReplaced = replacementsIn(file, catalog.references);
    for (const path of reporter.errorPaths(file)) {
      if (isRepetition(path) || isReplaced(path)) continue;
      for (const depth of [...path.keys(), path.length]) {
        const value = valueAt(file.value, path.slice(0, depth));
        if (isJsonObject(value)) wrong.add(value);
      }
    }
  }
  for (const { file, schema } of allSites(catalog)) {
    if (typeof schema === 'boolean' || schema.$ref === undefined) continue;
    const target = catalog.references.resolve(schema.$ref, file);
    if ('problem' in target) wrong.add(schema);
  }
  const unsound = withUsers(wrong, catalog);
  return (schema) => !unsound.has(schema);
}

/** Tells which paths of a file lead to nothing, or to `true` in place of what is no schema. */
function replacementsIn(file: SourceFile, references: References): (path: Path) => boolean {
  return (path) => {
    const value = valueAt(file.value, path);
    return value === undefined || (value === true && valueAt(references.written(file), path) !== true);
  };
}

/** Tells which paths of a file lead to items of a list that repeat earlier ones, which change nothing of what a schema means. */
function repetitionsIn(root: Json): (path: Path) => boolean {
  const repeated = new Map<Json | undefined, ReadonlySet<unknown>>();
  return (path) => {
    const list = valueAt(root, path.slice(0, -1));
    const indexes = repeated.get(list) ?? repeatedIndexes(list);
    repeated.set(list, indexes);
    return indexes.has(path.at(-1));
  };
}

function repeatedIndexes(list: Json | undefined): ReadonlySet<number> {
  if (!Array.isArray(list)) return new Set();
  const seen = new Set<string>();
  const items = (list as readonly Json[]).map(canonicalText);
  return new Set([...items.keys()].filter((index) => seen.size === seen.add(items[index] ?? '').size));
}
