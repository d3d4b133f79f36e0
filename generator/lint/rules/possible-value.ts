import { fitting } from '../fitting-values.js';
import type { LintRule } from '../rule.js';

/** The type offers a value that is refused at run time. */
export const possibleValue: LintRule = {
  id: 'possible-value',
  sentence: 'Every value of an `enum` and every `const` fits the schema that it stands in.',
  check: fitting(['enum', 'const'], 'This value can never occur'),
};
