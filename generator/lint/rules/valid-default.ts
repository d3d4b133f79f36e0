import type { LintRule } from '../rule.js';
import { misfitsAt } from '../schema-values.js';

/** A reader that fills it in makes an invalid payload. */
export const validDefault: LintRule = {
  id: 'valid-default',
  sentence: 'Every `default` fits its schema.',
  check: ({ catalog }) => misfitsAt(catalog, 'default', 'This default does not fit its schema'),
};
