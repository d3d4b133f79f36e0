import { defaultEnvironment } from '../../names.js';
import type { Rule } from '../rule.js';

/** Where such a variable is not set, JavaScript finds the member of every object in its place. */
export const settableVariable: Rule = {
  id: 'settable-variable',
  sentence: 'No environment variable has the name of a member of every JavaScript object.',
  check({ catalog: { settings, settingsFile: file } }, report) {
    for (const key of ['baseUrl', 'apiKey'] as const) {
      const name = settings.environment[key];
      const message = `JavaScript's objects keep ${name} for themselves: choose another name, such as ${defaultEnvironment[key]}.`;
      if (name in {}) report({ file, path: ['environment', key] }, message);
    }
  },
};
