import type { LintRule } from '../rule.js';
import { misfitsAt } from '../schema-values.js';

/** Documentation shows it to callers. */
export const validSchemaExample: LintRule = {
  id: 'valid-schema-example',
  sentence: 'Every value in the `examples` of a schema fits it.',
  check: ({ catalog }) => misfitsAt(catalog, 'examples', 'This example does not fit its schema'),
};
