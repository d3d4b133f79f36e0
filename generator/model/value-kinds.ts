import type { Json, SourceFile } from '../load/source.js';
import type { JsonSchema, SchemaTypeName } from '../schema/json-schema.js';
import type { References } from '../validate/references.js';

/** The kinds of JSON values; integers are numbers. */
export type ValueKind = Exclude<SchemaTypeName, 'integer'>;

/** All kinds, in the order in which types list them. */
export const allKinds: readonly ValueKind[] = ['object', 'array', 'string', 'number', 'boolean', 'null'];

/**
 * The kinds of values that a schema can accept at all. Knowing them early keeps the branches of `oneOf` and the like,
 * which seldom repeat `type`, from being read as "anything".
 *
 * @param schema - A checked schema.
 * @param file - The file that it stands in.
 * @param references - The catalog's schemas.
 * @param open - Schemas that are being looked at already; they restrict nothing further.
 */
export function kindsOf(
  schema: JsonSchema,
  file: SourceFile,
  references: References,
  open: ReadonlySet<JsonSchema> = new Set(),
): readonly ValueKind[] {
  if (schema === false) return [];
  if (schema === true || open.has(schema)) return allKinds;
  const within = new Set(open).add(schema);
  const inside = (inner: JsonSchema): readonly ValueKind[] => kindsOf(inner, file, references, within);
  const restrictions: (readonly ValueKind[])[] = [];
  if (schema.type !== undefined) {
    restrictions.push([schema.type].flat().map((type) => (type === 'integer' ? 'number' : type)));
  }
  if (schema.const !== undefined) restrictions.push([kindOfValue(schema.const)]);
  if (schema.enum !== undefined) restrictions.push(schema.enum.map(kindOfValue));
  if (schema.$ref !== undefined) {
    const target = references.target(schema.$ref, file);
    restrictions.push(kindsOf(target.schema, target.file, references, within));
  }
  restrictions.push(...(schema.allOf ?? []).map(inside));
  if (schema.anyOf !== undefined) restrictions.push(schema.anyOf.flatMap(inside));
  if (schema.oneOf !== undefined) restrictions.push(schema.oneOf.flatMap(inside));
  return allKinds.filter((kind) => restrictions.every((kinds) => kinds.includes(kind)));
}

/** The kind of a JSON value. */
export function kindOfValue(value: Json): ValueKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'object' | 'string' | 'number' | 'boolean';
}
