import { reachable } from '../graph.js';
import type { SchemaObject } from '../schema/json-schema.js';
import { subschemas } from '../schema/keywords.js';
import type { Catalog } from '../catalog/catalog.js';
import { usesIn, type Use, type Uses } from './schema-users.js';

/** Keywords whose schemas apply to the very value that the outer schema applies to. */
const inPlace: ReadonlySet<unknown> = new Set([
  '$ref',
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

/** Keywords whose schemas apply to items of a list. */
const ofItems: ReadonlySet<unknown> = new Set(['items', 'prefixItems', 'contains', 'unevaluatedItems']);

/** Keywords whose schemas may apply to any property. */
const ofAnyProperty: ReadonlySet<unknown> = new Set([
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
]);

/** So many levels above a schema are looked at. */
const mostLevels = 100;

/** The schemas inside another, by what they apply to. */
interface Insides {
  readonly items: readonly SchemaObject[];
  /** Of properties that are not listed. */
  readonly anyProperty: readonly SchemaObject[];
  readonly properties: ReadonlyMap<unknown, SchemaObject>;
}

/** Everything that a catalog says of the values that a schema describes. */
export interface ObjectScope {
  /** The schema, and all others that may apply to the same values. */
  readonly schemas: ReadonlySet<SchemaObject>;
  /** Whether a schema of it is flawed, or lies too deep. */
  readonly isIncomplete: boolean;
  /** Whether it may well ask for what no value has. */
  readonly isTentative: boolean;
}

const nothing: ObjectScope = { schemas: new Set(), isIncomplete: false, isTentative: false };
const tooDeep: ObjectScope = { ...nothing, isIncomplete: true };

/** Finds which schemas of a catalog apply to the same values. */
export class ObjectScopes {
  readonly #uses: Uses;
  readonly #flawed: ReadonlySet<unknown>;
  readonly #scopes = new Map<SchemaObject, ObjectScope>();
  readonly #insides = new Map<SchemaObject, Insides>();

  /**
   * @param catalog - A catalog; its references may lead nowhere.
   * @param flawed - Schemas of which nothing is known yet, as they have errors.
   */
  constructor(catalog: Catalog, flawed: ReadonlySet<unknown>) {
    this.#uses = usesIn(catalog);
    this.#flawed = flawed;
  }

  /** The scope of a schema. */
  of(schema: SchemaObject): ObjectScope {
    return this.#scopeOf(schema, 0);
  }

  #scopeOf(schema: SchemaObject, level: number): ObjectScope {
    if (level > mostLevels) return tooDeep;
    const known = this.#scopes.get(schema);
    if (known !== undefined) return known;
    // Where schemas lead around in a circle, what is met again adds nothing.
    this.#scopes.set(schema, nothing);
    const users = reachable([schema], (each) =>
      this.#uses
        .of(each)
        .filter(isInPlace)
        .map(({ user }) => user),
    );
    const uses = [...users].flatMap((user) => this.#uses.of(user));
    const outer = uses.filter((use) => !isInPlace(use) && use.path[0] !== '$defs');
    const around = outer.map((use) => ({ use, scope: this.#scopeOf(use.user, level + 1) }));
    const beside = around.flatMap(({ use, scope }) =>
      [...scope.schemas].flatMap((each) => alike(use, this.#insidesOf(each))),
    );
    const schemas = reachable([...users, ...beside], (each) =>
      this.#uses
        .by(each)
        .filter(isInPlace)
        .map(({ part }) => part),
    );
    const found = {
      schemas,
      isIncomplete:
        around.some(({ scope }) => scope.isIncomplete) || [...schemas].some((each) => this.#flawed.has(each)),
      isTentative: around.some(({ scope }) => scope.isTentative) || uses.some(({ path }) => tentative.has(path[0])),
    };
    this.#scopes.set(schema, found);
    return found;
  }

  /** Found once: a schema may have thousands of others inside, each of which asks. */
  #insidesOf(schema: SchemaObject): Insides {
    const insides = this.#insides.get(schema) ?? insidesOf(schema);
    this.#insides.set(schema, insides);
    return insides;
  }
}

function isInPlace({ path }: Use): boolean {
  return inPlace.has(path[0]);
}

function insidesOf(schema: SchemaObject): Insides {
  const items: SchemaObject[] = [];
  const anyProperty: SchemaObject[] = [];
  const properties = new Map<unknown, SchemaObject>();
  for (const { path, schema: inner } of subschemas(schema)) {
    const [keyword, key] = path;
    if (typeof inner === 'boolean') continue;
    if (ofItems.has(keyword)) items.push(inner);
    else if (ofAnyProperty.has(keyword)) anyProperty.push(inner);
    else if (keyword === 'properties') properties.set(key, inner);
  }
  return { items, anyProperty, properties };
}

/** Those of the schemas inside one that may apply to the same part of a value as one that is used. */
function alike({ path: [keyword, key] }: Use, { items, anyProperty, properties }: Insides): readonly SchemaObject[] {
  if (ofItems.has(keyword)) return items;
  if (ofAnyProperty.has(keyword)) return [...anyProperty, ...properties.values()];
  const property = keyword === 'properties' ? properties.get(key) : undefined;
  return property === undefined ? anyProperty : [...anyProperty, property];
}
