import { getOrInsert } from '../lazy.js';
import type { JsonSchema } from '../schema/json-schema.js';
import type { SchemaDocument, Site } from './site.js';

/** A document of schemas that are composed of schemas of other documents. */
export class ComposedDocument implements SchemaDocument {
  readonly #targets: (() => Site)[] = [];
  readonly #references = new Map<JsonSchema, string>();

  readonly target = (reference: string): Site => {
    const target = this.#targets[Number(reference.slice(1))];
    if (target === undefined) throw new Error(`${reference} is not of this document.`);
    return target();
  };

  /** A schema of this document. */
  site(schema: JsonSchema): Site {
    return { document: this, path: [], schema };
  }

  /** A schema of this document that accepts what a schema of another accepts; the same each time. */
  schemaOf(site: Site): JsonSchema {
    return typeof site.schema === 'boolean' ? site.schema : { $ref: this.nameOf(site) };
  }

  /** A text that stands for a schema; the same each time. */
  nameOf(site: Site): string {
    return getOrInsert(this.#references, site.schema, () => this.refer(() => site));
  }

  /** A reference to a schema that is known later. */
  refer(target: () => Site): string {
    return `#${this.#targets.push(target) - 1}`;
  }
}
