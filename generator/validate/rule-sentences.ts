import { exampleRules } from './check-examples.js';
import { rules } from './rules.js';
import { structureRules } from './structure-messages.js';

/** What each rule says that a catalog is held to, by id. */
export const ruleSentences: ReadonlyMap<string, string> = new Map([
  ['readable-file', 'Every file is text in UTF-8 of moderate size, inside the catalog.'],
  ['yaml-syntax', 'Every file is YAML 1.2, of the part that is JSON with comments.'],
  ...Object.entries(structureRules),
  ...rules.map(({ id, sentence }): [string, string] => [id, sentence]),
  ...Object.entries(exampleRules),
]);
