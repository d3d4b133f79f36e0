import { canonical } from '../../../templates/typescript/src/validators/runtime/canonical.js';
import { allSites } from '../../catalog/schema-site.js';
import type { Json, Path } from '../../json.js';
import { SchemaLinker } from '../../schema/link.js';
import { misfitsOf } from '../../validate/check-values.js';
import { eachSchema } from '../../validate/rule.js';
import type { LintRule } from '../rule.js';

/** Checks that the values that keywords give fit the schema that they stand in. */
function fitting(
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

/** Rules on the values that schemas give. */
export const valueRules: readonly LintRule[] = [
  {
    id: 'valid-default',
    // A reader that fills it in makes an invalid payload.
    sentence: 'Every `default` fits its schema.',
    check: fitting(['default'], 'This default does not fit its schema'),
  },
  {
    id: 'valid-schema-example',
    // Documentation shows it to callers.
    sentence: 'Every value in the `examples` of a schema fits it.',
    check: fitting(['examples'], 'This example does not fit its schema'),
  },
  {
    id: 'valid-known-value',
    // The type offers a value that is refused at run time.
    sentence: 'Every known value fits its schema.',
    check: fitting(['x-known-values'], 'This known value does not fit its schema'),
  },
  {
    id: 'possible-value',
    // The type offers a value that is refused at run time.
    sentence: 'Every value of an `enum` and every `const` fits the schema that it stands in.',
    check: fitting(['enum', 'const'], 'This value can never occur'),
  },
  {
    id: 'distinct-value',
    // What is repeated adds nothing, and may have been meant as another value.
    sentence: 'No `enum` lists a value twice.',
    check: eachSchema((schema, report) => {
      const first = new Map<string | undefined, number>();
      for (const [index, value] of (schema.enum ?? []).entries()) {
        const text = canonical(value);
        const before = first.get(text);
        if (before === undefined) first.set(text, index);
        else report(['enum', index], `This repeats item ${before + 1} of the list: remove one.`);
      }
    }),
  },
];
