import { isJsonObject } from '../load/source.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { subschemas } from '../schema/keywords.js';
import { valueAt } from '../schema/pointer.js';
import type { Catalog } from './catalog.js';
import { References, type ReferenceTarget } from './references.js';
import { allSites, type SchemaSite } from './schema-site.js';
import { withUsers } from './schema-users.js';

/** Which schemas of a catalog lack something, since parts of the wrong structure were left out of them. */
export interface LeftOut {
  /** Schemas without a keyword of their own that was written. */
  readonly lacking: ReadonlySet<unknown>;
  /** Schemas that lack something at any depth, or refer to such. */
  readonly partial: ReadonlySet<unknown>;
  /** Those of them that may accept less than was meant, so that what they refuse tells nothing. The others accept more. */
  readonly narrowed: ReadonlySet<unknown>;
}

/** Keywords that accept less where one beside them is missing, such as `properties` or `prefixItems`. */
const dependent: readonly (keyof SchemaObject)[] = ['additionalProperties', 'items', 'contains'];

/** Keywords that depend on those of the schemas inside, too. */
const unevaluated: readonly (keyof SchemaObject)[] = ['unevaluatedProperties', 'unevaluatedItems'];

/** Keywords that refuse a value because a schema inside accepts it. */
const reversing: readonly unknown[] = ['not', 'if', 'oneOf'];

const nothing: LeftOut = { lacking: new Set(), partial: new Set(), narrowed: new Set() };
const found = new WeakMap<Catalog, LeftOut>();

/** Finds which schemas of a catalog lack something; once, however many rules ask. */
export function leftOutOf(catalog: Catalog): LeftOut {
  if (catalog.references.isWhole) return nothing;
  const known = found.get(catalog) ?? findLeftOut(catalog);
  found.set(catalog, known);
  return known;
}

/** Whether `true` stands somewhere only in place of what is no schema. */
export function isSubstitute({ file, pointer, schema }: ReferenceTarget, references: References): boolean {
  return schema === true && valueAt(references.written(file), [...References.schemaPath(file), ...pointer]) !== true;
}

interface Part {
  readonly keyword: unknown;
  readonly schema: JsonSchema;
  readonly isSubstitute: boolean;
}

interface Owner {
  readonly schema: SchemaObject;
  readonly isLacking: boolean;
  readonly parts: readonly Part[];
}

function findLeftOut(catalog: Catalog): LeftOut {
  const owners = allSites(catalog).flatMap((site) => ownerAt(site, catalog.references));
  const lacking = new Set(owners.filter(({ isLacking }) => isLacking).map(({ schema }) => schema));
  const incomplete = owners.filter(({ isLacking, parts }) => isLacking || parts.some((part) => part.isSubstitute));
  const partial = withUsers(schemasOf(incomplete), catalog);
  const isNarrowed = ({ schema, isLacking, parts }: Owner): boolean => {
    const has = (name: keyof SchemaObject): boolean => schema[name] !== undefined;
    return (
      (isLacking && dependent.some(has)) ||
      (partial.has(schema) && unevaluated.some(has)) ||
      parts.some((part) => reversing.includes(part.keyword) && (part.isSubstitute || partial.has(part.schema)))
    );
  };
  return { lacking, partial, narrowed: withUsers(schemasOf(owners.filter(isNarrowed)), catalog) };
}

const schemasOf = (owners: readonly Owner[]): SchemaObject[] => owners.map(({ schema }) => schema);

function ownerAt({ file, path, schema }: SchemaSite, references: References): Owner[] {
  if (typeof schema === 'boolean') return [];
  const written = valueAt(references.written(file), path);
  const isLacking = isJsonObject(written) && Object.keys(written).some((name) => !Object.hasOwn(schema, name));
  const parts = subschemas(schema).map((part): Part => ({
    keyword: part.path[0],
    schema: part.schema,
    isSubstitute: part.schema === true && valueAt(written, part.path) !== true,
  }));
  const target = schema.$ref === undefined ? undefined : references.resolve(schema.$ref, file);
  if (target === undefined || 'problem' in target) return [{ schema, isLacking, parts }];
  const referred = { keyword: '$ref', schema: target.schema, isSubstitute: isSubstitute(target, references) };
  return [{ schema, isLacking, parts: [...parts, referred] }];
}
