import { leftOutOf } from '../left-out.js';
import type { Rule } from '../rule.js';
import { coveredAlternatives } from '../satisfiability/unsatisfiable.js';

/** An alternative of oneOf that another one covers can never be the only one that fits. */
export const distinctAlternative: Rule = {
  id: 'distinct-alternative',
  sentence: 'Every alternative of oneOf accepts a value that no other accepts.',
  check(catalog, report) {
    const { partial } = leftOutOf(catalog);
    for (const { file, path, schema, index, other, isSame } of coveredAlternatives(catalog)) {
      const branches = [schema.oneOf?.[index], schema.oneOf?.[other]];
      if (branches.some((branch) => partial.has(typeof branch === 'boolean' ? schema : branch))) continue;
      const message = isSame
        ? `This accepts the same as alternative ${other + 1}, and oneOf accepts what fits exactly one: remove it.`
        : `Whatever fits this fits alternative ${other + 1} too, and oneOf accepts what fits exactly one: remove it, or write anyOf.`;
      report(file, [...path, 'oneOf', index], message);
    }
  },
};
