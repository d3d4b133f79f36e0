import type { Catalog } from '../catalog/catalog.js';
import type { Rule } from './rule.js';

/** Reported beside errors too, which may only say that what the file describes is missing. */
export const readFile: Rule<{ readonly catalog: Catalog }> = {
  id: 'read-file',
  sentence:
    'Every file that looks like a part of the catalog is read: its name ends in `.yaml`, `.yml` or `.json`, and its folder is `messages` or `types`.',
  check({ catalog }, report) {
    for (const { file, message } of catalog.ignored) report({ file, path: [] }, message);
  },
};
