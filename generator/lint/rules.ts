import type { LintRule } from './rule.js';
import { descriptionInformative } from './rules/description-informative.js';
import { descriptionPresent } from './rules/description-present.js';
import { examplePerRequest } from './rules/example-per-request.js';
import { existingException } from './rules/existing-exception.js';
import { secretMarked } from './rules/secret-marked.js';
import { shapeWrittenOnce } from './rules/shape-written-once.js';
import { timestampFormat } from './rules/timestamp-format.js';
import { usedType } from './rules/used-type.js';

/** Every lint rule, in the order of the documentation. */
export const lintRules: readonly LintRule[] = [
  descriptionPresent,
  descriptionInformative,
  secretMarked,
  timestampFormat,
  examplePerRequest,
  usedType,
  shapeWrittenOnce,
  existingException,
];

/**
 * The documentation of rules: a Markdown table, one line a rule.
 *
 * @param rules - In the order of the table.
 */
export function rulesTable(rules: readonly LintRule[]): string {
  const lines = rules.map(({ id, sentence, fix }) => `| \`${id}\` | ${sentence} | ${fix ?? ''} |`);
  return ['| Rule | What holds | `validate --fix` adds |', '|---|---|---|', ...lines, ''].join('\n');
}
