import { isJsonObject, type Json, type JsonObject, type Path } from '../json.js';
import type { SchemaObject } from '../schema/json-schema.js';
import { keywords } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { leftOutOf } from './left-out.js';
import { ObjectScopes } from './object-scopes.js';
import { Budget } from '../satisfiability/budget.js';
import { Matches } from '../satisfiability/matches.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';
import { nearest } from '../text/suggest.js';

/** A name in `required`, `dependentRequired` or `dependentSchemas` that is no property. */
export interface MissingProperty extends NamedProperty {
  readonly site: SchemaSite;
  /** Names of the properties that there are. */
  readonly known: readonly string[];
}

/** A name by which a schema asks for a property, or says what comes with one. */
interface NamedProperty {
  readonly name: string;
  /** Leads from the schema to the name. */
  readonly at: Path;
  /** Whether the name is a key, or a value. */
  readonly part: 'key' | 'value';
}

/**
 * Finds names in `required`, `dependentRequired` and `dependentSchemas` that no schema of their object lists as a property,
 * where none says that others may be there. What `not`, `if` and `contains` ask for counts only where they list properties
 * themselves: they may well ask for what is missing.
 *
 * @param catalog - A catalog.
 */
export function missingProperties(catalog: Catalog): MissingProperty[] {
  const { lacking } = leftOutOf(catalog);
  const sites = allSites(catalog);
  const budget = new Budget(sites.length);
  const { matches } = new Matches(budget);
  let scopes: ObjectScopes | undefined;
  return sites.flatMap((site): MissingProperty[] => {
    const { schema } = site;
    if (typeof schema === 'boolean') return [];
    const { properties = {} } = schema;
    // Most schemas list what they require.
    const named = namedProperties(schema).filter(({ name }) => !Object.hasOwn(properties, name));
    if (named.length === 0) return [];
    budget.begin();
    scopes ??= new ObjectScopes(catalog);
    const { schemas, isIncomplete, isTentative } = scopes.of(schema);
    const all = [...schemas];
    if (isIncomplete || (isTentative && Object.keys(properties).length === 0)) return [];
    const lost = all.flatMap((each) => Object.entries(lacking.get(each) ?? {}));
    const misspelt = lost.filter(isMisspeltProperties).flatMap(([, value]) => Object.keys(value as JsonObject));
    if (lost.some((each) => !isMisspeltProperties(each) && mayNameProperties(each))) return [];
    const known = new Set([...all.flatMap((each) => Object.keys(each.properties ?? {})), ...misspelt]);
    return named
      .filter(({ name }) => !known.has(name) && !all.some((each) => isOpenTo(name, each, matches)))
      .map((missing) => ({ ...missing, site, known: [...known] }));
  });
}

function namedProperties({
  required = [],
  dependentRequired = {},
  dependentSchemas = {},
}: SchemaObject): NamedProperty[] {
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
    ...Object.entries(dependentSchemas).flatMap(([name, schema]) =>
      schema === false ? [] : [key(name, 'dependentSchemas')],
    ),
  ];
}

/** Whether a schema says that an object may have a property of a name that it does not list. */
function isOpenTo(name: string, schema: SchemaObject, matches: Matches['matches']): boolean {
  const { additionalProperties = false, unevaluatedProperties = false, patternProperties = {} } = schema;
  const isListed = schema.propertyNames !== undefined || schema.enum !== undefined || schema.const !== undefined;
  return (
    isListed ||
    additionalProperties !== false ||
    unevaluatedProperties !== false ||
    Object.keys(patternProperties).some((pattern) => matches(pattern, name) !== false)
  );
}

/** Keywords that name no property and hold no schema. */
const plain: ReadonlySet<string> = new Set(
  keywords.filter(({ name, holds }) => holds === 'value' && name !== '$ref').map(({ name }) => name),
);
const keywordNames = keywords.map(({ name }) => name);

function isMisspeltProperties([written, value]: readonly [string, Json]): boolean {
  return isJsonObject(value) && nearest(written, keywordNames) === 'properties';
}

/** Whether a keyword that was left out may have been meant as one that names properties. */
function mayNameProperties([written, value]: readonly [string, Json]): boolean {
  const meant = nearest(written, keywordNames);
  return meant === undefined ? typeof value === 'object' : !plain.has(meant);
}
