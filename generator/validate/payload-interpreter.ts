import { format, validate, type Schema } from '@cfworker/json-schema';
import type { Json } from '../json.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { walkSchema } from '../schema/keywords.js';
import { pointerPath, valueAt } from '../schema/pointer.js';
import { hasFormat, isNumberFormat, knownFormats } from '../schema/formats.js';

/**
 * Keywords that are left to ajv. Some the library reads in a way of its own: for `multipleOf` it allows for no rounding, and
 * it has a bookkeeping of its own of what was evaluated. With the others a hostile value takes long: here nothing bounds
 * that.
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
  readonly #roots = new Map<string, JsonSchema>();
  /** All schemas that can be judged, at any depth: a reference may lead elsewhere too, into a default say. */
  readonly #judged = new Set<unknown>([true, false]);
  /** Schemas by URI, found when the library asks for them: listing all of them takes longer than all checks. */
  readonly #lookup = new Proxy<Record<string, Schema | boolean>>({}, { get: (_, uri) => this.#find(String(uri)) });

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
    const schemas: JsonSchema[] = [];
    walkSchema(schema, [], (inner) => schemas.push(inner));
    if (!schemas.every(isReadAlike)) return;
    if (!schemas.some(hasReference)) {
      this.#roots.set(uri, schema);
      for (const inner of schemas) this.#judged.add(inner);
      return;
    }
    // The library looks references up as they are written.
    const absolute = structuredClone(schema);
    walkSchema(absolute, [], (inner) => {
      if (hasReference(inner)) Object.assign(inner, { $ref: new URL(inner.$ref, uri).href });
      this.#judged.add(inner);
    });
    this.#roots.set(uri, absolute);
  }

  /**
   * Whether a value surely fits a schema.
   *
   * @param value - The value.
   * @param uri - URI of the schema, its fragment a JSON pointer.
   */
  accepts(value: Json, uri: string): boolean {
    try {
      const schema = this.#find(uri);
      return schema !== undefined && validate(value, schema, '2020-12', this.#lookup).valid;
    } catch {
      // It refers to a schema that is not known here, or goes deeper than the stack.
      return false;
    }
  }

  #find(uri: string): Schema | boolean | undefined {
    const [file = '', fragment = ''] = uri.split('#', 2);
    const found = valueAt(this.#roots.get(file) as Json | undefined, pointerPath(decodeURIComponent(fragment)));
    return this.#judged.has(found) ? (found as Schema | boolean) : undefined;
  }
}

function isReadAlike(schema: JsonSchema): boolean {
  if (typeof schema === 'boolean') return true;
  const { format: name } = schema;
  return leftToAjv.every((keyword) => schema[keyword] === undefined) && (name === undefined || !isNumberFormat(name));
}

function hasReference(schema: JsonSchema): schema is SchemaObject & { readonly $ref: string } {
  return typeof schema === 'object' && schema.$ref !== undefined;
}
