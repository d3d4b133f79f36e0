import type { Evaluated } from './evaluated.js';
import type { Run } from './run.js';
import type { Schema, SchemaObject } from './schema.js';

/**
 * Checks a value.
 *
 * @param value - The value.
 * @param run - Receives the problems.
 * @param evaluated - Receives what was looked at inside the value; `undefined` where nobody asks.
 * @returns Whether the value fits.
 */
export type Check = (value: unknown, run: Run, evaluated: Evaluated | undefined) => boolean;

/** Makes the check of a schema. */
export type Compile = (schema: Schema) => Check;

/** Makes the check of one keyword, or of a few that work together; `undefined` where the schema has none of them. */
export type KeywordCompiler = (schema: SchemaObject, compile: Compile) => Check | undefined;
