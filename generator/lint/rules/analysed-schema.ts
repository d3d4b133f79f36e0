import { unanalysed } from '../../validate/unanalysed.js';
import type { LintRule } from '../rule.js';

/** Mistakes that stay unfound are told nowhere else. */
export const analysedSchema: LintRule = {
  id: 'analysed-schema',
  sentence:
    'Whether any value fits a schema, and whether a pattern backtracks without end, can be found out in moderate time.',
  check: ({ catalog }) => unanalysed(catalog),
};
