import type { Catalog } from '../catalog/catalog.js';
import { rootSites, type SchemaSite } from '../catalog/schema-site.js';
import type { Path } from '../json.js';
import type { SchemaObject } from '../schema/json-schema.js';
import { subschemas } from '../schema/keywords.js';

/** A name in `required`, `dependentRequired` or `dependentSchemas` that its object does not list as a property. */
export interface UnlistedName extends NamedProperty {
  readonly site: SchemaSite;
  /** Names of the properties that the object lists. */
  readonly listed: readonly string[];
  /** Whether the object allows no such property. */
  readonly isClosed: boolean;
  /** Whether some schema of the object invites names that it does not list, or may stand beside one that lists them. */
  readonly isInvited: boolean;
}

/** A name by which a schema asks for a property, or says what comes with one. */
interface NamedProperty {
  readonly name: string;
  /** Leads from the schema to the name. */
  readonly at: Path;
  /** Whether the name is a key, or a value. */
  readonly part: 'key' | 'value';
}

type Site = Pick<SchemaSite, 'file' | 'schema'>;

/** Keywords whose schemas hold for the value that the outer schema is about, whatever it is. */
const always: ReadonlySet<unknown> = new Set(['allOf']);

/** Keywords whose schemas are about the value that the outer schema is about. */
const sameValue: ReadonlySet<unknown> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
]);

/** Keywords whose schemas may well ask for what no value has. */
const tentative: ReadonlySet<unknown> = new Set(['not', 'if', 'contains', 'propertyNames']);

/**
 * Finds names in `required`, `dependentRequired` and `dependentSchemas` that no schema of the same object lists as a property,
 * or that one of them forbids.
 *
 * @param catalog - A catalog.
 * @param flawed - Schemas of which nothing is known yet, as they have errors; their objects are passed over. Default: none.
 */
export function unlistedNames(catalog: Catalog, flawed: ReadonlySet<unknown> = new Set()): UnlistedName[] {
  const found: UnlistedName[] = [];
  /** Visits a schema, given those around it that are about the same value, and whether it may be only a part of its kind. */
  const visit = (site: SchemaSite, around: readonly Site[], isPart: boolean, isTentative: boolean): void => {
    const { file, path, schema } = site;
    if (typeof schema === 'boolean') return;
    const own = [site, ...around];
    found.push(...namesIn(site, own, isPart, isTentative, catalog, flawed));
    for (const inner of subschemas(schema)) {
      const [keyword] = inner.path;
      const isSame = sameValue.has(keyword);
      const isDefinition = keyword === '$defs' || keyword === 'definitions';
      const isInner = isDefinition || (!isSame && (isPart || around.length > 0 || isCompound(schema)));
      visit(
        { file, path: [...path, ...inner.path], schema: inner.schema },
        isSame ? own : [],
        isSame ? isPart : isInner,
        !isDefinition && (tentative.has(keyword) || isTentative),
      );
    }
  };
  for (const site of rootSites(catalog)) visit(site, [], site.path.length === 0, false);
  return found;
}

function isCompound(schema: SchemaObject): boolean {
  return schema.$ref !== undefined || subschemas(schema).some(({ path }) => sameValue.has(path[0]));
}

function namesIn(
  site: SchemaSite,
  own: readonly Site[],
  isPart: boolean,
  isTentative: boolean,
  catalog: Catalog,
  flawed: ReadonlySet<unknown>,
): UnlistedName[] {
  const schema = site.schema as SchemaObject;
  const { properties = {} } = schema;
  // Most schemas list what they require.
  const names = namedProperties(schema).filter(({ name }) => !Object.hasOwn(properties, name));
  if (names.length === 0 || (isTentative && schema.properties === undefined)) return [];
  const all = together(own, sameValue, catalog);
  if (all.some(({ schema: each }) => flawed.has(each))) return [];
  const listed = new Set(all.flatMap((each) => Object.keys(each.schema.properties ?? {})));
  const invites = (isPart && listed.size === 0) || all.some((each) => isInviting(each.schema));
  const binding = together(own, always, catalog);
  return names.flatMap((named): UnlistedName[] => {
    if (listed.has(named.name)) return [];
    const isClosed = binding.some((each) => isClosedObject(each.schema));
    return [{ ...named, site, listed: [...listed], isClosed, isInvited: invites }];
  });
}

/** Schemas, and all that some keywords of theirs and their references lead to. */
function together(
  own: readonly Site[],
  by: ReadonlySet<unknown>,
  { references }: Catalog,
): readonly (Site & { readonly schema: SchemaObject })[] {
  const found = new Map<SchemaObject, Site & { readonly schema: SchemaObject }>();
  const open: Site[] = [...own];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { file, schema } = next;
    if (typeof schema === 'boolean' || found.has(schema)) continue;
    found.set(schema, { file, schema });
    for (const inner of subschemas(schema)) if (by.has(inner.path[0])) open.push({ file, schema: inner.schema });
    const target = schema.$ref === undefined ? undefined : references.resolve(schema.$ref, file);
    if (target !== undefined && !('problem' in target)) open.push(target);
  }
  return [...found.values()];
}

/** Whether a schema forbids what none lists. Names that match a pattern are not looked at. */
function isClosedObject({ additionalProperties, unevaluatedProperties, patternProperties }: SchemaObject): boolean {
  return (additionalProperties === false || unevaluatedProperties === false) && patternProperties === undefined;
}

/** Whether a schema says that an object may have properties that it does not list. */
function isInviting(schema: SchemaObject): boolean {
  const { additionalProperties = false, unevaluatedProperties = false } = schema;
  const isListed = [schema.propertyNames, schema.enum, schema.const, schema.patternProperties].some(
    (each) => each !== undefined,
  );
  return isListed || additionalProperties !== false || unevaluatedProperties !== false;
}

function namedProperties(schema: SchemaObject): NamedProperty[] {
  const { required = [], dependentRequired = {}, dependentSchemas = {} } = schema;
  const listed = (names: readonly string[], path: Path): NamedProperty[] =>
    names.map((name, index) => ({ name, at: [...path, index], part: 'value' }));
  const key = (name: string, keyword: string): NamedProperty => ({ name, at: [keyword, name], part: 'key' });
  return [
    ...listed(required, ['required']),
    ...Object.entries(dependentRequired).flatMap(([name, names]) => [
      key(name, 'dependentRequired'),
      ...listed(names, ['dependentRequired', name]),
    ]),
    // Where nothing fits, there must be no such property.
    ...Object.entries(dependentSchemas).flatMap(([name, inner]) =>
      inner === false ? [] : [key(name, 'dependentSchemas')],
    ),
  ];
}
