import type { Path } from '../../json.js';
import { wordsOf } from '../names.js';
import type { Finding, LintRule } from '../rule.js';
import { descriptionOf } from './description-present.js';

/** Words that say nothing beside a name. */
const filler = new Set(
  'a an the this that these of for to in on and or is are be it its which with by field property value message type object event data'.split(
    ' ',
  ),
);

/** `modelId: The id of the model.` takes a line and says nothing. */
export const descriptionInformative: LintRule = {
  id: 'description-informative',
  sentence: 'No description only repeats the name of what it describes.',
  check({ catalog, fields }) {
    const described = [
      ...catalog.messages.map((message) => ({ ...message, path: [] as Path, words: wordsOf(message.name) })),
      ...[
        ...catalog.types.map((type) => ({ ...type, path: [] as Path, words: wordsOf(type.name) })),
        ...fields.map((field) => ({ ...field, words: field.words.split(' ') })),
      ].map((each) => ({ ...each, description: descriptionOf(each.schema) })),
    ];
    return described
      .filter(({ words, description }) => description !== '' && repeats(description, words))
      .map(({ file, path, name }): Finding => ({
        file,
        path: [...path, 'description'],
        message: `This only repeats the name ${JSON.stringify(name)}: say what it does not tell.`,
      }));
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
