import { defaultEnvironment } from '../../names.js';
import type { Rule } from '../rule.js';

/** Such a variable has a value already, or cannot be set. */
export const settableVariable: Rule = {
  id: 'settable-variable',
  sentence: 'Every environment variable is one that is free to be set.',
  check({ settings, settingsFile }, report) {
    for (const key of ['baseUrl', 'apiKey'] as const) {
      const name = settings.environment[key];
      const owner = ownerOf(name);
      if (owner === undefined) continue;
      const message = `${owner} keep ${name} for themselves: choose another name, such as ${defaultEnvironment[key]}.`;
      report(settingsFile, ['environment', key], message);
    }
  },
};

/**
 * Variables that shells read or set themselves (POSIX.1-2017, Shell and Utilities, section 2.5.3), and those that bash lets
 * nobody set (Bash Reference Manual, section 5.2). Windows does not tell upper and lower case apart.
 */
const shellVariables: ReadonlySet<string> = new Set(
  '_ BASHOPTS BASH_VERSINFO ENV EUID HOME IFS LANG LINENO NLSPATH PATH PPID PS1 PS2 PS4 PWD SHELLOPTS UID'.split(' '),
);

/** Who keeps the name of a variable; `undefined` if nobody does. */
function ownerOf(name: string): string | undefined {
  // Where such a variable is not set, JavaScript finds the member of every object in its place.
  if (name in {}) return "JavaScript's objects";
  return shellVariables.has(name.toUpperCase()) ? 'Shells' : undefined;
}
