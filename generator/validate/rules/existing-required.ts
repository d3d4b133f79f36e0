import { didYouMean } from '../../text/suggest.js';
import { missingProperties } from '../required-properties.js';
import type { Rule } from '../rule.js';

/** A required name that is misspelt makes every payload invalid. */
export const existingRequired: Rule = {
  id: 'existing-required',
  sentence:
    'Every name in required, dependentRequired and dependentSchemas is a property of some schema of its object, unless one of them says with additionalProperties, patternProperties or propertyNames that others may be there.',
  check(catalog, report, flawed) {
    for (const { site, at, part, name, known } of missingProperties(catalog, flawed)) {
      const hint = didYouMean(name, known) || ' Add it to properties, or remove it here.';
      report(site.file, [...site.path, ...at], `There is no property ${JSON.stringify(name)}.${hint}`, part);
    }
  },
};
