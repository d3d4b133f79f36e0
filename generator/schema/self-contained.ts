import { fileStem, type SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaObject } from './json-schema.js';
import { redirectReferences } from './map-schema.js';
import { pointerFragment } from './pointer.js';
import type { References } from './references.js';

/**
 * A schema with all that it refers to among its own `$defs`, so that it can be used alone. Each file that it takes from is
 * there as a whole, under the file's name; keywords of other vocabularies are kept.
 */
export function selfContained(schema: JsonSchema, file: SourceFile, references: References): JsonSchema {
  return typeof schema === 'boolean' ? schema : new Bundle(schema, file, references).schema();
}

class Bundle {
  readonly #root: SchemaObject;
  readonly #file: SourceFile;
  readonly #references: References;
  /** Names of the files taken from, in the order in which they were met. */
  readonly #names = new Map<SourceFile, string>();

  constructor(root: SchemaObject, file: SourceFile, references: References) {
    this.#root = root;
    this.#file = file;
    this.#references = references;
  }

  schema(): SchemaObject {
    const { $defs = {}, ...root } = this.#inside(this.#root, this.#file) as SchemaObject;
    const definitions: { [name: string]: JsonSchema } = { ...$defs };
    // Taking one in may name others, which the loop then meets too.
    for (const [file, name] of this.#names) {
      const target = this.#references.target('#', file);
      definitions[name] = this.#inside(target.schema, file);
    }
    return Object.keys(definitions).length === 0 ? root : { ...root, $defs: definitions };
  }

  /** A schema of a file with its references led to where they lie now. */
  #inside(schema: JsonSchema, file: SourceFile): JsonSchema {
    return redirectReferences(schema, (reference) => this.#address(reference, file));
  }

  #address(reference: string, from: SourceFile): string {
    const { file, pointer } = this.#references.target(reference, from);
    return file === this.#file ? pointerFragment(pointer) : pointerFragment(['$defs', this.#nameOf(file), ...pointer]);
  }

  #nameOf(file: SourceFile): string {
    const known = this.#names.get(file);
    if (known !== undefined) return known;
    const taken = new Set([...Object.keys(this.#root.$defs ?? {}), ...this.#names.values()]);
    let name = fileStem(file);
    for (let number = 2; taken.has(name); number += 1) name = `${fileStem(file)}-${number}`;
    this.#names.set(file, name);
    return name;
  }
}
