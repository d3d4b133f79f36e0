import type { Path } from '../../json.js';
import type { JsonSchema } from '../../schema/json-schema.js';
import type { SchemaSite } from '../../catalog/schema-site.js';
import { inside, type Judge, type ObjectSite } from './conflict.js';
import { FiniteValues, leastContained, neededItems } from './finite-values.js';
import { propertySchemas } from './objects.js';

/** A keyword that asks for values each of which would have to hold another. */
export interface EndlessValue {
  readonly site: ObjectSite;
  /** Leads from the schema to the keyword at fault. */
  readonly at: Path;
  readonly message: string;
}

/** A keyword that asks for something inside a value, and the schemas without a finite value that it leads to. */
interface Need extends EndlessValue {
  readonly schemas: readonly SchemaSite[];
}

/**
 * Finds keywords that ask for the very value that they belong to, so that no finite one fits: a list whose every element
 * needs a next one.
 *
 * @param sites - All schemas; inner ones stand behind those that they are inside of.
 * @param judge - Judges them.
 * @returns One keyword of each circle.
 */
export function endlessValues(sites: readonly ObjectSite[], judge: Judge): EndlessValue[] {
  const finite = new FiniteValues(sites, judge);
  const needs = new Needs(finite, judge);
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
  readonly #judge: Judge;

  constructor(finite: FiniteValues, judge: Judge) {
    this.#finite = finite;
    this.#judge = judge;
  }

  /** What a schema and its parts need, but for those that it refers to. */
  of(site: ObjectSite): Need[] {
    const parts = this.#parts(site);
    const own = parts.filter(
      ({ file, path }) => file === site.file && site.path.every((each, depth) => each === path[depth]),
    );
    return own.flatMap((part) => this.#needs(part, parts));
  }

  /** The schemas on the way from one through others back to it. */
  circle(start: ObjectSite, first: readonly SchemaSite[]): JsonSchema[] | undefined {
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
    const unfit = (schemas: readonly SchemaSite[]): SchemaSite[] => schemas.filter((each) => !this.#finite.has(each));
    const found = required.map((name, index): Need => ({
      site,
      at: ['required', index],
      message: `Every value of ${JSON.stringify(name)} would hold another without end: make it optional, or allow null.`,
      schemas: unfit(parts.flatMap((part) => propertySchemas(part, name, this.#judge))),
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
    const open: SchemaSite[] = [site];
    // A list yields what is added while it is gone through.
    for (const each of open) {
      const { schema } = each;
      if (typeof schema === 'boolean' || found.has(schema)) continue;
      found.set(schema, { ...each, schema });
      open.push(...this.#judge.inPlace(each).filter(({ path }) => path.at(-1) !== 'if'));
    }
    return [...found.values()];
  }
}

function propertiesOf(site: ObjectSite): SchemaSite[] {
  const { properties = {}, patternProperties = {}, additionalProperties = true } = site.schema;
  return [
    ...Object.entries(properties).map(([name, schema]) => inside(site, ['properties', name], schema)),
    ...Object.entries(patternProperties).map(([name, schema]) => inside(site, ['patternProperties', name], schema)),
    inside(site, ['additionalProperties'], additionalProperties),
  ];
}
