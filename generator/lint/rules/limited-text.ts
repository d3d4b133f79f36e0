import { allSites } from '../../catalog/schema-site.js';
import { matchingCost } from '../../schema/matching-cost.js';
import type { Finding, LintRule } from '../rule.js';

/** A long text could keep a service busy for minutes. */
export const limitedText: LintRule = {
  id: 'limited-text',
  sentence: 'Beside a `pattern` whose cost grows faster than the text stands `maxLength`.',
  check({ catalog }) {
    return allSites(catalog).flatMap(({ file, path, schema }): Finding[] => {
      if (schema.pattern === undefined || schema.maxLength !== undefined) return [];
      if (matchingCost(schema.pattern) !== 'polynomial') return [];
      const message =
        'The time of this pattern grows faster than the text, so that a long one takes minutes: add maxLength, or let no two parts that repeat match the same.';
      return [{ file, path: [...path, 'pattern'], message }];
    });
  },
};
