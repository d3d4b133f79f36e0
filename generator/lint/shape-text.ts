import { canonical } from '../../templates/typescript/src/validators/runtime/canonical.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { keywords, keywordsAmong, mapSchemas } from '../schema/keywords.js';
import type { References } from '../schema/references.js';

/** Keywords that say which values fit; whether they are secret counts as if it did. */
const assertionsOf = keywordsAmong(
  keywords.filter(({ name, effect }) => effect !== 'annotation' || name === 'x-secret'),
);

/** The values that a schema admits, in a text that neither its documentation nor the order of its keys changes. */
export function shapeText(schema: JsonSchema, file: SourceFile, references: References): string {
  const bare = (inner: JsonSchema): unknown => {
    if (typeof inner === 'boolean') return inner;
    const entries = assertionsOf(inner).map(({ name, holds }): [string, unknown] => {
      if (name === '$ref') {
        const { file: target, pointer } = references.target(inner.$ref ?? '', file);
        return [name, [target.path, ...pointer]];
      }
      return [name, name === 'required' ? inner.required?.toSorted() : mapSchemas(inner[name], holds, bare)];
    });
    return Object.fromEntries(entries);
  };
  return canonical(bare(schema)) ?? '';
}
