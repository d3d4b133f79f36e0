import { isJsonObject, type Json } from '../../json.js';
import type { Print } from './print.js';

const value: unique symbol = Symbol('value');

/** A value of the catalog that prints itself as the file asks for, wherever a template puts it. */
export interface Data {
  readonly [value]: Json;
}

/**
 * A value of the catalog for templates: what is inside an object or a list is data too. `null`, `true` and `false` are
 * themselves, so that conditions see them.
 */
export function dataOf(json: Json, print: Print): Data | boolean | null {
  if (json === null || typeof json === 'boolean') return json;
  const inner = typeof json !== 'object' ? {} : Array.isArray(json) ? [] : {};
  Object.defineProperty(inner, value, { value: json });
  // Not toString, which may be the name of a value inside.
  Object.defineProperty(inner, Symbol.toPrimitive, { value: () => print(json) });
  if (typeof json === 'object') {
    for (const [name, each] of Object.entries(json)) {
      // Most of a schema is printed as a whole, and never looked into.
      Object.defineProperty(inner, name, {
        enumerable: true,
        configurable: true,
        get: () => dataOf(each as Json, print),
      });
    }
  }
  return inner as Data;
}

/** The value itself, of data or of a plain value; `undefined` of what is neither. */
export function valueOf(data: unknown): Json | undefined {
  if (isData(data)) return data[value];
  if (data === null || typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') return data;
  return Array.isArray(data) ? data.map((each) => valueOf(each) ?? null) : undefined;
}

/** Whether a value of a view is data. */
export function isData(data: unknown): data is Data {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, value);
}

/** Data of an object with each of some names; those that it lacks are `undefined`, which a condition may ask for. */
export function recordOf<Name extends string>(
  json: Json | undefined,
  names: readonly Name[],
  print: Print,
): { readonly [Key in Name]: ReturnType<typeof dataOf> | undefined } | undefined {
  if (!isJsonObject(json)) return undefined;
  const entries = names.map(
    (name) => [name, json[name] === undefined ? undefined : dataOf(json[name], print)] as const,
  );
  const record = Object.fromEntries(entries) as { [Key in Name]: ReturnType<typeof dataOf> | undefined };
  Object.defineProperty(record, value, { value: json });
  return record;
}
