import { descriptionOf, wordsOf, type Field } from '../fields.js';
import type { LintRule } from '../rule.js';

/** Words that say nothing beside a name. */
const fillers =
  'a an the this that these of for to in on and or is are be it its which with by field property value message type object event data';
const filler: ReadonlySet<string> = new Set(fillers.split(' '));

type Described = Pick<Field, 'file' | 'path' | 'name'>;

/** `modelId: The id of the model.` takes a line and says nothing. */
export const descriptionInformative: LintRule = {
  id: 'description-informative',
  sentence: 'No description only repeats the name of what it describes.',
  check({ catalog, fields }, report) {
    const look = ({ file, path, name }: Described, words: readonly string[], description: string): void => {
      if (description === '' || !repeats(description, words)) return;
      const message = `This only repeats the name ${JSON.stringify(name)}: say what the name does not.`;
      report({ file, path: [...path, 'description'] }, message);
    };
    for (const { file, name, description } of catalog.messages)
      look({ file, path: [], name }, wordsOf(name), description);
    for (const { file, name, schema } of catalog.types)
      look({ file, path: [], name }, wordsOf(name), descriptionOf(schema));
    for (const field of fields) look(field, field.words.split(' '), descriptionOf(field.schema));
  },
};

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
