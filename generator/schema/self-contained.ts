import { getOrInsert } from '../lazy.js';
import { fileStem, type SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaObject } from './json-schema.js';
import { redirectReferences } from './map-schema.js';
import { pointerFragment } from './pointer.js';
import type { References } from './references.js';

/**
 * A schema with all that it refers to among its own `$defs`, so that it can be used alone. Each file that it takes from is
 * there as a whole, under the file's name; keywords of other vocabularies are kept.
 */
export function selfContained(root: JsonSchema, home: SourceFile, references: References): JsonSchema {
  if (typeof root === 'boolean') return root;
  /** Names of the files taken from, in the order in which they were met. */
  const names = new Map<SourceFile, string>();
  const nameOf = (file: SourceFile): string =>
    getOrInsert(names, file, () => {
      const taken = new Set([...Object.keys(root.$defs ?? {}), ...names.values()]);
      let name = fileStem(file);
      for (let number = 2; taken.has(name); number += 1) name = `${fileStem(file)}-${number}`;
      return name;
    });
  /** A schema of a file with its references led to where they lie now. */
  const inside = (schema: JsonSchema, from: SourceFile): JsonSchema =>
    redirectReferences(schema, (reference) => {
      const { file, pointer } = references.target(reference, from);
      return pointerFragment(file === home ? pointer : ['$defs', nameOf(file), ...pointer]);
    });
  const { $defs = {}, ...rest } = inside(root, home) as SchemaObject;
  const definitions: { [name: string]: JsonSchema } = { ...$defs };
  // Taking one in may name others, which the loop then meets too.
  for (const [file, name] of names) definitions[name] = inside(references.target('#', file).schema, file);
  return Object.keys(definitions).length === 0 ? rest : { ...rest, $defs: definitions };
}
