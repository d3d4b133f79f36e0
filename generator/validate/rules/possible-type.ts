import type { Rule } from '../rule.js';
import { impossibleKinds } from '../satisfiability/unsatisfiable.js';

/** A kind of values that cannot occur misleads readers. */
export const possibleType: Rule = {
  id: 'possible-type',
  sentence: 'Of every kind of values that a type lists, some value fits.',
  check(catalog, report) {
    for (const { site, at, message } of impossibleKinds(catalog)) report(site.file, [...site.path, ...at], message);
  },
};
