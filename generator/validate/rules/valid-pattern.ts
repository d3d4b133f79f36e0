import { allSites } from '../../catalog/schema-site.js';
import { patternsOf, syntaxProblem } from '../../schema/patterns.js';
import type { Rule } from '../rule.js';

/** The check at run time could not be made. */
export const validPattern: Rule = {
  id: 'valid-pattern',
  sentence: 'Every pattern is a regular expression.',
  check(catalog, report) {
    for (const { file, path, schema } of allSites(catalog)) {
      for (const { pattern, at, part } of patternsOf(schema)) {
        const problem = syntaxProblem(pattern);
        if (problem === undefined) continue;
        const message = `This is no regular expression with Unicode: ${problem}. Correct it, or escape what is meant as itself.`;
        report(file, [...path, ...at], message, part);
      }
    }
  },
};
