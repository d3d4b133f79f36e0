import type { LintRule } from './rule.js';
import { descriptionInformative } from './rules/description-informative.js';
import { descriptionPresent } from './rules/description-present.js';
import { examplePerRequest } from './rules/example-per-request.js';
import { distinctAlternative } from './rules/distinct-alternative.js';
import { existingException } from './rules/existing-exception.js';
import { limitedText } from './rules/limited-text.js';
import { readFile } from './rules/read-file.js';
import { satisfiableSchema } from './rules/satisfiable-schema.js';
import { listedRequired } from './rules/listed-required.js';
import { secretMarked } from './rules/secret-marked.js';
import { shapeWrittenOnce } from './rules/shape-written-once.js';
import { standardFormat } from './rules/standard-format.js';
import { standardKeyword } from './rules/standard-keyword.js';
import { timestampFormat } from './rules/timestamp-format.js';
import { distinctValue } from './rules/distinct-value.js';
import { possibleValue } from './rules/possible-value.js';
import { validDefault } from './rules/valid-default.js';
import { validKnownValue } from './rules/valid-known-value.js';
import { validSchemaExample } from './rules/valid-schema-example.js';
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
  standardKeyword,
  standardFormat,
  listedRequired,
  validDefault,
  validSchemaExample,
  validKnownValue,
  possibleValue,
  distinctValue,
  readFile,
  satisfiableSchema,
  distinctAlternative,
  limitedText,
  existingException,
];
