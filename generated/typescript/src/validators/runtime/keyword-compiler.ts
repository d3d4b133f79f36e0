import type { Check } from './run.js';
import type { Schema, SchemaObject } from './schema.js';

/** Makes the check of a schema. */
export type Compile = (schema: Schema) => Check;

/** Makes the check of one keyword, or of a few that work together; `undefined` where the schema has none of them. */
export type KeywordCompiler = (schema: SchemaObject, compile: Compile) => Check | undefined;
