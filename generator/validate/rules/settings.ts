import { builtinModules } from 'node:module';
import { defaultEnvironment } from '../../names.js';
import type { Rule } from '../rule.js';
import { missingMessage } from './messages.js';

/** Rules on the settings of a catalog. */
export const settingsRules: readonly Rule[] = [
  {
    id: 'free-package-name',
    // Nobody could import such a package.
    sentence: 'The package is not named like a module of Node.js.',
    check({ catalog: { settings, settingsFile: file } }, report) {
      const { name } = settings.package;
      if (!builtinModules.includes(name)) return;
      const message = `Node.js has a module ${name} of its own, which an import would find instead, and npm takes no new package of that name: add a scope or a further word, such as ${name}-client.`;
      report({ file, path: ['package', 'name'] }, message);
    },
  },
  {
    id: 'readable-licence',
    // Users of a package have to find the terms that it names.
    sentence: 'A licence that is in a file goes with the name of that file, and the other way round.',
    check({ catalog: { settings, settingsFile: file } }, report) {
      const { license, licenseFile } = settings.package;
      const isInFile = license.startsWith('SEE LICENSE IN ');
      if (isInFile === (licenseFile !== undefined)) return;
      const message = isInFile
        ? 'Nothing says where the terms are: write licenseFile, with the name of a file beside catalog.yaml.'
        : 'Nothing refers to this file: write license: SEE LICENSE IN LICENSE, or remove it.';
      report({ file, path: ['package', isInFile ? 'license' : 'licenseFile'] }, message);
    },
  },
  {
    id: 'settable-variable',
    // Where such a variable is not set, JavaScript finds the member of every object in its place.
    sentence: 'No environment variable has the name of a member of every JavaScript object.',
    check({ catalog: { settings, settingsFile: file } }, report) {
      for (const key of ['baseUrl', 'apiKey'] as const) {
        const name = settings.environment[key];
        const message = `JavaScript's objects keep ${name} for themselves: choose another name, such as ${defaultEnvironment[key]}.`;
        if (name in {}) report({ file, path: ['environment', key] }, message);
      }
    },
  },
  {
    id: 'distinct-variables',
    // One variable cannot hold both.
    sentence: 'The base URL and the API key come from two environment variables.',
    check({ catalog: { settings, settingsFile: file } }, report) {
      const { baseUrl, apiKey } = settings.environment;
      if (baseUrl.toUpperCase() !== apiKey.toUpperCase()) return;
      // One of the two may be the default, which stands nowhere.
      const key = apiKey === defaultEnvironment.apiKey ? 'baseUrl' : 'apiKey';
      const reason = baseUrl === apiKey ? '' : ', since Windows does not distinguish upper and lower case';
      const message = `The base URL and the API key would be read from the same variable ${baseUrl}${reason}: name another.`;
      report({ file, path: ['environment', key] }, message);
    },
  },
  {
    id: 'some-message',
    // A client of no message would be empty.
    sentence: 'A catalog has a message.',
    check({ catalog: { settingsFile: file, messageNames } }, report) {
      const message = 'The catalog has no message: add one as messages/<domain>/<name>.yaml, beside this file.';
      if (messageNames.size === 0) report({ file, path: [] }, message);
    },
  },
  {
    id: 'known-example',
    // The README's examples are made of it.
    sentence: "The message of the README's examples is one of the catalog.",
    check({ catalog: { settings, settingsFile: file, messageNames } }, report) {
      const { example } = settings.package;
      // A catalog without any message is reported as such.
      if (example === undefined || messageNames.has(example) || messageNames.size === 0) return;
      report({ file, path: ['package', 'example'] }, missingMessage(example, messageNames));
    },
  },
];
