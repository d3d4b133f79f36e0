import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { valueAt } from '../schema/pointer.js';
import type { Catalog } from './catalog.js';
import { allSites, type SchemaSite } from './schema-site.js';

/** A required name that is no property. */
export interface MissingProperty {
  readonly site: SchemaSite;
  /** Index in `required`. */
  readonly index: number;
  readonly name: string;
  /** Names of the properties that there are. */
  readonly known: readonly string[];
}

/**
 * Keywords that apply schemas to the very object that the outer schema describes: they require its properties. `not` and
 * `if` may well ask for a property that it lacks.
 */
const inPlace = new Set(['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas']);

/**
 * Finds required names that are no property of an object that lists its properties.
 *
 * @param catalog - A catalog.
 */
export function missingProperties(catalog: Catalog): MissingProperty[] {
  const sites = allSites(catalog);
  const schemas = new Set<unknown>(sites.map(({ schema }) => schema));
  return sites.flatMap((site) => {
    if (typeof site.schema === 'boolean' || site.schema.required === undefined) return [];
    const scope = schemasInScope(site, schemas);
    if (scope.some(isOpen)) return [];
    const known = scope.flatMap(({ properties = {} }) => Object.keys(properties));
    if (known.length === 0) return [];
    const names = new Set(known);
    return [...site.schema.required.entries()].flatMap(([index, name]) =>
      names.has(name) ? [] : [{ site, index, name, known }],
    );
  });
}

/** A schema, and those around it that describe the same object. */
function schemasInScope({ file, path, schema }: SchemaSite, schemas: ReadonlySet<unknown>): SchemaObject[] {
  const found: SchemaObject[] = typeof schema === 'object' ? [schema] : [];
  const [last, beforeLast] = [path.at(-1), path.at(-2)];
  const length = inPlace.has(String(last)) ? 1 : inPlace.has(String(beforeLast)) ? 2 : 0;
  if (length === 0) return found;
  const outer = path.slice(0, -length);
  const around = valueAt(file.value, outer);
  // A property may be named like a keyword: what is around it is no schema then.
  if (!schemas.has(around)) return found;
  return [...found, ...schemasInScope({ file, path: outer, schema: around as JsonSchema }, schemas)];
}

/** Whether an object may have properties that the schema does not list, or lists elsewhere. */
function isOpen({ additionalProperties, patternProperties, allOf, anyOf, oneOf, $ref }: SchemaObject): boolean {
  const isComposed = $ref !== undefined || [...(allOf ?? []), ...(anyOf ?? []), ...(oneOf ?? [])].some(hasProperties);
  return (
    isComposed ||
    patternProperties !== undefined ||
    (additionalProperties !== undefined && additionalProperties !== false)
  );
}

function hasProperties(schema: JsonSchema): boolean {
  return typeof schema === 'object' && (schema.properties !== undefined || schema.$ref !== undefined || isOpen(schema));
}
