import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { pointerFragment } from '../schema/pointer.js';
import type { CheckBranch, SchemaError } from './telling-errors.js';

/** Checks values against schemas that stand somewhere inside schemas that ajv knows. */
export class BranchChecks {
  readonly #ajv: Ajv2020;
  readonly #documents: { readonly schema: unknown; readonly uri: string }[] = [];
  readonly #validators = new Map<object, ValidateFunction>();
  #addresses: Map<object, string> | undefined;

  /** @param ajv - Knows the schemas. */
  constructor(ajv: Ajv2020) {
    this.#ajv = ajv;
  }

  /** Makes a schema known, under the URI that ajv knows it by. */
  add(schema: unknown, uri: string): void {
    this.#documents.push({ schema, uri });
    this.#addresses = undefined;
  }

  /** Checks a value against a schema inside one of those that were added. */
  readonly check: CheckBranch = (branch, value) => {
    const validate = this.#validators.get(branch) ?? this.#compile(branch);
    return validate(value) ? [] : ((validate.errors ?? []) as SchemaError[]);
  };

  #compile(branch: object): ValidateFunction {
    this.#addresses ??= addressesOf(this.#documents);
    const address = this.#addresses.get(branch);
    if (address === undefined) throw new Error('ajv reports a schema that was not given to it.');
    const validate = this.#ajv.compile({ $ref: address });
    this.#validators.set(branch, validate);
    return validate;
  }
}

/** The address of every object inside the schemas: their identity is what ajv's errors carry. */
function addressesOf(documents: readonly { readonly schema: unknown; readonly uri: string }[]): Map<object, string> {
  const addresses = new Map<object, string>();
  const visit = (value: unknown, uri: string, pointer: readonly string[]): void => {
    if (typeof value !== 'object' || value === null) return;
    addresses.set(value, uri + pointerFragment(pointer));
    for (const [key, inner] of Object.entries(value)) visit(inner, uri, [...pointer, key]);
  };
  for (const { schema, uri } of documents) visit(schema, uri, []);
  return addresses;
}
