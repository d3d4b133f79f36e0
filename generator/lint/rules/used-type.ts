import { rootSites } from '../../catalog/schema-site.js';
import { walkSchema } from '../../schema/keywords.js';
import type { LintRule } from '../rule.js';

/** A type that no message leads to is emitted for nobody. */
export const usedType: LintRule = {
  id: 'used-type',
  sentence: 'Every shared type is part of some message.',
  check({ catalog }, report) {
    const roots = new Map(rootSites(catalog).map(({ file, schema }) => [file, schema]));
    const used = new Set(catalog.messages.map(({ file }) => file));
    // A set is walked in the order in which its members were added, those that are added meanwhile too.
    for (const file of used) {
      walkSchema(roots.get(file) ?? true, [], (schema) => {
        const target = catalog.references.targetOf({ file, schema });
        if (target !== undefined) used.add(target.file);
      });
    }
    for (const { file, name } of catalog.types) {
      const message = `No message uses the shared type ${name}: refer to it with $ref, or remove the file.`;
      if (!used.has(file)) report({ file, path: [] }, message);
    }
  },
};
