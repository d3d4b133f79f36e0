import { allSites } from '../catalog/schema-site.js';
import type { Json, Path } from '../json.js';
import { SchemaLinker } from '../schema/link.js';
import { misfitsOf } from '../validate/check-values.js';
import type { LintRule } from './rule.js';

/** Checks that the values that keywords give fit the schema that they stand in. */
export function fitting(
  keywords: readonly ('default' | 'const' | 'examples' | 'enum' | 'x-known-values')[],
  beginning: string,
): LintRule['check'] {
  return ({ catalog }, report) => {
    const linker = new SchemaLinker(catalog.references);
    for (const { file, path, schema } of allSites(catalog)) {
      for (const keyword of keywords) {
        const given = schema[keyword];
        if (given === undefined) continue;
        const isSingle = keyword === 'default' || keyword === 'const';
        const values: readonly (readonly [Json, Path])[] = isSingle
          ? [[given, [keyword]]]
          : (given as readonly Json[]).map((value, index) => [value, [keyword, index]]);
        for (const [value, at] of values)
          for (const { path: within, part, message } of misfitsOf(value, linker.link(schema, file), beginning))
            report({ file, path: [...path, ...at, ...within] }, message, { part });
      }
    }
  };
}
