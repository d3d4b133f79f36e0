import { basename } from 'node:path/posix';
import { isCatalogName } from '../../names.js';
import type { Rule } from '../rule.js';

/** The name of the type is made of the name of its file. */
export const typeFileName: Rule = {
  id: 'type-file-name',
  sentence: 'A shared type has a kebab-case file name.',
  check({ catalog }, report) {
    for (const { file, name } of catalog.types) {
      const message = `${JSON.stringify(basename(file.path))} is no kebab-case file name: begin with a lower-case letter and go on with such, digits and single hyphens, at most 100 characters.`;
      if (!isCatalogName(name)) report({ file, path: [] }, message);
    }
  },
};
