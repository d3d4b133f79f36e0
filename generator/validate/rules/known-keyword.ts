import { allSites } from '../../catalog/schema-site.js';
import type { Rule } from '../rule.js';
import { meantKeyword, unknownKeywords } from '../unknown-keywords.js';

/** What a misspelt keyword should have said would hold nowhere. */
export const knownKeyword: Rule = {
  id: 'known-keyword',
  sentence: 'Every key is one that its place knows; in a schema, none is one or two letters away from a known one.',
  check(catalog, report) {
    for (const { file, path, schema } of allSites(catalog)) {
      for (const name of unknownKeywords(schema)) {
        const meant = meantKeyword(name);
        if (meant === undefined) continue;
        report(file, [...path, name], `${JSON.stringify(name)} is not known here. Did you mean "${meant}"?`, 'key');
      }
    }
  },
};
