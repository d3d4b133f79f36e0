import type { Schema } from '../../templates/typescript/src/validators/runtime/schema.js';
import { getOrInsert } from '../lazy.js';
import type { JsonSchema, SchemaObject } from './json-schema.js';
import { assertions, keywordsAmong, mapSchemas } from './keywords.js';

const assertionsOf = keywordsAmong(assertions);

/** Finds what references point at, or says why there is nothing. */
interface ReferenceResolver<From> {
  readonly resolve: (
    reference: string,
    from: From,
  ) => { readonly schema: JsonSchema; readonly file: From } | { readonly problem: string };
}

/** Thrown where a check comes to a schema of which nothing is known, as it has an error. */
export class UnknownSchemaError extends Error {}

const unknownSchema: Schema = {
  $ref: () => {
    throw new UnknownSchemaError();
  },
};

/**
 * Turns the schemas of a catalog into those that emitted validators run: `$ref` becomes a function, and annotations are left
 * out. Where a check comes to a schema with an error, it ends with {@link UnknownSchemaError}.
 */
export class SchemaLinker<From> {
  readonly #linked: Map<unknown, Schema>;

  /** @param flawed - Schemas that have an error of their own. Default: none. */
  constructor(
    private readonly references: ReferenceResolver<From>,
    flawed: ReadonlySet<unknown> = new Set(),
  ) {
    this.#linked = new Map([...flawed].map((schema) => [schema, unknownSchema]));
  }

  /** Links a schema, once, however many refer to it. */
  link(schema: JsonSchema, file: From): Schema {
    return typeof schema === 'boolean'
      ? schema
      : getOrInsert(this.#linked, schema, () => this.#linkObject(schema, file));
  }

  #linkObject(schema: SchemaObject, file: From): Schema {
    const entries = assertionsOf(schema).map(({ name, holds }): [string, unknown] => {
      if (name === '$ref') return [name, () => this.#target(schema.$ref ?? '', file)];
      return [name, mapSchemas(schema[name], holds, (inner) => this.link(inner, file))];
    });
    return Object.fromEntries(entries) as Schema;
  }

  #target(reference: string, file: From): Schema {
    const target = this.references.resolve(reference, file);
    return 'problem' in target ? unknownSchema : this.link(target.schema, target.file);
  }
}
