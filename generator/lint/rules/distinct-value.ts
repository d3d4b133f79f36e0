import { canonical } from '../../../templates/typescript/src/validators/runtime/canonical.js';
import { allSites } from '../../catalog/schema-site.js';
import type { Finding, LintRule } from '../rule.js';

/** What is repeated adds nothing, and may have been meant as another value. */
export const distinctValue: LintRule = {
  id: 'distinct-value',
  sentence: 'No `enum` lists a value twice.',
  check({ catalog }) {
    return allSites(catalog).flatMap(({ file, path, schema }) => {
      const first = new Map<string | undefined, number>();
      return (schema.enum ?? []).flatMap((value, index): Finding[] => {
        const text = canonical(value);
        const before = first.get(text);
        if (before === undefined) return first.set(text, index) && [];
        const message = `This repeats item ${before + 1} of the list: remove one.`;
        return [{ file, path: [...path, 'enum', index], message }];
      });
    });
  },
};
