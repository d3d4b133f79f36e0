import type { Path } from '../json.js';
import type { SchemaObject } from '../schema/json-schema.js';
import type { Catalog } from '../catalog/catalog.js';
import { ObjectScopes } from './object-scopes.js';
import { Budget } from '../satisfiability/budget.js';
import { Matches } from '../satisfiability/matches.js';
import { allSites, type SchemaSite } from '../catalog/schema-site.js';

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
 * @param flawed - Schemas of which nothing is known yet, as they have errors.
 */
export function missingProperties(catalog: Catalog, flawed: ReadonlySet<unknown>): MissingProperty[] {
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
    scopes ??= new ObjectScopes(catalog, flawed);
    const { schemas, isIncomplete, isTentative } = scopes.of(schema);
    const all = [...schemas];
    if (isIncomplete || (isTentative && Object.keys(properties).length === 0)) return [];
    const known = new Set(all.flatMap((each) => Object.keys(each.properties ?? {})));
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
