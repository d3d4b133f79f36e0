import type { Catalog } from '../catalog/catalog.js';
import { exampleRules } from './check-values.js';
import type { Rule } from './rule.js';
import { finiteReference } from './rules/finite-reference.js';
import { messageRules } from './rules/messages.js';
import { resolvableReference } from './rules/resolvable-reference.js';
import { keywordRules, meaningRules } from './rules/schemas.js';
import { settingsRules } from './rules/settings.js';
import { structureRules } from './structure-messages.js';

/** Rules that a catalog must hold to for code to be made of it. */
export const definitionRules: readonly Rule[] = [
  ...settingsRules,
  ...messageRules,
  ...keywordRules,
  resolvableReference,
  finiteReference,
];

/** Rules on what schemas mean, with all that they refer to. */
export { meaningRules };

/** Rules on how files, names, references and schemas fit together; the JSON Schemas say what one file looks like. */
export const rules: readonly Rule[] = [...definitionRules, ...meaningRules];

/** The lint rule on what is not read, which also warns beside errors: what is missing may well be in there. */
export const readFile: Rule<{ readonly catalog: Catalog }> = {
  id: 'read-file',
  sentence:
    'Every file that looks like a part of the catalog is read: its name ends in `.yaml`, `.yml` or `.json`, and its folder is `messages` or `types`.',
  check({ catalog }, report) {
    for (const { file, message } of catalog.ignored) report({ file, path: [] }, message);
  },
};

/** What each rule says that a catalog is held to, by id. */
export const ruleSentences: ReadonlyMap<string, string> = new Map([
  ['readable-file', 'Every file is text in UTF-8 of moderate size, inside the catalog.'],
  ['yaml-syntax', 'Every file is YAML 1.2, of the part that is JSON with comments.'],
  ...Object.entries(structureRules),
  ...rules.map(({ id, sentence }): [string, string] => [id, sentence]),
  ...Object.entries(exampleRules),
]);
