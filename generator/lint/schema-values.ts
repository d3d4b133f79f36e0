import type { Catalog } from '../catalog/catalog.js';
import { allSites } from '../catalog/schema-site.js';
import type { Json, Path } from '../json.js';
import { SchemaLinker } from '../schema/link.js';
import { misfitsOf } from '../validate/misfits.js';
import type { Finding } from './rule.js';

/** A keyword that gives values of the schema that it stands in. */
type ValueKeyword = 'default' | 'const' | 'examples' | 'enum' | 'x-known-values';

/** Finds the values that a keyword gives and that do not fit the schema that it stands in. */
export function misfitsAt(catalog: Catalog, keyword: ValueKeyword, beginning: string): Finding[] {
  const linker = new SchemaLinker(catalog.references);
  return allSites(catalog).flatMap(({ file, path, schema }) => {
    if (schema[keyword] === undefined) return [];
    const isSingle = keyword === 'default' || keyword === 'const';
    const values: readonly (readonly [Json, Path])[] = isSingle
      ? [[schema[keyword] as Json, [keyword]]]
      : (schema[keyword] as readonly Json[]).map((value, index) => [value, [keyword, index]]);
    return values.flatMap(([value, at]) =>
      misfitsOf(value, linker.link(schema, file), beginning).map(({ path: within, part, message }) => ({
        file,
        path: [...path, ...at, ...within],
        part,
        message,
      })),
    );
  });
}
