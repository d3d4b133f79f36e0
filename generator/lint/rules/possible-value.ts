import type { LintRule } from '../rule.js';
import { misfitsAt } from '../schema-values.js';

const impossible = 'This value can never occur';

/** The type offers a value that is refused at run time. */
export const possibleValue: LintRule = {
  id: 'possible-value',
  sentence: 'Every value of an `enum` and every `const` fits the schema that it stands in.',
  check: ({ catalog }) => [...misfitsAt(catalog, 'enum', impossible), ...misfitsAt(catalog, 'const', impossible)],
};
