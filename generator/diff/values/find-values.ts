import { isJsonObject, type Json, type JsonObject } from '../../json.js';
import { inside, resolveReference, targetOf, type ObjectSite, type Site } from '../../satisfiability/site.js';
import { canonicalText } from '../canonical-text.js';
import type { SchemaObject } from '../../schema/json-schema.js';
import { allKinds, kindOfValue, kindsOf } from '../../schema/value-kinds.js';
import { largest, smallest, type Conjunction } from '../../satisfiability/conflict.js';
import { itemsAt } from '../../satisfiability/member-sites.js';
import { matchesPattern, propertySites } from '../matches-pattern.js';
import type { Acceptance } from './accepts.js';
import { Choices, waysNotToFit } from './choices.js';
import { numberCandidates } from './numbers.js';
import { textCandidates } from './texts.js';

/** So many searches inside one another and beside each other one search may take. */
const maxSearches = 4000;
/** Levels of a value below which only what must be there is put. */
const maxDepth = 12;
/** Ways to choose alternatives that are tried, values that are kept of each search, and names that are tried for a property. */
const [maxChoices, maxValues, maxNames] = [24, 6, 16];
/** More items than this are not made for `contains`. */
const maxWanted = 50;
const ordinaryNames = ['other', 'another', 'third', 'x', 'y', 'x-other', 'other-name', 'Other', '0', ''];

/**
 * Finds values that fit several schemas together, as like a given value as can be. Whatever it gives was checked; where it
 * finds none there may be some.
 */
export class ValueFinder {
  readonly #acceptance: Acceptance;
  readonly #references = { target: resolveReference };
  readonly #choices: Choices;
  #left = 0;

  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance;
    this.#choices = new Choices(acceptance, () => this.#take());
  }

  /** How many searches the last one took. */
  get searches(): number {
    return maxSearches - Math.max(0, this.#left);
  }

  /**
   * @param like - The value to start from; `undefined` for none.
   * @returns The value; `undefined` where none was found.
   */
  find(sites: readonly Site[], like: Json | undefined, isWanted: (value: Json) => boolean): Json | undefined {
    this.#left = maxSearches;
    return this.#find(sites, like, 0, isWanted)[0];
  }

  #find(
    sites: readonly Site[],
    like: Json | undefined,
    depth: number,
    isWanted: (value: Json) => boolean = () => true,
  ): readonly Json[] {
    if (!this.#take()) return [];
    const fits = (value: Json): boolean =>
      sites.every((site) => this.#acceptance.accepts(site, value)) && isWanted(value);
    const most = depth === 0 ? 1 : maxValues;
    if (like !== undefined && fits(like)) return [like];
    const found = new Map<string, Json>();
    let tried = 0;
    for (const conjunction of this.#choices.of(sites, like)) {
      for (const value of this.#candidates(conjunction, like, depth)) {
        const key = canonicalText(value);
        if (!found.has(key) && fits(value)) found.set(key, value);
        if (found.size >= most) break;
      }
      tried += 1;
      if (found.size >= most || tried >= maxChoices) break;
    }
    return [...found.values()];
  }

  #take(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }

  *#candidates(sites: Conjunction, like: Json | undefined, depth: number): Generator<Json> {
    const schemas = sites.map(({ schema }) => schema);
    const listed = schemas.flatMap(({ const: only, enum: values }) =>
      only !== undefined ? [[only]] : values === undefined ? [] : [values],
    );
    if (listed.length > 0) {
      yield* listed.toSorted((a, b) => a.length - b.length)[0] ?? [];
      return;
    }
    for (const schema of schemas)
      yield* [...(schema.examples ?? []), ...(schema.default === undefined ? [] : [schema.default])];
    const nots = notsOf(sites).map(({ schema }) => schema);
    const kinds = allKinds.filter((kind) =>
      sites.every(({ schema, document }) => kindsOf(schema, document, this.#references).includes(kind)),
    );
    const first = like === undefined ? undefined : kindOfValue(like);
    for (const kind of kinds.sort((a, b) => Number(b === first) - Number(a === first))) {
      if (kind === 'null') yield null;
      else if (kind === 'boolean') yield* [true, false];
      else if (kind === 'number') yield* numberCandidates(schemas, nots, typeof like === 'number' ? like : undefined);
      else if (kind === 'string') yield* textCandidates(schemas, nots, typeof like === 'string' ? like : undefined);
      else if (kind === 'array') yield* this.#lists(sites, Array.isArray(like) ? (like as readonly Json[]) : [], depth);
      else yield* this.#objects(sites, isJsonObject(like) ? like : {}, depth);
    }
  }

  *#lists(sites: Conjunction, like: readonly Json[], depth: number): Generator<Json> {
    const least = largest(sites, 'minItems')?.value ?? 0;
    const most = smallest(sites, 'maxItems')?.value ?? Infinity;
    const item = (index: number, more: readonly Site[], start: Json | undefined): readonly Json[] =>
      depth > maxDepth ? [] : this.#find([...itemsAt(index, sites), ...more], start, depth + 1);
    /** Adds items until there are so many, none twice where that can be. */
    const fill = (items: readonly Json[], length: number, more: readonly Site[] = []): readonly Json[] => {
      const filled = [...items];
      while (filled.length < length) {
        const found = item(filled.length, more, like[filled.length] ?? like[0]);
        const known = new Set(filled.map(canonicalText));
        const fresh = found.find((each) => !known.has(canonicalText(each))) ?? found[0];
        if (fresh === undefined) break;
        filled.push(fresh);
      }
      return filled;
    };
    for (const site of notsOf(sites)) {
      const { prefixItems = [], items, unevaluatedItems: refused = items } = site.schema;
      if (refused === undefined) continue;
      for (const way of waysNotToFit(inside(site, [], refused)))
        for (const value of item(prefixItems.length, [way], like[prefixItems.length]))
          yield [...fill([], prefixItems.length), value];
    }
    const wanted = sites.reduce<readonly Json[]>((items, site) => {
      const { contains, minContains = 1 } = site.schema;
      if (contains === undefined) return items;
      return fill(items, items.length + Math.min(minContains, maxWanted), [inside(site, ['contains'], contains)]);
    }, []);
    if (wanted.length > 0) yield fill(wanted, least);
    const adapted = like.slice(0, Math.min(most, 100)).flatMap((each, index) => item(index, [], each).slice(0, 1));
    const starts = item(0, [], undefined);
    for (const base of like.length > 0 ? [adapted, []] : [[]]) {
      const list = fill(base, least);
      yield list;
      for (const value of starts) yield [value, ...list.slice(1)];
    }
    const [one] = item(0, [], like[0]);
    if (one !== undefined && most > 1) yield* [[one, one, ...fill([], least).slice(2)], fill([one], 2), fill([one], 3)];
  }

  *#objects(sites: Conjunction, like: JsonObject, depth: number): Generator<Json> {
    const schemas = sites.map(({ schema }) => schema);
    const least = largest(sites, 'minProperties')?.value ?? 0;
    const most = smallest(sites, 'maxProperties')?.value ?? Infinity;
    const values = (name: string, more: readonly Site[] = []): readonly Json[] =>
      depth > maxDepth
        ? []
        : this.#find(
            [...propertySites(sites, name), ...more],
            Object.hasOwn(like, name) ? like[name] : undefined,
            depth + 1,
          );
    const required = new Set(schemas.flatMap(({ required: names = [] }) => names));
    const known = new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)));
    const chosen = new Map<string, readonly Json[]>();
    const choose = (name: string): void => {
      if (chosen.has(name)) return;
      const found = values(name);
      if (found.length === 0) return;
      chosen.set(name, found);
      for (const { dependentRequired = {} } of schemas)
        if (Object.hasOwn(dependentRequired, name)) (dependentRequired[name] ?? []).forEach(choose);
    };
    required.forEach(choose);
    const must = [...chosen.keys()];
    if (must.length < required.size) return;
    const room = most - must.length;
    Object.keys(like)
      .filter((name) => !chosen.has(name))
      .slice(0, Math.max(0, room))
      .forEach(choose);
    const nots = notsOf(sites).map(({ schema }) => schema);
    const spare = [...known, ...spareNames([...schemas, ...nots])];
    for (const name of spare) if (chosen.size < least) choose(name);
    const base = Object.fromEntries([...chosen].map(([name, [first = null]]) => [name, first]));
    const bare = Object.fromEntries(must.map((name) => [name, base[name] ?? null]));
    for (const extra of this.#extras(sites, spare))
      for (const value of values(extra.name, extra.sites)) yield { ...base, [extra.name]: value };
    yield base;
    if (least <= must.length) yield bare;
    for (const [name, found] of chosen) for (const value of found.slice(1)) yield { ...base, [name]: value };
  }

  /**
   * Properties that an object has to have since a `not` demands one of their kind.
   *
   * @yields Their names, and what has to hold of them.
   */
  *#extras(
    sites: Conjunction,
    spare: readonly string[],
  ): Generator<{ readonly name: string; readonly sites: readonly Site[] }> {
    for (const site of notsOf(sites)) {
      const { patternProperties = {}, additionalProperties, unevaluatedProperties, propertyNames } = site.schema;
      const others = [unevaluatedProperties, additionalProperties].flatMap((inner) =>
        inner === undefined ? [] : [[spare, inner] as const],
      );
      const matching = Object.entries(patternProperties).map(
        ([pattern, inner]) => [spare.filter((name) => matchesPattern(pattern, name)), inner] as const,
      );
      for (const [names, inner] of [...others, ...matching])
        for (const name of names.slice(0, maxNames))
          for (const way of waysNotToFit(inside(site, [], inner))) yield { name, sites: [way] };
      if (propertyNames !== undefined)
        for (const way of waysNotToFit(inside(site, ['propertyNames'], propertyNames)))
          for (const name of this.#find([way, inside(site, [], { type: 'string' })], undefined, maxDepth))
            yield { name: String(name), sites: [] };
    }
  }
}

/** What the `not` of schemas hold. */
function notsOf(sites: Conjunction): Conjunction {
  return sites.flatMap((site): ObjectSite[] => {
    if (site.schema.not === undefined) return [];
    let not = inside(site, ['not'], site.schema.not);
    for (let target = targetOf(not); target !== undefined; target = targetOf(not)) not = target;
    const { schema } = not;
    return typeof schema === 'boolean' ? [] : [{ ...not, schema }];
  });
}

/** Names for properties that no schema lists, those first that some schema asks for. */
function spareNames(schemas: readonly SchemaObject[]): readonly string[] {
  const asked = schemas.flatMap(({ propertyNames = true, patternProperties = {} }) => [
    ...(typeof propertyNames === 'object' ? textCandidates([propertyNames], [], undefined) : []),
    ...Object.keys(patternProperties).flatMap((pattern) =>
      [...textCandidates([{ pattern }], [], undefined)].filter((name) => matchesPattern(pattern, name)).slice(0, 8),
    ),
  ]);
  return [...new Set([...asked, ...ordinaryNames])];
}
