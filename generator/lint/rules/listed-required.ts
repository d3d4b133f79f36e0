import { unlistedNames } from '../../validate/unlisted-names.js';
import type { LintRule } from '../rule.js';

/** A required property that nothing describes is of any type, or a slip. */
export const listedRequired: LintRule = {
  id: 'listed-required',
  sentence:
    'Every name in `required`, `dependentRequired` and `dependentSchemas` is a property that some schema of its object lists, unless one of them invites others with `additionalProperties`, `patternProperties` or `propertyNames`.',
  check({ catalog }) {
    return unlistedNames(catalog)
      .filter(({ isInvited }) => !isInvited)
      .map(({ site, at, part, name }) => ({
        file: site.file,
        path: [...site.path, ...at],
        part,
        message: `There is no property ${JSON.stringify(name)}: add it to properties, or remove it here.`,
      }));
  },
};
