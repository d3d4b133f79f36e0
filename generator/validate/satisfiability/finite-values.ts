import { kindsOf } from '../../model/value-kinds.js';
import type { JsonSchema, SchemaObject } from '../../schema/json-schema.js';
import type { Catalog } from '../catalog.js';
import { allSites, targetSite, type SchemaSite } from '../schema-site.js';
import { Effort } from './effort.js';
import { Matches } from './matches.js';

/** A property that is required, and whose value would have to hold itself. */
export interface EndlessProperty {
  readonly site: SchemaSite;
  readonly name: string;
  /** Index in `required`. */
  readonly index: number;
}

/**
 * Finds required properties that ask for the very object that they belong to, so that no finite value fits: a list whose
 * every element needs a next one. Works out which schemas some finite value fits, from below: those that need nothing of
 * their own kind first, then those that need only such ones, until nothing is added.
 *
 * @param catalog - A catalog whose references all lead somewhere, without circles in place.
 * @returns One property of each circle.
 */
export function endlessProperties(catalog: Catalog): EndlessProperty[] {
  const inhabited = new FiniteSchemas(catalog);
  const told = new Set<JsonSchema>();
  return allSites(catalog).flatMap((site) => {
    const { schema } = site;
    if (typeof schema === 'boolean' || schema.required === undefined || inhabited.has(site)) return [];
    for (const [index, name] of schema.required.entries()) {
      const circle = inhabited.circleThrough(site, name);
      if (circle === undefined || circle.some((each) => told.has(each))) continue;
      for (const each of circle) told.add(each);
      return [{ site, name, index }];
    }
    return [];
  });
}

class FiniteSchemas {
  readonly #catalog: Catalog;
  readonly #finite = new Set<JsonSchema>();
  readonly #matches = new Matches(new Effort());

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    const sites = allSites(catalog);
    for (let before = -1; before < this.#finite.size;) {
      before = this.#finite.size;
      // Inner schemas come last in the list, and decide about the outer ones.
      for (const site of sites.toReversed()) if (!this.has(site) && this.#follows(site)) this.#finite.add(site.schema);
    }
  }

  has({ schema }: Pick<SchemaSite, 'schema'>): boolean {
    return typeof schema === 'boolean' ? schema : this.#finite.has(schema);
  }

  /** The schemas on the way from an object through a required property back to it. */
  circleThrough(start: SchemaSite, name: string): JsonSchema[] | undefined {
    const seen = new Set<JsonSchema>();
    const open = this.#needs(start, name);
    for (let site = open.pop(); site !== undefined; site = open.pop()) {
      if (site.schema === start.schema) return [...seen, start.schema];
      if (seen.has(site.schema)) continue;
      seen.add(site.schema);
      open.push(...this.#needs(site));
    }
    return undefined;
  }

  /** Whether a finite value fits a schema, as far as is known of those that it needs. */
  #follows(site: SchemaSite): boolean {
    const { file, schema } = site;
    if (typeof schema === 'boolean') return schema;
    const isFinite = (inner: JsonSchema): boolean => this.has({ schema: inner });
    const target = targetSite(site, this.#catalog.references);
    const inPlace =
      (target === undefined || this.has(target)) &&
      (schema.allOf ?? []).every(isFinite) &&
      [schema.anyOf, schema.oneOf].every((branches) => branches === undefined || branches.some(isFinite));
    if (!inPlace) return false;
    if (schema.const !== undefined || schema.enum !== undefined) return true;
    return kindsOf(schema, file, this.#catalog.references).some((kind) => {
      if (kind === 'object') return this.#requiredSchemas(schema).every(isFinite);
      return kind === 'array' ? neededItems(schema).every(isFinite) : true;
    });
  }

  /** The schemas without a finite value that a schema needs; of an object, only for one property where it is named. */
  #needs(site: SchemaSite, name?: string): SchemaSite[] {
    const { file, schema } = site;
    if (typeof schema === 'boolean') return [];
    const inner = this.#requiredSchemas(schema, name);
    if (name === undefined) {
      inner.push(...neededItems(schema), ...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []));
    }
    const sites = inner.map((each): SchemaSite => ({ file, path: site.path, schema: each }));
    const target = name === undefined ? targetSite(site, this.#catalog.references) : undefined;
    return [...sites, ...(target === undefined ? [] : [target])].filter((each) => !this.has(each));
  }

  #requiredSchemas(schema: SchemaObject, only?: string): JsonSchema[] {
    const names = (schema.required ?? []).filter((name) => only === undefined || only === name);
    return names.flatMap((name) => this.#propertySchemas(schema, name));
  }

  #propertySchemas(schema: SchemaObject, name: string): JsonSchema[] {
    const { properties = {}, patternProperties = {}, additionalProperties } = schema;
    const own = Object.hasOwn(properties, name) ? [properties[name] ?? true] : [];
    const patterns = Object.keys(patternProperties);
    const fitting = patterns.filter((pattern) => this.#matches.matches(pattern, name) === true);
    const found = [...own, ...fitting.map((pattern) => patternProperties[pattern] ?? true)];
    if (found.length > 0 || additionalProperties === undefined) return found;
    return patterns.every((pattern) => this.#matches.matches(pattern, name) === false) ? [additionalProperties] : [];
  }
}

/** Schemas of items that a list cannot do without. */
function neededItems({ minItems = 0, prefixItems = [], items }: SchemaObject): JsonSchema[] {
  const needsRest = minItems > prefixItems.length && items !== undefined;
  return [...prefixItems.slice(0, minItems), ...(needsRest ? [items] : [])];
}
