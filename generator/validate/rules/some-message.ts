import type { Rule } from '../rule.js';

/** A client of no message would be empty. */
export const someMessage: Rule = {
  id: 'some-message',
  sentence: 'A catalog has a message.',
  check({ catalog: { settingsFile: file, messageNames } }, report) {
    const message = 'The catalog has no message: add one as messages/<domain>/<name>.yaml, beside this file.';
    if (messageNames.size === 0) report({ file, path: [] }, message);
  },
};
