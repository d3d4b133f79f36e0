import { dereference, format, validate, type Schema } from '@cfworker/json-schema';
import type { Json } from '../load/source.js';
import { walkSchema } from '../schema/keywords.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { hasFormat, isNumberFormat, knownFormats } from './formats.js';

/**
 * Keywords that are left to ajv. Some it reads in a way of its own: quotients with rounding for `multipleOf`, and a
 * bookkeeping of its own of what was evaluated. With the others a hostile value takes long: here nothing bounds that.
 */
const leftToAjv = [
  'multipleOf',
  'unevaluatedProperties',
  'unevaluatedItems',
  'pattern',
  'patternProperties',
  'uniqueItems',
] as const;

/**
 * Accepts values without compiling their schemas, which costs more than a hundred times as much as the one check that a
 * generator makes with each. It accepts nothing that ajv refuses, and leaves to ajv whatever it does not accept, so that
 * problems are told by ajv alone.
 */
export class PayloadInterpreter {
  readonly #schemas: Record<string, Schema | boolean> = Object.create(null) as Record<string, Schema | boolean>;

  /** Both validators read each format alike: the library's table of formats is filled from that of ajv. */
  constructor() {
    for (const name of Object.keys(format)) delete format[name];
    for (const name of knownFormats) format[name] = (text) => hasFormat(name, text);
  }

  /**
   * Makes a schema known. One that it cannot judge as ajv does stays unknown, and so does whatever refers to it.
   *
   * @param schema - A checked schema.
   * @param uri - Its absolute URI, which `$ref` is resolved against.
   */
  add(schema: JsonSchema, uri: string): void {
    let isAlike = true;
    walkSchema(schema, [], (inner) => {
      if (typeof inner === 'boolean') return;
      const { format: name } = inner;
      if (leftToAjv.some((keyword) => inner[keyword] !== undefined)) isAlike = false;
      if (name !== undefined && isNumberFormat(name)) isAlike = false;
    });
    // The library notes each schema's URI in the schema.
    if (isAlike) dereference(structuredClone(schema) as Schema | boolean, this.#schemas, new URL(uri));
  }

  /**
   * Whether a value surely fits a schema.
   *
   * @param value - The value.
   * @param uri - URI of the schema, its fragment a JSON pointer.
   */
  accepts(value: Json, uri: string): boolean {
    const schema = this.#schemas[uri];
    if (schema === undefined) return false;
    try {
      return validate(value, schema, '2020-12', this.#schemas).valid;
    } catch {
      // It refers to a schema that is not known here, or goes deeper than the stack.
      return false;
    }
  }
}
