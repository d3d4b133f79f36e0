import type { Path } from '../../json.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { wordsOf } from '../names.js';
import type { LintRule } from '../rule.js';

/** Words that say nothing beside a name. */
const filler = new Set(
  'a an the this that these of for to in on and or is are be it its which with by field property value message type object event data'.split(
    ' ',
  ),
);

/** Rules on what schemas, fields and messages are said to be. */
export const descriptionRules: readonly LintRule[] = [
  {
    id: 'description-present',
    // Documentation is made of descriptions: a field without one is a row with a hole.
    sentence: 'Every shared type and every field has a description, of its own or of the type that it refers to.',
    check({ catalog, fields }, report) {
      for (const { file, name, schema } of catalog.types) {
        const message = `The shared type ${name} has no description: say what it holds.`;
        if (descriptionOf(schema) === '') report({ file, path: [] }, message);
      }
      for (const { file, path, name, schema } of fields) {
        if (descriptionOf(schema) !== '' || schema === false) continue;
        const reference = typeof schema === 'object' ? schema.$ref : undefined;
        if (reference !== undefined && descriptionOf(catalog.references.target(reference, file).schema) !== '')
          continue;
        const message = `${JSON.stringify(name)} has no description: say what a caller puts there or reads from it.`;
        report({ file, path }, message, { part: 'key' });
      }
    },
  },
  {
    id: 'description-informative',
    // `modelId: The id of the model.` takes a line and says nothing.
    sentence: 'No description only repeats the name of what it describes.',
    check({ catalog, fields }, report) {
      const described = [
        ...catalog.messages.map((message) => ({ ...message, path: [] as Path, words: wordsOf(message.name) })),
        ...[
          ...catalog.types.map((type) => ({ ...type, path: [] as Path, words: wordsOf(type.name) })),
          ...fields.map((field) => ({ ...field, words: field.words.split(' ') })),
        ].map((each) => ({ ...each, description: descriptionOf(each.schema) })),
      ];
      for (const { file, path, name, words, description } of described) {
        if (description === '' || !repeats(description, words)) continue;
        const message = `This only repeats the name ${JSON.stringify(name)}: say what it does not tell.`;
        report({ file, path: [...path, 'description'] }, message);
      }
    },
  },
];

/** What a schema is said to be; empty where nothing is said. */
function descriptionOf(schema: JsonSchema): string {
  return typeof schema === 'boolean' ? '' : (schema.description ?? schema.title ?? '').trim();
}

function repeats(description: string, words: readonly string[]): boolean {
  const known = new Set(words.map(singular));
  const isKnown = (word: string): boolean => filler.has(word) || known.has(singular(word));
  // The first new word decides: what follows it is not split.
  for (const [part] of description.matchAll(/[\p{L}\p{N}]+/gu)) if (!wordsOf(part).every(isKnown)) return false;
  return true;
}

function singular(word: string): string {
  return word.length > 2 ? word.replace(/s$/, '') : word;
}
