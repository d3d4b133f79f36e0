import type { Rule } from '../rule.js';
import { unjudged, unsatisfiable } from '../satisfiability/unsatisfiable.js';
import { noteUnanalysed } from '../unanalysed.js';

/** What nothing fits cannot be sent. */
export const satisfiableSchema: Rule = {
  id: 'satisfiable-schema',
  sentence: 'Every schema but `false` accepts some value.',
  check(catalog, report) {
    for (const { site, at, message } of unsatisfiable(catalog)) report(site.file, [...site.path, ...at], message);
    for (const sites of unjudged(catalog)) {
      const places = sites.map(({ file, path }) => ({ file, path, part: 'value' as const }));
      noteUnanalysed(
        catalog,
        places,
        'schema',
        (what) =>
          `Whether any value fits ${what} was not found out, since that takes too long: use fewer or simpler patterns, lists of values and alternatives.`,
      );
    }
  },
};
