import { nameRules } from './name-rules.js';
import { referenceRules } from './reference-rules.js';
import type { Rule } from './rule.js';
import { catalogRules, schemaRules } from './schema-rules.js';
import { settingsRules } from './settings-rules.js';

/** Rules that a catalog must hold to for code to be made of it. */
export const definitionRules: readonly Rule[] = [...settingsRules, ...nameRules, ...referenceRules];

/** Rules on how files, names, references and schemas fit together; the JSON Schemas say what one file looks like. */
export const rules: readonly Rule[] = [...definitionRules, ...catalogRules, ...schemaRules];
