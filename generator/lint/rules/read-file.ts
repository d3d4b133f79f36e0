import { readFileRule } from '../../validate/ignored.js';
import type { LintRule } from '../rule.js';

/** Nothing else says that a file is not read, but that what it describes is missing. */
export const readFile: LintRule = {
  id: readFileRule,
  sentence:
    'Every file that looks like a part of the catalog is read: its name ends in `.yaml`, `.yml` or `.json`, and its folder is `messages` or `types`.',
  check({ catalog }) {
    return catalog.ignored.map(({ file, message }) => ({ file, path: [], message }));
  },
};
