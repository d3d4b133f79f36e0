import { canonical } from '../../../templates/typescript/src/validators/runtime/canonical.js';
import { eachSchema } from '../../validate/rule.js';
import type { LintRule } from '../rule.js';

/** What is repeated adds nothing, and may have been meant as another value. */
export const distinctValue: LintRule = {
  id: 'distinct-value',
  sentence: 'No `enum` lists a value twice.',
  check: eachSchema((schema, report) => {
    const first = new Map<string | undefined, number>();
    for (const [index, value] of (schema.enum ?? []).entries()) {
      const text = canonical(value);
      const before = first.get(text);
      if (before === undefined) first.set(text, index);
      else report(['enum', index], `This repeats item ${before + 1} of the list: remove one.`);
    }
  }),
};
