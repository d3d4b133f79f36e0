import { builtinModules } from 'node:module';
import { defaultEnvironment } from '../names.js';
import type { CatalogSettings } from '../catalog/catalog.js';
import type { Rule } from './rule.js';

/** Rules on what `catalog.yaml` names: packages and environment variables are shared with others. */
export const settingsRules: readonly Rule[] = [
  {
    id: 'free-package-name',
    sentence: 'The package is not named like a module of Node.js.',
    check({ settings, settingsFile, references }, report) {
      const { name } = settings.package;
      // The name may stand where nothing can be read.
      const isKnown = references.isWritten(settingsFile, []) || references.isWritten(settingsFile, ['package', 'name']);
      if (isKnown && builtinModules.includes(name))
        report(
          settingsFile,
          ['package', 'name'],
          `Node.js has a module ${name} of its own, which an import would find instead, and npm takes no new package of that name: add a scope or a further word, such as ${name}-client.`,
        );
    },
  },
  {
    id: 'settable-variable',
    sentence: 'Every environment variable is one that is free to be set.',
    check({ settings, settingsFile }, report) {
      for (const key of keys) {
        const name = settings.environment[key];
        const owner = ownerOf(name);
        if (owner !== undefined)
          report(
            settingsFile,
            ['environment', key],
            `${owner} keep ${name} for themselves: choose another name, such as ${defaultEnvironment[key]}.`,
          );
      }
    },
  },
  {
    id: 'distinct-variables',
    sentence: 'The base URL and the API key come from two environment variables.',
    check({ settings, settingsFile, references }, report) {
      const { baseUrl, apiKey } = settings.environment;
      if (!references.isWritten(settingsFile, [])) return;
      if (baseUrl.toUpperCase() !== apiKey.toUpperCase()) return;
      // One of the two may be the default, which stands nowhere.
      const key = apiKey === defaultEnvironment.apiKey ? 'baseUrl' : 'apiKey';
      const reason = baseUrl === apiKey ? '' : ', since Windows does not tell upper and lower case apart';
      report(
        settingsFile,
        ['environment', key],
        `The base URL and the API key would be read from the same variable ${baseUrl}${reason}: name another.`,
      );
    },
  },
];

const keys: readonly (keyof CatalogSettings['environment'])[] = ['baseUrl', 'apiKey'];

/**
 * Variables that shells read or set themselves (POSIX.1-2017, Shell and Utilities, section 2.5.3), and those that bash lets
 * nobody set (Bash Reference Manual, section 5.2). Windows does not tell upper and lower case apart.
 */
const shellVariables: ReadonlySet<string> = new Set([
  '_',
  'BASHOPTS',
  'BASH_VERSINFO',
  'ENV',
  'EUID',
  'HOME',
  'IFS',
  'LANG',
  'LINENO',
  'NLSPATH',
  'PATH',
  'PPID',
  'PS1',
  'PS2',
  'PS4',
  'PWD',
  'SHELLOPTS',
  'UID',
]);

/** Members of every object: where a variable of that name is not set, JavaScript finds them in its place. */
const objectMembers: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Who keeps the name of a variable; `undefined` if nobody does. */
function ownerOf(name: string): string | undefined {
  if (objectMembers.has(name)) return "JavaScript's objects";
  return shellVariables.has(name.toUpperCase()) ? 'Shells' : undefined;
}
