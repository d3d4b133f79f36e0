import { basename } from 'node:path/posix';
import { fileStem } from '../../load/source.js';
import { namedMessages } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** Who looks for a message looks for its file. */
export const fileName: Rule = {
  id: 'file-name',
  sentence: "A message's file has the message's name.",
  check({ catalog }, report) {
    for (const { file, name } of namedMessages(catalog)) {
      const message = `The file is ${basename(file.path)}, but the message is ${name}: rename one of them.`;
      if (fileStem(file) !== name) report({ file, path: ['name'] }, message);
    }
  },
};
