import { gapKey } from '../load/gaps.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { keywords, subschemas } from '../schema/keywords.js';
import { valueAt } from '../schema/pointer.js';
import type { Catalog } from '../catalog/catalog.js';
import { References, type ReferenceTarget } from '../schema/references.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';
import { withUsers } from './schema-users.js';

/** Which schemas of a catalog lack something, since parts of the wrong structure, or that are no YAML, were left out of them. */
export interface LeftOut {
  /** What was left out of a schema itself, by the schema. */
  readonly lacking: ReadonlyMap<unknown, JsonObject>;
  /** Keywords that hold, or refer to, `true` in place of what is no schema, by the schema. */
  readonly substituted: ReadonlyMap<unknown, ReadonlySet<unknown>>;
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

const nothing: LeftOut = {
  lacking: new Map(),
  substituted: new Map(),
  partial: new Set(),
  narrowed: new Set(),
};
const remembered = new WeakMap<Catalog, LeftOut>();

/** Finds which schemas of a catalog lack something; once, however many rules ask. */
export function leftOutOf(catalog: Catalog): LeftOut {
  if (catalog.references.isWhole) return nothing;
  const known = remembered.get(catalog) ?? findLeftOut(catalog);
  remembered.set(catalog, known);
  return known;
}

/** Whether `true` stands somewhere only in place of what is no schema. */
function isSubstitute({ file, pointer, schema }: ReferenceTarget, references: References): boolean {
  return schema === true && valueAt(references.written(file), [...References.schemaPath(file), ...pointer]) !== true;
}

/** Keywords that hold schemas by name. */
const maps = keywords.filter(({ holds }) => holds === 'map').map(({ name }) => name);

interface Part {
  readonly keyword: unknown;
  readonly schema: JsonSchema;
  readonly isSubstitute: boolean;
}

interface Owner {
  readonly schema: SchemaObject;
  readonly lacking: JsonObject | undefined;
  /** Whether it may lack what nobody knows the place of, such as an alternative. */
  readonly isLossy: boolean;
  readonly parts: readonly Part[];
}

function findLeftOut(catalog: Catalog): LeftOut {
  const owners = allSites(catalog).flatMap((site) => ownerAt(site, catalog.references));
  const lacking = new Map(
    owners.flatMap((owner) => (owner.lacking === undefined ? [] : [[owner.schema, owner.lacking]])),
  );
  const substituted = new Map<unknown, ReadonlySet<unknown>>();
  for (const { schema, parts } of owners) {
    const found = new Set(parts.filter((part) => part.isSubstitute).map(({ keyword }) => keyword));
    if (found.size > 0) substituted.set(schema, found);
  }
  const partial = withUsers([...lacking.keys(), ...substituted.keys()], catalog);
  const isNarrowed = ({ schema, isLossy, parts }: Owner): boolean => {
    const has = (name: keyof SchemaObject): boolean => schema[name] !== undefined;
    return (
      isLossy ||
      (lacking.has(schema) && dependent.some(has)) ||
      (partial.has(schema) && (unevaluated.some(has) || has('maxContains'))) ||
      parts.some((part) => reversing.includes(part.keyword) && (part.isSubstitute || partial.has(part.schema)))
    );
  };
  const narrowed = owners.filter(isNarrowed).map(({ schema }) => schema);
  return { lacking, substituted, partial, narrowed: withUsers(narrowed, catalog) };
}

/** Keywords that a schema lost, and one that nobody knows where a mapping of schemas lost one. */
function lostFrom(schema: SchemaObject, written: JsonObject): (readonly [string, Json])[] {
  const lost = Object.entries(written).filter(([name]) => !Object.hasOwn(schema, name));
  const isPartial = maps.some((name) => {
    const [kept, all] = [schema[name], written[name]];
    return (
      kept !== undefined && isJsonObject(all) && Object.keys(all).some((key) => !Object.hasOwn(kept as object, key))
    );
  });
  return isPartial ? [...lost, [gapKey(0), null]] : lost;
}

function ownerAt({ file, path, schema }: SchemaSite, references: References): Owner[] {
  if (typeof schema === 'boolean') return [];
  const written = valueAt(references.written(file), path);
  const lost = lostFrom(schema, isJsonObject(written) ? written : {});
  const lacking = lost.length === 0 ? undefined : Object.fromEntries(lost);
  const parts = subschemas(schema).map((part): Part => ({
    keyword: part.path[0],
    schema: part.schema,
    isSubstitute: part.schema === true && valueAt(written, part.path) !== true,
  }));
  const target = schema.$ref === undefined ? undefined : references.resolve(schema.$ref, file);
  const isLossy = (file.rest?.lost.length ?? 0) > 0;
  if (target === undefined || 'problem' in target) return [{ schema, lacking, isLossy, parts }];
  const referred = { keyword: '$ref', schema: target.schema, isSubstitute: isSubstitute(target, references) };
  return [{ schema, lacking, isLossy, parts: [...parts, referred] }];
}
