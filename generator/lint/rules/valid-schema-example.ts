import { fitting } from '../fitting-values.js';
import type { LintRule } from '../rule.js';

/** Documentation shows it to callers. */
export const validSchemaExample: LintRule = {
  id: 'valid-schema-example',
  sentence: 'Every value in the `examples` of a schema fits it.',
  check: fitting(['examples'], 'This example does not fit its schema'),
};
