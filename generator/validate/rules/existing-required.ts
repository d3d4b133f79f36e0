import { nearest } from '../../text/suggest.js';
import type { Rule } from '../rule.js';
import { unlistedNames } from '../unlisted-names.js';

/** A required name that is misspelt, or that the object forbids, makes every payload invalid. */
export const existingRequired: Rule = {
  id: 'existing-required',
  sentence: 'No required name is one or two letters away from a property of its object, and none is forbidden.',
  check({ catalog, flawed }, report) {
    for (const { file, path, name, listed, isClosed } of unlistedNames(catalog, flawed)) {
      const meant = nearest(name, listed);
      if (meant === undefined && !isClosed) continue;
      const advice = meant === undefined ? 'Add it to properties, or remove it here.' : `Did you mean "${meant}"?`;
      report({ file, path }, `There is no property ${JSON.stringify(name)}. ${advice}`);
    }
  },
};
