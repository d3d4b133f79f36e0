import { fitting } from '../fitting-values.js';
import type { LintRule } from '../rule.js';

/** The type offers a value that is refused at run time. */
export const validKnownValue: LintRule = {
  id: 'valid-known-value',
  sentence: 'Every known value fits its schema.',
  check: fitting(['x-known-values'], 'This known value does not fit its schema'),
};
