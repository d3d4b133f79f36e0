import type { Path } from '../json.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';

/** What schemas stand in: it finds what their `$ref`s point at. Schemas of several documents can be asked about together. */
export interface SchemaDocument {
  /** The schema that a `$ref` in this document points at; it exists, and no reference leads back to itself in place. */
  readonly target: (reference: string) => Site;
}

/** A schema and the place where it stands. */
export interface Site {
  readonly document: SchemaDocument;
  /** Leads from the root of the document to the schema. */
  readonly path: Path;
  readonly schema: JsonSchema;
}

/** A schema that is an object, and where it stands. */
export interface ObjectSite extends Site {
  readonly schema: SchemaObject;
}

/** The schema inside another, and where it stands. */
export function inside({ document, path }: Site, at: Path, schema: JsonSchema): Site {
  return { document, path: [...path, ...at], schema };
}

/** What a schema refers to; `undefined` where it does not. */
export function targetOf({ document, schema }: Site): Site | undefined {
  return typeof schema === 'boolean' || schema.$ref === undefined ? undefined : document.target(schema.$ref);
}

/** What a reference points at, and the document in which what that refers to is looked for. */
export function resolveReference(
  reference: string,
  from: SchemaDocument,
): { readonly schema: JsonSchema; readonly file: SchemaDocument } {
  const { document, schema } = from.target(reference);
  return { schema, file: document };
}
