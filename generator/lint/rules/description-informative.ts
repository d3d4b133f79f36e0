import type { Path } from '../../load/source.js';
import { wordsOf } from '../names.js';
import type { Finding, LintRule } from '../rule.js';
import { descriptionOf } from './description-present.js';

/** Words that tell nothing beside a name. */
const filler = new Set(
  'a an the this that these of for to in on and or is are be it its which with by field property value message type object event data'.split(
    ' ',
  ),
);

/** `modelId: The id of the model.` takes a line and tells nothing. */
export const descriptionInformative: LintRule = {
  id: 'description-informative',
  sentence: 'No description only repeats the name of what it describes.',
  check({ catalog, fields }) {
    const described = [
      ...catalog.messages.map(({ file, name, description }) => ({ file, name, description, path: [] as Path })),
      ...catalog.types.map(({ file, name, schema }) => ({ file, name, description: descriptionOf(schema), path: [] })),
      ...fields.map(({ file, path, name, schema }) => ({ file, name, description: descriptionOf(schema), path })),
    ];
    return described
      .filter(({ name, description }) => description !== '' && repeats(description, name))
      .map(({ file, path, name }): Finding => ({
        file,
        path: [...path, 'description'],
        message: `This only repeats the name ${JSON.stringify(name)}: say what it does not tell.`,
      }));
  },
};

function repeats(description: string, name: string): boolean {
  const known = new Set(wordsOf(name).map(singular));
  const isKnown = (word: string): boolean => filler.has(word) || known.has(singular(word));
  return description.split(/[^\p{L}\p{N}]+/u).every((part) => wordsOf(part).every(isKnown));
}

function singular(word: string): string {
  return word.length > 2 ? word.replace(/s$/, '') : word;
}
