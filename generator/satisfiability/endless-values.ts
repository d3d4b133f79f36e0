import type { JsonSchema } from '../schema/json-schema.js';
import type { Analyzer, Conflict } from './conflict.js';
import { type ObjectSite, type Site, inside } from './site.js';
import type { Budget } from './budget.js';
import { FiniteValues, leastContained, neededItems } from './finite-values.js';
import { propertySchemas } from './objects.js';

/** A keyword that asks for something inside a value, and the schemas without a finite value that it leads to. */
interface Need extends Conflict {
  readonly schemas: readonly Site[];
}

/**
 * Finds keywords that ask for the very value that they belong to, so that no finite one fits: a list whose every element
 * needs a next one.
 *
 * @param sites - All schemas; inner ones stand behind those that they are inside of.
 * @param analyzer - Judges them.
 * @returns One keyword of each circle.
 */
export function endlessValues(sites: readonly ObjectSite[], analyzer: Analyzer, budget: Budget): Conflict[] {
  const finite = new FiniteValues(sites, analyzer, budget);
  const needs = new Needs(finite, analyzer);
  const told = new Set<JsonSchema>();
  return sites.flatMap((site) => {
    if (finite.has(site) || told.has(site.schema)) return [];
    for (const { schemas, ...found } of needs.of(site)) {
      const circle = needs.circle(site, schemas);
      if (circle === undefined || circle.some((each) => told.has(each))) continue;
      for (const each of circle) told.add(each);
      return [found];
    }
    return [];
  });
}

/** What schemas without a finite value need. */
class Needs {
  readonly #finite: FiniteValues;
  readonly #analyzer: Analyzer;

  constructor(finite: FiniteValues, analyzer: Analyzer) {
    this.#finite = finite;
    this.#analyzer = analyzer;
  }

  /** What a schema and its parts need, but for those that it refers to. */
  of(site: ObjectSite): Need[] {
    const parts = this.#parts(site);
    const own = parts.filter(
      ({ document, path }) => document === site.document && site.path.every((each, depth) => each === path[depth]),
    );
    return own.flatMap((part) => this.#needs(part, parts));
  }

  /** The schemas on the way from one through others back to it. */
  circle(start: ObjectSite, first: readonly Site[]): JsonSchema[] | undefined {
    const seen = new Set<JsonSchema>();
    const open = [...first];
    for (let site = open.pop(); site !== undefined; site = open.pop()) {
      if (typeof site.schema === 'boolean') continue;
      const parts = this.#parts({ ...site, schema: site.schema });
      if (parts.some(({ schema }) => schema === start.schema)) return [...seen, site.schema, start.schema];
      if (seen.has(site.schema)) continue;
      seen.add(site.schema);
      open.push(...parts.flatMap((part) => this.#needs(part, parts)).flatMap(({ schemas }) => schemas));
    }
    return undefined;
  }

  #needs(site: ObjectSite, parts: readonly ObjectSite[]): Need[] {
    const { required = [], minProperties = 0, minItems = 0 } = site.schema;
    const unfit = (schemas: readonly Site[]): Site[] => schemas.filter((each) => !this.#finite.has(each));
    const found = required.map((name, index): Need => ({
      site,
      at: ['required', index],
      message: `Every value of ${JSON.stringify(name)} would hold another without end: make it optional, or allow null.`,
      schemas: unfit(parts.flatMap((part) => propertySchemas(part, name, this.#analyzer))),
    }));
    if (minProperties > 0) {
      const message = 'Every property would hold another without end: ask for none, or allow null.';
      found.push({ site, at: ['minProperties'], message, schemas: unfit(parts.flatMap(propertiesOf)) });
    }
    const contained = leastContained(site);
    const items = Math.max(minItems, contained);
    if (items > 0) {
      const at = minItems > 0 ? 'minItems' : 'contains';
      const message = 'Every item would hold another without end: ask for none, or allow null.';
      const { contains = true } = site.schema;
      const schemas = [...parts.flatMap((part) => neededItems(part, items)), inside(site, ['contains'], contains)];
      found.push({ site, at: [at], message, schemas: unfit(schemas) });
    }
    return found;
  }

  /** A schema, and all that apply to the very same values. */
  #parts(site: ObjectSite): ObjectSite[] {
    const found = new Map<JsonSchema, ObjectSite>();
    const open: Site[] = [site];
    // A list yields what is added while it is gone through.
    for (const each of open) {
      const { schema } = each;
      if (typeof schema === 'boolean' || found.has(schema)) continue;
      found.set(schema, { ...each, schema });
      open.push(...this.#analyzer.inPlace(each).filter(({ path }) => path.at(-1) !== 'if'));
    }
    return [...found.values()];
  }
}

function propertiesOf(site: ObjectSite): Site[] {
  const { properties = {}, patternProperties = {}, additionalProperties = true } = site.schema;
  return [
    ...Object.entries(properties).map(([name, schema]) => inside(site, ['properties', name], schema)),
    ...Object.entries(patternProperties).map(([name, schema]) => inside(site, ['patternProperties', name], schema)),
    inside(site, ['additionalProperties'], additionalProperties),
  ];
}
