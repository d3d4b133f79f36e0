import type { Schema } from '../../templates/typescript/src/validators/runtime/schema.js';
import type { SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaMap, SchemaObject } from './json-schema.js';
import { keywords, keywordsAmong } from './keywords.js';
import type { References } from './references.js';

const assertionsOf = keywordsAmong(
  keywords.filter(({ name, effect }) => effect !== 'annotation' && name !== '$defs' && name !== 'x-known-values'),
);

/**
 * Turns the schemas of a catalog into those that emitted validators run: `$ref` becomes a function, annotations are left
 * out, and so is what no validator can run: references that lead nowhere, and patterns that are no regular expressions.
 */
export class SchemaLinker {
  readonly #references: References;
  readonly #linked = new Map<SchemaObject, Schema>();

  /** @param references - Resolves what the schemas refer to. */
  constructor(references: References) {
    this.#references = references;
  }

  /**
   * Links a schema, once, however many refer to it.
   *
   * @param schema - A schema of the catalog.
   * @param file - The file that it stands in.
   */
  link(schema: JsonSchema, file: SourceFile): Schema {
    if (typeof schema === 'boolean') return schema;
    const linked = this.#linked.get(schema) ?? this.#linkObject(schema, file);
    this.#linked.set(schema, linked);
    return linked;
  }

  #linkObject(schema: SchemaObject, file: SourceFile): Schema {
    const link = (inner: JsonSchema): Schema => this.link(inner, file);
    const linkMap = (map: SchemaMap): object =>
      Object.fromEntries(Object.entries(map).map(([name, inner]) => [name, link(inner)]));
    const entries = assertionsOf(schema).map(({ name, holds }): [string, unknown] => {
      const content: unknown = schema[name];
      if (name === '$ref') return [name, () => this.#target(String(content), file)];
      if (name === 'pattern') return [name, isRegularExpression(String(content)) ? content : ''];
      if (name === 'patternProperties') return [name, linkMap(withoutBroken(content as SchemaMap))];
      if (holds === 'schema') return [name, link(content as JsonSchema)];
      if (holds === 'list') return [name, (content as readonly JsonSchema[]).map(link)];
      return [name, holds === 'map' ? linkMap(content as SchemaMap) : content];
    });
    return Object.fromEntries(entries) as Schema;
  }

  #target(reference: string, file: SourceFile): Schema {
    const target = this.#references.resolve(reference, file);
    return 'problem' in target ? true : this.link(target.schema, target.file);
  }
}

function withoutBroken(patterns: SchemaMap): SchemaMap {
  return Object.fromEntries(Object.entries(patterns).filter(([pattern]) => isRegularExpression(pattern)));
}

function isRegularExpression(pattern: string): boolean {
  try {
    RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
