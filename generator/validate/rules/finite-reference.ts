import { endlessReferences, mostReferences } from '../endless-references.js';
import { deepReferences } from '../reference-depth.js';
import type { Rule } from '../rule.js';

/** Such a schema has no meaning (JSON Schema Core 2020-12, section 9.4.1), or nobody can follow it. */
export const finiteReference: Rule = {
  id: 'finite-reference',
  sentence: 'No schema refers to itself without a property or item in between.',
  check(catalog, report) {
    const endless = endlessReferences(catalog);
    for (const { file, path, isCircle } of endless) {
      const message = isCircle
        ? 'This reference leads back to itself without end: put a property or an item in between.'
        : `This reference leads on to more than ${mostReferences} others: refer to the last one.`;
      report(file, [...path, '$ref'], message);
    }
    for (const { file, path } of endless.length > 0 ? [] : deepReferences(catalog)) {
      const message = `From here on more than ${mostReferences} references follow each other: flatten these schemas.`;
      report(file, [...path, '$ref'], message);
    }
  },
};
