import { readFile } from '../validate/rules.js';
import type { LintRule } from './rule.js';
import { acceptedValueRules } from './rules/accepted-values.js';
import { descriptionRules } from './rules/descriptions.js';
import { fieldRules } from './rules/fields.js';
import { keywordRules } from './rules/keywords.js';
import { messageRules } from './rules/messages.js';
import { shapeWrittenOnce } from './rules/shape-written-once.js';
import { valueRules } from './rules/values.js';

/** Every lint rule, in the order of the documentation. */
export const lintRules: readonly LintRule[] = [
  ...descriptionRules,
  ...fieldRules,
  ...messageRules,
  shapeWrittenOnce,
  ...keywordRules,
  ...valueRules,
  ...acceptedValueRules,
  readFile,
];
