import { compileValidator } from '../../../templates/typescript/src/validators/runtime/compile-validator.js';
import type { Json } from '../../json.js';
import { resolveReference, type Site } from '../../satisfiability/site.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import { SchemaLinker } from '../../schema/link.js';

/** Checks values with the evaluator that the client ships. */
export class Acceptance {
  readonly #linker = new SchemaLinker({ resolve: resolveReference });
  readonly #checks = new Map<JsonSchema, (value: unknown) => boolean>();

  /** Whether a value fits a schema. */
  accepts({ schema, document }: Site, value: Json): boolean {
    if (typeof schema === 'boolean') return schema;
    const check = this.#checks.get(schema) ?? compileValidator(this.#linker.link(schema, document)).accepts;
    this.#checks.set(schema, check);
    return check(value);
  }
}
