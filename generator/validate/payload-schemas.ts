import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Json } from '../json.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { createAjv } from './ajv.js';
import { BranchChecks } from './branch-checks.js';
import { tellingErrors, type SchemaError } from './telling-errors.js';

/** A schema, and the absolute URI that `$ref` is resolved against. */
export interface NamedSchema {
  readonly schema: JsonSchema;
  readonly uri: string;
}

/** Finds what of a value does not fit the schemas of a catalog; compiles each when a value is first checked against it. */
export class PayloadSchemas {
  readonly #ajv = createAjv();
  readonly #branches = new BranchChecks(this.#ajv);
  readonly #validators = new Map<string, ValidateFunction>();

  /** @param schemas - The outermost schemas. */
  constructor(schemas: readonly NamedSchema[]) {
    for (const { schema, uri } of schemas) {
      this.#ajv.addSchema(schema, uri);
      this.#branches.add(schema, uri);
    }
  }

  /**
   * The errors that tell what does not fit.
   *
   * @param value - The value.
   * @param uri - URI of one of the schemas, or of a part of it by a JSON pointer.
   * @throws {@link SlowMatchError} if a pattern takes too long on a text.
   * @throws RangeError if the schemas refer to each other too deeply.
   */
  misfits(value: Json, uri: string): SchemaError[] {
    const validate = this.#validators.get(uri) ?? this.#compile(uri);
    return validate(value) ? [] : tellingErrors((validate.errors ?? []) as SchemaError[], this.#branches.check);
  }

  #compile(uri: string): ValidateFunction {
    const validate = uri.includes('#') ? this.#ajv.compile({ $ref: uri }) : this.#ajv.getSchema(uri);
    if (validate === undefined) throw new Error(`${uri} is not known to ajv.`);
    this.#validators.set(uri, validate);
    return validate;
  }
}
