import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { schemasFolder } from '../installation.js';
import type { Json } from '../json.js';
import { createAjv } from './ajv.js';
import { BranchChecks } from './branch-checks.js';
import { tellingErrors, type SchemaError } from './telling-errors.js';

/** The kinds of files that a catalog holds; each has a JSON Schema. */
export const fileKinds = ['catalog', 'message', 'type'] as const;

/** One of the kinds of files. */
export type FileKind = (typeof fileKinds)[number];

/** Finds what does not fit the JSON Schemas of catalog files. */
export class StructureSchemas {
  readonly #ajv = createAjv();
  readonly #validators = new Map<FileKind, ValidateFunction>();
  readonly #branches = new BranchChecks(this.#ajv);

  constructor() {
    const schema = readSchema('type');
    this.#ajv.addSchema(schema, 'type.schema.json');
    this.#branches.add(schema, 'type.schema.json');
  }

  /**
   * The errors that tell what does not fit.
   *
   * @param value - What a file holds.
   * @param kind - What the file should be.
   */
  misfits(value: Json, kind: FileKind): SchemaError[] {
    const validate = this.#validator(kind);
    return validate(value) ? [] : tellingErrors((validate.errors ?? []) as SchemaError[], this.#branches.check);
  }

  #validator(kind: FileKind): ValidateFunction {
    const known = this.#validators.get(kind);
    if (known !== undefined) return known;
    const validate = kind === 'type' ? this.#ajv.getSchema('type.schema.json') : this.#ajv.compile(readSchema(kind));
    if (validate === undefined) throw new Error('type.schema.json is not known to ajv.');
    this.#validators.set(kind, validate);
    return validate;
  }
}

/** The JSON Schema of a kind of file. */
export function readSchema(kind: FileKind): object {
  return JSON.parse(readFileSync(`${schemasFolder}/${kind}.schema.json`, 'utf8')) as object;
}
