import type { Rule } from './rule.js';
import { boundedPattern } from './rules/bounded-pattern.js';
import { distinctVariables } from './rules/distinct-variables.js';
import { existingRequired } from './rules/existing-required.js';
import { fileName } from './rules/file-name.js';
import { finiteReference } from './rules/finite-reference.js';
import { freeMethodName } from './rules/free-method-name.js';
import { freePackageName } from './rules/free-package-name.js';
import { knownExample } from './rules/known-example.js';
import { knownKeyword } from './rules/known-keyword.js';
import { staticReference } from './rules/static-reference.js';
import { knownMessage } from './rules/known-message.js';
import { knownValuesOfStrings } from './rules/known-values-of-strings.js';
import { portableFileName } from './rules/portable-file-name.js';
import { resolvableReference } from './rules/resolvable-reference.js';
import { readableLicence } from './rules/readable-licence.js';
import { settableVariable } from './rules/settable-variable.js';
import { someMessage } from './rules/some-message.js';
import { typeFileName } from './rules/type-file-name.js';
import { uniqueMessage } from './rules/unique-message.js';
import { uniqueType } from './rules/unique-type.js';
import { validPattern } from './rules/valid-pattern.js';

/** Rules that a catalog must hold to for code to be made of it. */
export const definitionRules: readonly Rule[] = [
  freePackageName,
  readableLicence,
  settableVariable,
  distinctVariables,
  someMessage,
  fileName,
  typeFileName,
  portableFileName,
  uniqueMessage,
  freeMethodName,
  uniqueType,
  knownMessage,
  knownExample,
  knownKeyword,
  staticReference,
  resolvableReference,
  finiteReference,
];

/** Rules on what a schema means, with all that it refers to. */
export const schemaRules: readonly Rule[] = [existingRequired, validPattern, boundedPattern, knownValuesOfStrings];

/** Rules on how files, names, references and schemas fit together; the JSON Schemas say what one file looks like. */
export const rules: readonly Rule[] = [...definitionRules, ...schemaRules];

/** What each rule says that a catalog is held to, by id. */
export const ruleSentences: ReadonlyMap<string, string> = new Map([
  ['readable-file', 'Every file is text in UTF-8 of moderate size, inside the catalog.'],
  ['yaml-syntax', 'Every file is YAML 1.2, of the part that is JSON with comments.'],
  ['structure', 'Every file has the structure of its kind.'],
  ...rules.map(({ id, sentence }): [string, string] => [id, sentence]),
  ['valid-example', 'Every example fits its schema.'],
  ['checkable-payload', 'Every payload can be checked in moderate time.'],
]);
