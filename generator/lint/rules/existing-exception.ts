import { didYouMean } from '../../validate/suggest.js';
import type { Finding, LintRule } from '../rule.js';

/** An exception whose file is gone would hide the findings of a later file of that name. */
export const existingException: LintRule = {
  id: 'existing-exception',
  sentence: 'Every exception in `catalog.yaml` names a file or folder of the catalog.',
  check({ catalog }) {
    const { settings, settingsFile, messages, types } = catalog;
    const paths = [settingsFile, ...messages.map(({ file }) => file), ...types.map(({ file }) => file)].map(
      ({ path }) => path,
    );
    return Object.entries(settings.lint.rules).flatMap(([id, { except = [] }]) =>
      except.flatMap(({ path }, index): Finding[] => {
        const [file = ''] = path.split('#');
        if (paths.some((known) => known === file || known.startsWith(`${file.replace(/\/$/, '')}/`))) return [];
        return [
          {
            file: settingsFile,
            path: ['lint', 'rules', id, 'except', index, 'path'],
            message: `The catalog has no ${JSON.stringify(file)}.${didYouMean(file, paths)}`,
          },
        ];
      }),
    );
  },
};
