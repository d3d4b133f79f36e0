import type { Catalog } from '../catalog/catalog.js';
import type { Rule } from './rule.js';

/** Nothing else says that a file is not read, but that what it describes is missing: so it is reported beside errors too. */
export const readFile: Rule<{ readonly catalog: Catalog }> = {
  id: 'read-file',
  sentence:
    'Every file that looks like a part of the catalog is read: its name ends in `.yaml`, `.yml` or `.json`, and its folder is `messages` or `types`.',
  check({ catalog }, report) {
    for (const { file, message } of catalog.ignored) report({ file, path: [] }, message);
  },
};
