import { allSites } from '../../catalog/schema-site.js';
import type { Rule } from '../rule.js';

/** The keyword is for texts: beside anything else it would be ignored. */
export const knownValuesOfStrings: Rule = {
  id: 'known-values-of-strings',
  sentence: 'x-known-values stands beside type: string.',
  check(catalog, report, flawed) {
    for (const { file, path, schema } of allSites(catalog)) {
      if (schema['x-known-values'] === undefined || flawed.has(schema)) continue;
      const types = [schema.type ?? []].flat();
      if (!types.includes('string'))
        report(file, [...path, 'x-known-values'], 'x-known-values needs type: string beside it: add it.', 'key');
    }
  },
};
