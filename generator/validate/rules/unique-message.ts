import { fileStem, type SourceFile } from '../../load/source.js';
import { constantName, methodName } from '../../names.js';
import { namedMessages } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** Names of messages become names in code, where two of one name would be one. */
export const uniqueMessage: Rule = {
  id: 'unique-message',
  sentence: 'No two messages have the same name, method or constant.',
  check({ catalog }, report) {
    const owners = new Map<string, SourceFile>();
    for (const { file, name } of namedMessages(catalog)) {
      // A name that is copied from another file is reported where it stands, and not in that file.
      if (fileStem(file) !== name) continue;
      for (const identifier of new Set([name, methodName(name), constantName(name)])) {
        const owner = owners.get(identifier);
        if (owner !== undefined) {
          const message = `${owner.path} yields the name ${identifier} already: rename one of the two.`;
          report({ file, path: ['name'] }, message);
          break;
        }
        owners.set(identifier, file);
      }
    }
  },
};
