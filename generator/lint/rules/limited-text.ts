import { matchingCost } from '../../schema/matching-cost.js';
import { eachSchema } from '../../validate/rule.js';
import type { LintRule } from '../rule.js';

/** A long text could keep a service busy for minutes. */
export const limitedText: LintRule = {
  id: 'limited-text',
  sentence: 'Beside a `pattern` whose cost grows faster than the text stands `maxLength`.',
  check: eachSchema(({ pattern, maxLength }, report) => {
    if (pattern === undefined || maxLength !== undefined || matchingCost(pattern) !== 'polynomial') return;
    const message =
      'The time of this pattern grows faster than the text, so that a long one takes minutes: add maxLength, or let no two parts that repeat match the same.';
    report(['pattern'], message);
  }),
};
