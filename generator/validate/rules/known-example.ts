import { missingMessage } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** The README's examples are made of it. */
export const knownExample: Rule = {
  id: 'known-example',
  sentence: "The message of the README's examples is one of the catalog.",
  check({ catalog: { settings, settingsFile: file, messageNames } }, report) {
    const { example } = settings.package;
    // A catalog without any message is reported as such.
    if (example === undefined || messageNames.has(example) || messageNames.size === 0) return;
    report({ file, path: ['package', 'example'] }, missingMessage(example, messageNames));
  },
};
