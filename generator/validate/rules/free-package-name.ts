import { builtinModules } from 'node:module';
import type { Rule } from '../rule.js';

/** Nobody could import such a package. */
export const freePackageName: Rule = {
  id: 'free-package-name',
  sentence: 'The package is not named like a module of Node.js.',
  check({ catalog: { settings, settingsFile: file } }, report) {
    const { name } = settings.package;
    if (!builtinModules.includes(name)) return;
    const message = `Node.js has a module ${name} of its own, which an import would find instead, and npm takes no new package of that name: add a scope or a further word, such as ${name}-client.`;
    report({ file, path: ['package', 'name'] }, message);
  },
};
