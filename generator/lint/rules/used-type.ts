import type { SourceFile } from '../../load/source.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { walkSchema } from '../../schema/keywords.js';
import type { LintRule } from '../rule.js';

/** A type that no message leads to is emitted for nobody. */
export const usedType: LintRule = {
  id: 'used-type',
  sentence: 'Every shared type is part of some message.',
  check({ catalog }) {
    const schemas = new Map<SourceFile, JsonSchema>(catalog.types.map(({ file, schema }) => [file, schema]));
    const used = new Set<SourceFile>();
    const pending = catalog.messages.map(({ file, payload }) => ({ file, root: payload }));
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { file, root } = next;
      walkSchema(root, [], (schema) => {
        if (typeof schema === 'boolean' || schema.$ref === undefined) return;
        const target = catalog.references.target(schema.$ref, file).file;
        const type = schemas.get(target);
        if (type === undefined || used.has(target)) return;
        used.add(target);
        pending.push({ file: target, root: type });
      });
    }
    return catalog.types
      .filter(({ file }) => !used.has(file))
      .map(({ file, name }) => ({
        file,
        path: [],
        message: `No message uses the shared type ${name}: refer to it with $ref, or remove the file.`,
      }));
  },
};
