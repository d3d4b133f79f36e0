import type { Path } from '../../json.js';
import { missingMessage } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** Links between messages become types and documentation of both. */
export const knownMessage: Rule = {
  id: 'known-message',
  sentence: 'outcome, emits and replacedBy name messages of the catalog.',
  check({ catalog: { messages, messageNames } }, report) {
    for (const { file, name: self, outcome, emits, deprecated } of messages) {
      const links: readonly (readonly [string | undefined, Path])[] = [
        [outcome, ['outcome']],
        ...emits.map((name, index): [string, Path] => [name, ['emits', index]]),
        [deprecated?.replacedBy, ['deprecated', 'replacedBy']],
      ];
      for (const [name, path] of links) {
        if (name === undefined) continue;
        if (!messageNames.has(name)) report({ file, path }, missingMessage(name, messageNames));
        else if (name === self)
          report({ file, path }, 'A message cannot name itself here: name another, or remove this.');
      }
    }
  },
};
