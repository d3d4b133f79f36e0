import { itemsAt, patternSites } from '../satisfiability/member-sites.js';
import { matchesPattern, propertySites } from './matches-pattern.js';
import { inside, targetOf, type ObjectSite, type Site } from '../satisfiability/site.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { isInPlace, subschemas } from '../schema/keywords.js';
import type { ComposedDocument } from './composed-document.js';

/** More pairs of schemas are not looked at; what lies deeper counts as the same. */
const maxPairs = 2000;

/**
 * What a payload may hold beside what its own contract says: no property that the own contract neither names nor invites, and
 * to which another contract gives a meaning. Who writes by a contract does not write such properties.
 */
export class OpenWorld {
  readonly #document: ComposedDocument;
  readonly #known = new Map<string, JsonSchema>();
  #hasLimits = false;

  /** @param document - Receives the schemas that say it. */
  constructor(document: ComposedDocument) {
    this.#document = document;
  }

  /** The schema that says so; `true` where there is no such property. */
  limit(own: Site, other: Site): JsonSchema {
    const limit = this.#limit([own], [other]);
    return this.#hasLimits ? limit : true;
  }

  #limit(own: readonly Site[], other: readonly Site[]): JsonSchema {
    const [mine, theirs] = [allInPlace(own), allInPlace(other)];
    const key = [mine, theirs].map((sites) => sites.map((site) => this.#document.nameOf(site)).join(' ')).join(' | ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (mine.length === 0 || theirs.length === 0 || this.#known.size > maxPairs) return true;
    let made: JsonSchema = true;
    this.#known.set(key, { $ref: this.#document.refer(() => this.#document.site(made)) });
    made = { ...this.#ofObjects(mine, theirs), ...this.#ofLists(mine, theirs) };
    this.#known.set(key, made);
    return made;
  }

  #ofObjects(mine: readonly ObjectSite[], theirs: readonly ObjectSite[]): SchemaObject {
    const [names, patterns] = [namesIn(mine), patternsIn(mine)];
    const limits = (keys: readonly string[], sites: typeof propertySites): Record<string, JsonSchema> =>
      Object.fromEntries(keys.map((key) => [key, this.#limit(sites(mine, key), sites(theirs, key))]));
    const limit = {
      properties: limits(names, propertySites),
      patternProperties: limits(patterns, patternSites),
      additionalProperties: this.#limit(othersOf(mine), othersOf(theirs)),
    };
    if (mine.some(({ schema }) => invitesAny(schema))) return limit;
    const isNamed = (name: string): boolean =>
      names.includes(name) || patterns.some((pattern) => matchesPattern(pattern, name));
    const foreignNames = namesIn(theirs).filter((name) => !isNamed(name));
    const foreign = patternsIn(theirs).filter((pattern) => !patterns.includes(pattern));
    this.#hasLimits ||= foreignNames.length > 0 || foreign.length > 0;
    const properties = { ...limit.properties, ...Object.fromEntries(foreignNames.map((name) => [name, false])) };
    if (foreign.length === 0) return { ...limit, properties };
    const matching = (each: readonly string[]): JsonSchema[] => each.map((pattern) => ({ pattern }));
    const propertyNames = { anyOf: [{ enum: names }, ...matching(patterns), { not: { anyOf: matching(foreign) } }] };
    return { ...limit, properties, propertyNames };
  }

  #ofLists(mine: readonly ObjectSite[], theirs: readonly ObjectSite[]): SchemaObject {
    const length = Math.max(...[...mine, ...theirs].map(({ schema }) => schema.prefixItems?.length ?? 0));
    const item = (index: number): JsonSchema => this.#limit(itemsAt(index, mine), itemsAt(index, theirs));
    return { prefixItems: Array.from({ length }, (_, index) => item(index)), items: item(length) };
  }
}

/** All schemas that may apply to the very value that some schemas apply to. */
function allInPlace(sites: readonly Site[]): ObjectSite[] {
  const found = new Map<JsonSchema, ObjectSite>();
  const visit = (site: Site): void => {
    const { schema } = site;
    if (typeof schema === 'boolean' || found.has(schema)) return;
    found.set(schema, { ...site, schema });
    const target = targetOf(site);
    if (target !== undefined) visit(target);
    for (const inner of subschemas(schema))
      if (isInPlace(inner) && inner.path[0] !== 'not') visit(inside(site, inner.path, inner.schema));
  };
  sites.forEach(visit);
  return [...found.values()];
}

const namesIn = (sites: readonly ObjectSite[]): string[] => [
  ...new Set(sites.flatMap(({ schema }) => Object.keys(schema.properties ?? {}))),
];
const patternsIn = (sites: readonly ObjectSite[]): string[] => [
  ...new Set(sites.flatMap(({ schema }) => Object.keys(schema.patternProperties ?? {}))),
];
const othersOf = (sites: readonly ObjectSite[]): Site[] =>
  sites.flatMap((site) => {
    const { additionalProperties } = site.schema;
    return additionalProperties === undefined ? [] : [inside(site, ['additionalProperties'], additionalProperties)];
  });
const invitesAny = ({ additionalProperties = false, unevaluatedProperties = false }: SchemaObject): boolean =>
  additionalProperties !== false || unevaluatedProperties !== false;
