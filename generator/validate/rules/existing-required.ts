import { nearest } from '../../text/suggest.js';
import type { Rule } from '../rule.js';
import { unlistedNames } from '../unlisted-names.js';

/** A required name that is misspelt, or that the object forbids, makes every payload invalid. */
export const existingRequired: Rule = {
  id: 'existing-required',
  sentence:
    'No name in required, dependentRequired and dependentSchemas is one or two letters away from a property of its object, and none that is required is forbidden.',
  check(catalog, report, flawed) {
    for (const { site, at, part, name, listed, isClosed } of unlistedNames(catalog, flawed)) {
      const meant = nearest(name, listed);
      const isForbidden = isClosed && part === 'value';
      if (meant === undefined && !isForbidden) continue;
      const advice = meant === undefined ? 'Add it to properties, or remove it here.' : `Did you mean "${meant}"?`;
      report(site.file, [...site.path, ...at], `There is no property ${JSON.stringify(name)}. ${advice}`, part);
    }
  },
};
