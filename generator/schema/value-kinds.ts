import type { Json } from '../json.js';
import { getOrInsert } from '../lazy.js';
import type { JsonSchema, SchemaObject, SchemaTypeName } from './json-schema.js';

/** The kinds of JSON values; integers are numbers. */
export type ValueKind = Exclude<SchemaTypeName, 'integer'>;

/** All kinds, in the order in which types list them. */
export const allKinds: readonly ValueKind[] = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/** Finds what references point at. */
export interface Resolver<From> {
  readonly target: (reference: string, from: From) => { readonly schema: JsonSchema; readonly file: From };
}

/** Kinds that were found already, by catalog: many schemas refer to the same few. */
const found = new WeakMap<object, Map<SchemaObject, readonly ValueKind[]>>();

/** The kinds of values that a schema can accept: branches of `oneOf` and the like seldom repeat `type`. */
export function kindsOf<From>(schema: JsonSchema, file: From, references: Resolver<From>): readonly ValueKind[] {
  if (typeof schema === 'boolean') return schema ? allKinds : [];
  const known = getOrInsert(found, references, () => new Map<SchemaObject, readonly ValueKind[]>());
  const before = known.get(schema);
  if (before !== undefined) return before;
  // Met again inside itself, a schema restricts nothing further.
  known.set(schema, allKinds);
  const restrictions = restrictionsOf(schema, file, references);
  const kinds = allKinds.filter((kind) => restrictions.every((each) => each.includes(kind)));
  known.set(schema, kinds);
  return kinds;
}

/** The kinds that each keyword of a schema leaves open. */
function restrictionsOf<From>(schema: SchemaObject, file: From, references: Resolver<From>): (readonly ValueKind[])[] {
  const inside = (inner: JsonSchema): readonly ValueKind[] => kindsOf(inner, file, references);
  const restrictions = (schema.allOf ?? []).map(inside);
  if (schema.type !== undefined)
    restrictions.push([schema.type].flat().map((type) => (type === 'integer' ? 'number' : type)));
  if (schema.const !== undefined) restrictions.push([kindOfValue(schema.const)]);
  if (schema.enum !== undefined) restrictions.push(schema.enum.map(kindOfValue));
  if (schema.$ref !== undefined) {
    const target = references.target(schema.$ref, file);
    restrictions.push(kindsOf(target.schema, target.file, references));
  }
  for (const branches of [schema.anyOf, schema.oneOf])
    if (branches !== undefined) restrictions.push(branches.flatMap(inside));
  return restrictions;
}

/** The kind of a JSON value. */
export function kindOfValue(value: Json): ValueKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'object' | 'string' | 'number' | 'boolean';
}
