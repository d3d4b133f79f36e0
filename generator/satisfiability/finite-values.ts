import type { ValueKind } from '../schema/value-kinds.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { largest, type Conjunction, type Analyzer } from './conflict.js';
import { type ObjectSite, type Site, inside } from './site.js';
import type { Budget } from './budget.js';
import { itemSites } from './item-sites.js';
import { propertySchemas } from './objects.js';

/** Keywords that can ask for a value inside another; most schemas have none. */
const asking = ['required', 'minProperties', 'minItems', 'contains', '$ref', 'allOf', 'anyOf', 'oneOf', 'if'] as const;

/** Patterns that every name matches. */
const matchingAll: ReadonlySet<string> = new Set(['', '^', '$', '.*', '^.*']);

/**
 * Finds which schemas some finite value fits, as far as that is plain to see: works it out from below, those first that need
 * nothing of their own kind, then those that need only such ones, until nothing is added.
 */
export class FiniteValues {
  readonly #analyzer: Analyzer;
  readonly #budget: Budget;
  /** The kinds of values of which finite ones fit, by schema; of all others, some do. */
  readonly #kinds: ReadonlyMap<JsonSchema, Set<ValueKind>>;

  /**
   * @param sites - Schemas; inner ones stand behind those that they are inside of. Of all others, some finite value fits.
   * @param analyzer - Judges them.
   */
  constructor(sites: readonly ObjectSite[], analyzer: Analyzer, budget: Budget) {
    this.#analyzer = analyzer;
    this.#budget = budget;
    const doubtful = sites.filter(({ schema }) => asking.some((keyword) => schema[keyword] !== undefined));
    this.#kinds = new Map(doubtful.map(({ schema }) => [schema, new Set()]));
    let open = doubtful.flatMap((site) => analyzer.kinds(site).map((kind) => ({ site, kind })));
    for (let before = Infinity; open.length < before;) {
      before = open.length;
      // In one of the two orders a long chain ends at once.
      open = open.toReversed().filter(({ site, kind }) => {
        const isFound = this.#follows(site, kind);
        if (isFound) this.#kinds.get(site.schema)?.add(kind);
        return !isFound;
      });
    }
  }

  /** Whether some finite value may fit a schema. */
  has({ schema }: Pick<Site, 'schema'>): boolean {
    return typeof schema === 'boolean' ? schema : this.#kinds.get(schema)?.size !== 0;
  }

  #hasOf(kind: ValueKind, { schema }: Site): boolean {
    return typeof schema === 'boolean' ? schema : this.#kinds.get(schema)?.has(kind) !== false;
  }

  /** Whether a finite value of a kind fits a schema, as far as is known of those that it needs. */
  #follows(site: ObjectSite, kind: ValueKind): boolean {
    const sites = this.#analyzer.conjuncts(site);
    if (!this.#budget.take(sites.length)) return true;
    if (!this.#fits(sites, kind)) return false;
    const allows = (...added: readonly Site[]): boolean =>
      added.every((each) => this.#hasOf(kind, each)) &&
      this.#fits([...sites, ...added.flatMap((each) => this.#analyzer.conjuncts(each))], kind);
    return sites.every((each) => {
      const { anyOf, oneOf, if: condition, then: met = true, else: unmet = true } = each.schema;
      const isLeft = (keyword: 'anyOf' | 'oneOf', branches?: readonly JsonSchema[]): boolean =>
        branches === undefined || branches.some((branch, index) => allows(inside(each, [keyword, index], branch)));
      if (!isLeft('anyOf', anyOf) || !isLeft('oneOf', oneOf)) return false;
      if (condition === undefined) return true;
      return (
        allows(inside(each, ['if'], condition), inside(each, ['then'], met)) || allows(inside(each, ['else'], unmet))
      );
    });
  }

  /** Whether what schemas ask of lists and objects leaves finite ones. */
  #fits(sites: Conjunction, kind: ValueKind): boolean {
    if (sites.some(({ schema }) => schema.const !== undefined || schema.enum !== undefined)) return true;
    if (kind === 'array') return sites.every((site) => this.#fitsList(site, sites));
    return kind !== 'object' || (this.#fitsRequired(sites) && this.#fitsCount(sites));
  }

  #fitsList(site: ObjectSite, sites: Conjunction): boolean {
    const { contains } = site.schema;
    const wanted = leastContained(site);
    if (contains !== undefined && wanted > 0 && !this.has({ schema: contains })) return false;
    return neededItems(site, Math.max(...sites.map(leastContained), largest(sites, 'minItems')?.value ?? 0)).every(
      (item) => this.has(item),
    );
  }

  #fitsRequired(sites: Conjunction): boolean {
    const names = new Set(sites.flatMap(({ schema }) => schema.required ?? []));
    return [...names].every((name) =>
      sites.flatMap((site) => propertySchemas(site, name, this.#analyzer)).every((each) => this.has(each)),
    );
  }

  /** Whether there may be as many properties as there must be. */
  #fitsCount(sites: Conjunction): boolean {
    const least = largest(sites, 'minProperties')?.value ?? 0;
    return least === 0 || sites.every((site) => this.#mostProperties(site) >= least);
  }

  #mostProperties({ schema }: ObjectSite): number {
    const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
    const patterns = Object.entries(patternProperties);
    const isOpen =
      !patterns.some(([pattern]) => matchingAll.has(pattern)) && this.has({ schema: additionalProperties });
    if (isOpen || patterns.some(([, each]) => this.has({ schema: each }))) return Infinity;
    return Object.values(properties).filter((each) => this.has({ schema: each })).length;
  }
}

/** The schemas of the first items of a list; of those behind the leading ones, once. */
export function neededItems(site: ObjectSite, number: number): Site[] {
  const { leading, rest } = itemSites(site);
  return [...leading.slice(0, number), ...(number > leading.length && rest !== undefined ? [rest] : [])];
}

/** How many items of a list have to fit `contains`. */
export function leastContained({ schema: { contains, minContains = 1 } }: ObjectSite): number {
  return contains === undefined ? 0 : minContains;
}
