import type { LintRule } from '../rule.js';

/** An alternative that another one covers is never the only one that fits. */
export const distinctAlternative: LintRule = {
  id: 'distinct-alternative',
  sentence: 'Every alternative of `oneOf` accepts a value that no other accepts.',
  check({ analysis }, report) {
    const { covered, placeOf } = analysis();
    for (const { site, index, other, isSame } of covered) {
      const message = isSame
        ? `This accepts the same as alternative ${other + 1}, and oneOf accepts what fits exactly one: remove it.`
        : `Whatever fits this fits alternative ${other + 1} too, and oneOf accepts what fits exactly one: remove it, or write anyOf.`;
      report(placeOf({ site, at: ['oneOf', index] }), message);
    }
  },
};
