import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { schemasFolder } from '../installation.js';
import type { Json, Path } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { walkSchema } from '../schema/keywords.js';
import { pointerPath, valueAt } from '../schema/pointer.js';
import type { SchemaProblem } from './schema-messages.js';

/** An error of ajv, in verbose mode. */
type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/** What does not fit the JSON Schema of a file. */
export interface StructureProblem extends SchemaProblem {
  /** What that JSON Schema says of the value, or of the mapping that has the key. */
  readonly schema: {
    readonly description?: string;
    readonly pattern?: string;
    readonly examples?: readonly string[];
    readonly properties?: object;
  };
}

/** The kinds of files that a catalog holds; each has a JSON Schema. */
export const fileKinds = ['catalog', 'message', 'type'] as const;

/** One of the kinds of files. */
export type FileKind = (typeof fileKinds)[number];

/** What ajv makes of the JSON Schemas; the schemas inside a payload or a type are to be checked one by one. */
export type StructureValidators = Readonly<Record<FileKind, ValidateFunction>>;

/** Written when the program is built (`build/structure-validators.ts`). */
const compiled = fileURLToPath(new URL('./structure-validators.cjs', import.meta.url));

let validators: StructureValidators | undefined;

/** Finds what does not fit the JSON Schema of a catalog file, in the order of the file's schemas, outermost first. */
export function structureProblems(value: Json, kind: FileKind): StructureProblem[] {
  validators ??= loadValidators();
  const { type } = validators;
  const problems = kind === 'type' ? [] : problemsOf(validators[kind], value, []);
  const path = kind === 'message' ? ['payload'] : [];
  const schema = kind === 'catalog' ? undefined : valueAt(value, path);
  if (schema !== undefined)
    walkSchema(schema as JsonSchema, path, (inner, at) => {
      // Many at once would not fit on the stack as arguments.
      for (const problem of problemsOf(type, inner as Json, at)) problems.push(problem);
    });
  return problems;
}

function problemsOf(validate: ValidateFunction, value: Json, path: Path): StructureProblem[] {
  if (validate(value)) return [];
  return relevantErrors((validate.errors ?? []) as SchemaError[]).map((error) => problemOf(error, path));
}

function loadValidators(): StructureValidators {
  const load = createRequire(import.meta.url);
  if (existsSync(compiled)) return load(compiled) as StructureValidators;
  const ajv = structureAjv((load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')).Ajv2020);
  return Object.fromEntries(fileKinds.map((kind) => [kind, ajv.getSchema(schemaName(kind))])) as StructureValidators;
}

/** Sets up ajv, which most runs need not even load: the schemas are compiled when the program is built. */
export function structureAjv(Ajv: typeof Ajv2020): Ajv2020 {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    strict: false,
    validateSchema: false,
    code: { source: true },
  });
  for (const kind of fileKinds) ajv.addSchema(readSchema(kind), schemaName(kind));
  return ajv;
}

/** The name that ajv knows the JSON Schema of a kind of file by. */
export function schemaName(kind: FileKind): string {
  return `${kind}.schema.json`;
}

/** Reads a JSON Schema without what it says of the schemas inside a schema: a hostile file can have very many wrong ones. */
function readSchema(kind: FileKind): object {
  const text = readFileSync(`${schemasFolder}/${schemaName(kind)}`, 'utf8');
  const isInner = (key: string, value: unknown): boolean =>
    key !== '' && String((value as { $ref?: string } | null)?.$ref).endsWith('#/$defs/schema');
  return JSON.parse(text, (key, value: unknown) => (isInner(key, value) ? true : value)) as object;
}

/** Leaves of ajv's errors those that matter: one for a value of the wrong type, and none for a condition of the schema. */
function relevantErrors(errors: readonly SchemaError[]): SchemaError[] {
  const isWrong = new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'type' ? [instancePath] : [])));
  return errors.filter(
    ({ keyword, instancePath }) => keyword === 'type' || (keyword !== 'if' && !isWrong.has(instancePath)),
  );
}

/** An error of ajv as a problem of a keyword; the path leads to the value that ajv checked. */
function problemOf(error: SchemaError, path: Path): StructureProblem {
  const { keyword, instancePath, params, data, schema: content } = error;
  const schema = (error.parentSchema ?? {}) as StructureProblem['schema'];
  return {
    keyword,
    path: [...path, ...pointerPath(instancePath), ...(keysAtFault[keyword]?.(params) ?? [])],
    value: data as Json,
    limit: limits[keyword]?.(params, schema) ?? content,
    schema,
  };
}

/** What of the value is at fault, by what ajv says of the keyword; of all others, the value itself. */
const keysAtFault: Readonly<Record<string, (params: SchemaError['params']) => Path>> = {
  uniqueItems: ({ j }) => [Number(j)],
  additionalProperties: ({ additionalProperty }) => [String(additionalProperty)],
};

/** What keywords demand, by what ajv says of them; of all others, what they hold. */
const limits: Readonly<Record<string, (params: SchemaError['params'], schema: StructureProblem['schema']) => unknown>> =
  {
    type: ({ type }) => [type].flat(),
    const: ({ allowedValue }) => [allowedValue],
    required: ({ missingProperty }) => missingProperty,
    dependentRequired: ({ property, missingProperty }) => [property, missingProperty],
    uniqueItems: ({ i }) => i,
    additionalProperties: (_, { properties = {} }) => Object.keys(properties),
  };
