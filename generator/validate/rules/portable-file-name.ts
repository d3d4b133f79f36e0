import { isDeviceName } from '../../names.js';
import type { Rule } from '../rule.js';

/** A catalog is checked out on Windows too. */
export const portableFileName: Rule = {
  id: 'portable-file-name',
  sentence: 'No file or folder has a name that Windows keeps for a device.',
  check({ catalog: { messages, types } }, report) {
    for (const { file } of [...messages, ...types]) {
      const name = file.path.split('/').find(isDeviceName);
      if (name === undefined) continue;
      const message = `Nobody can have this file on Windows, which keeps the name ${JSON.stringify(name)} for a device: rename it.`;
      report({ file, path: [] }, message);
    }
  },
};
