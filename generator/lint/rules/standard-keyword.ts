import { allSites } from '../../catalog/schema-site.js';
import { otherDialectKeyword } from '../../validate/other-dialects.js';
import { unknownKeywords } from '../../validate/unknown-keywords.js';
import type { Finding, LintRule } from '../rule.js';

/** What such a keyword says holds nowhere. */
export const standardKeyword: LintRule = {
  id: 'standard-keyword',
  sentence: 'Every keyword of a schema is one of JSON Schema 2020-12, or its name begins with `x-`.',
  check({ catalog }) {
    return allSites(catalog).flatMap(({ file, path, schema }): Finding[] => {
      const unknown = unknownKeywords(schema).filter((name) => !name.startsWith('x-'));
      if (schema.definitions !== undefined) unknown.push('definitions');
      return unknown.map((name) => {
        const advice = otherDialectKeyword(name, schema) ?? 'Remove it, or let its name begin with x-.';
        const effect = name === 'definitions' ? 'is an old name' : 'is no keyword of JSON Schema 2020-12, and ignored';
        return { file, path: [...path, name], part: 'key', message: `${JSON.stringify(name)} ${effect}. ${advice}` };
      });
    });
  },
};
