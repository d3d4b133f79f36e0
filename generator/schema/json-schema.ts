import type { Json, JsonObject } from '../json.js';
import type { KeywordTable } from './keyword-table.js';

/** The types of JSON values that `type` can name (JSON Schema 2020-12, Validation, section 6.1.1). */
export type SchemaTypeName = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';

/** A JSON Schema 2020-12, checked against the meta-schema of this project. */
export type JsonSchema = boolean | SchemaObject;

/** Schemas by property name, pattern or definition name. */
export interface SchemaMap {
  readonly [name: string]: JsonSchema;
}

/** What those keywords hold that hold schemas. */
export interface SchemaContents {
  readonly schema: JsonSchema;
  readonly list: readonly JsonSchema[];
  readonly map: SchemaMap;
}

/** What keywords hold, by the word for it in the table of keywords. */
interface KeywordContents extends SchemaContents {
  readonly text: string;
  readonly texts: readonly string[];
  readonly number: number;
  readonly flag: boolean;
  readonly flags: { readonly [uri: string]: boolean };
  readonly json: Json;
  readonly values: readonly Json[];
  readonly types: SchemaTypeName | readonly SchemaTypeName[];
  readonly names: { readonly [name: string]: readonly string[] };
}

/** A schema that is an object, with the keywords of the table in `keyword-table.ts`. */
export type SchemaObject = { readonly [Name in keyof KeywordTable]?: KeywordContents[KeywordTable[Name][1]] };

/** Views a JSON value that the meta-schema accepts as a schema. */
export function asSchema(value: Json | undefined): JsonSchema {
  return typeof value === 'boolean' ? value : ((value ?? {}) as JsonObject & SchemaObject);
}
