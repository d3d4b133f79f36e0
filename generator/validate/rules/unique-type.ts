import type { SourceFile } from '../../load/source.js';
import { payloadTypeName, receivedTypeName, reservedTypeNames, sharedTypeName } from '../../names.js';
import { namedMessages } from '../named-messages.js';
import type { Rule } from '../rule.js';

/** Two types of one name would be one, or the package could not be compiled. */
export const uniqueType: Rule = {
  id: 'unique-type',
  sentence: 'No two types have the same name, and none takes one of the package.',
  check({ catalog }, report) {
    const declared = [
      ...namedMessages(catalog).map(({ file, name }) => ({ file, type: payloadTypeName(name), path: ['name'] })),
      ...catalog.types.map(({ file, name }) => ({ file, type: sharedTypeName(name), path: [] })),
    ];
    const owners = new Map<string, SourceFile>();
    for (const { file, type } of declared) {
      for (const name of [type, receivedTypeName(type)]) if (!owners.has(name)) owners.set(name, file);
    }
    for (const { file, type, path } of declared) {
      const owner = owners.get(type);
      if (reservedTypeNames.has(type)) report({ file, path }, `The package has a ${type} of its own: rename the file.`);
      // Two messages of one name are reported by unique-message.
      else if (owner !== undefined && owner !== file && (path.length === 0 || type.startsWith('Received')))
        report({ file, path }, `${owner.path} yields the type ${type} already: rename one of the two files.`);
    }
  },
};
