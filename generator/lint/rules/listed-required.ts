import { unlistedNames } from '../../validate/unlisted-names.js';
import type { LintRule } from '../rule.js';

/** A required property that nothing describes is of any type, or a slip. */
export const listedRequired: LintRule = {
  id: 'listed-required',
  sentence:
    'Every name in `required` is a property that some schema of its object lists, unless one of them invites others with `additionalProperties`, `patternProperties` or `propertyNames`.',
  check({ catalog }, report) {
    for (const { file, path, name, isInvited } of unlistedNames(catalog)) {
      const message = `There is no property ${JSON.stringify(name)}: add it to properties, or remove it here.`;
      if (!isInvited) report({ file, path }, message);
    }
  },
};
