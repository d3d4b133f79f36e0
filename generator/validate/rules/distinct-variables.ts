import { defaultEnvironment } from '../../names.js';
import type { Rule } from '../rule.js';

/** One variable cannot hold both. */
export const distinctVariables: Rule = {
  id: 'distinct-variables',
  sentence: 'The base URL and the API key come from two environment variables.',
  check({ catalog: { settings, settingsFile: file } }, report) {
    const { baseUrl, apiKey } = settings.environment;
    if (baseUrl.toUpperCase() !== apiKey.toUpperCase()) return;
    // One of the two may be the default, which the file does not hold.
    const key = apiKey === defaultEnvironment.apiKey ? 'baseUrl' : 'apiKey';
    const reason = baseUrl === apiKey ? '' : ', since Windows does not distinguish upper and lower case';
    const message = `The base URL and the API key would be read from the same variable ${baseUrl}${reason}: name another.`;
    report({ file, path: ['environment', key] }, message);
  },
};
