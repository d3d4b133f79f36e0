import { fitting } from '../fitting-values.js';
import type { LintRule } from '../rule.js';

/** A reader that fills it in makes an invalid payload. */
export const validDefault: LintRule = {
  id: 'valid-default',
  sentence: 'Every `default` fits its schema.',
  check: fitting(['default'], 'This default does not fit its schema'),
};
