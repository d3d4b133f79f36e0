import { isJsonObject, type Json, type JsonObject } from '../../json.js';
import { Complement } from '../../satisfiability/complement.js';
import { inside, targetOf, type ObjectSite, type Site } from '../../satisfiability/site.js';
import { canonicalText } from '../canonical-text.js';
import type { JsonSchema, SchemaObject } from '../../schema/json-schema.js';
import { allKinds, kindOfValue, type ValueKind } from '../../schema/value-kinds.js';
import { itemsAt } from '../../satisfiability/member-sites.js';
import { matchesPattern, propertySites } from '../matches-pattern.js';
import type { Acceptance } from './accepts.js';
import { numberCandidates } from './numbers.js';
import { textCandidates } from './texts.js';

/** So many searches inside one another and beside each other one search may take. */
const maxSearches = 4000;
/** Levels of a value below which only what must be there is put. */
const maxDepth = 12;
/** Ways to choose alternatives that are tried, values that are kept of each search, and names that are tried for a property. */
const limits = { choices: 24, values: 6, names: 8 };

/** Schemas of which a value fits all, none of them with parts that apply to the same value. */
type Conjunction = readonly ObjectSite[];

/**
 * Finds values that fit several schemas together, as like a given value as can be. Whatever it gives was checked; where it
 * finds none there may be some.
 */
export class ValueFinder {
  readonly #acceptance: Acceptance;
  /** Schemas whose `not` was taken apart. */
  readonly #opened = new WeakSet<JsonSchema & object>();
  #left = 0;

  /** @param acceptance - Checks what was found. */
  constructor(acceptance: Acceptance) {
    this.#acceptance = acceptance;
  }

  /** How many searches the last one took. */
  get searches(): number {
    return maxSearches - Math.max(0, this.#left);
  }

  /**
   * @param sites - The schemas.
   * @param like - The value to start from; `undefined` for none.
   * @param isWanted - What else holds of the value.
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
    this.#left -= 1;
    if (this.#left < 0) return [];
    const fits = (value: Json): boolean =>
      sites.every((site) => this.#acceptance.accepts(site, value)) && isWanted(value);
    const most = depth === 0 ? 1 : limits.values;
    if (like !== undefined && fits(like)) return [like];
    const found = new Map<string, Json>();
    let tried = 0;
    for (const conjunction of this.#choices(sites, like)) {
      for (const value of this.#candidates(conjunction, like, depth)) {
        const key = canonicalText(value);
        if (!found.has(key) && fits(value)) found.set(key, value);
        if (found.size >= most) break;
      }
      tried += 1;
      if (found.size >= most || tried >= limits.choices) break;
    }
    return [...found.values()];
  }

  /**
   * Every choice of alternatives, those first that a value takes.
   *
   * @yields What such a choice leaves.
   */
  *#choices(sites: readonly Site[], like: Json | undefined): Generator<Conjunction> {
    const plain = new Map<JsonSchema, ObjectSite>();
    const open: (readonly Site[])[] = [];
    const pending = [...sites];
    for (let site = pending.shift(); site !== undefined; site = pending.shift()) {
      const { schema } = site;
      if (schema === false) return;
      if (schema === true || plain.has(schema)) continue;
      plain.set(schema, { ...site, schema });
      const target = targetOf(site);
      if (target !== undefined) pending.push(target);
      for (const [index, part] of (schema.allOf ?? []).entries()) pending.push(inside(site, ['allOf', index], part));
      open.push(...this.#alternatives({ ...site, schema }));
    }
    const [first, ...others] = open.sort((a, b) => a.length - b.length);
    if (first === undefined) {
      yield [...plain.values()];
      return;
    }
    const ranked = like === undefined ? first : first.toSorted((a, b) => this.#rank(b, like) - this.#rank(a, like));
    const rest = others.map((alternatives): Site => anyOf(alternatives));
    // What was taken apart is not taken apart again.
    const bare = [...plain.values()].map((site) => ({
      ...site,
      schema: withoutAlternatives(site.schema, this.#opened),
    }));
    for (const chosen of ranked) {
      this.#left -= 1;
      if (this.#left < 0) return;
      yield* this.#choices([...bare, chosen, ...rest], like);
    }
  }

  #rank(site: Site, like: Json): number {
    return this.#acceptance.accepts(site, like) ? 1 : 0;
  }

  /** The alternatives that a schema leaves for the same value: for each of its keywords that has some. */
  #alternatives(site: ObjectSite): (readonly Site[])[] {
    const { schema } = site;
    const found: (readonly Site[])[] = [];
    for (const name of ['anyOf', 'oneOf'] as const)
      if (schema[name] !== undefined)
        found.push(schema[name].map((branch, index) => inside(site, [name, index], branch)));
    if (schema.if !== undefined) {
      const test = inside(site, ['if'], schema.if);
      const branch = (name: 'then' | 'else'): Site => inside(site, [name], schema[name] ?? true);
      found.push([all([test, branch('then')]), ...this.#not(test).map((not) => all([not, branch('else')]))]);
    }
    for (const [trigger, inner] of Object.entries(schema.dependentSchemas ?? {})) {
      const applied = inside(site, ['dependentSchemas', trigger], inner);
      found.push([applied, inside(site, [], { properties: { [trigger]: false } })]);
    }
    if (schema.not !== undefined) {
      const ways = this.#not(inside(site, ['not'], schema.not));
      // Of some keywords there is no opposite: values are tried.
      if (!ways.some((way) => isLeaf(way))) {
        this.#opened.add(schema);
        found.push(ways);
      }
    }
    return found;
  }

  #not(site: Site): Site[] {
    return new Complement().alternatives(site).map((each) => each.site);
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
    const kinds = kindsOf(schemas);
    const first = like === undefined ? undefined : kindOfValue(like);
    for (const kind of [...kinds].sort((a, b) => Number(b === first) - Number(a === first))) {
      if (kind === 'null') yield null;
      else if (kind === 'boolean') yield* [true, false];
      else if (kind === 'number') yield* numberCandidates(schemas, nots, typeof like === 'number' ? like : undefined);
      else if (kind === 'string') yield* textCandidates(schemas, nots, typeof like === 'string' ? like : undefined);
      else if (kind === 'array') yield* this.#lists(sites, Array.isArray(like) ? (like as readonly Json[]) : [], depth);
      else yield* this.#objects(sites, isJsonObject(like) ? like : {}, depth);
    }
  }

  *#lists(sites: Conjunction, like: readonly Json[], depth: number): Generator<Json> {
    const schemas = sites.map(({ schema }) => schema);
    const least = Math.max(0, ...schemas.map(({ minItems = 0 }) => minItems));
    const most = Math.min(...schemas.map(({ maxItems = Infinity }) => maxItems));
    const wanted = sites.flatMap((site) => {
      const { contains, minContains = 1 } = site.schema;
      return contains === undefined || minContains === 0
        ? []
        : [{ site: inside(site, ['contains'], contains), count: minContains }];
    });
    const nots = notsOf(sites);
    const excluded = nots.flatMap((site) => {
      const { prefixItems = [], items, unevaluatedItems } = site.schema;
      const refused = items ?? unevaluatedItems;
      const name = items === undefined ? 'unevaluatedItems' : 'items';
      return refused === undefined
        ? []
        : [{ index: prefixItems.length, sites: this.#not(inside(site, [name], refused)) }];
    });
    const item = (index: number, more: readonly Site[], start: Json | undefined): readonly Json[] =>
      depth > maxDepth ? [] : this.#find([...itemsAt(index, sites), ...more], start, depth + 1);
    const positions = Math.max(
      0,
      ...schemas.map(({ prefixItems = [], minItems = 0 }) => Math.min(prefixItems.length, minItems)),
    );
    const fill = (items: readonly Json[], length: number): Json[] => {
      const filled = [...items];
      while (filled.length < length) {
        const found = item(filled.length, [], like[filled.length] ?? like[0]);
        const fresh =
          found.find((each) => !filled.some((other) => canonicalText(other) === canonicalText(each))) ?? found[0];
        if (fresh === undefined) break;
        filled.push(fresh);
      }
      return filled;
    };
    for (const { index, sites: ways } of excluded)
      for (const way of ways) for (const value of item(index, [way], like[index])) yield [...fill([], index), value];
    if (wanted.length > 0) {
      const found: Json[] = [];
      for (const { site, count } of wanted)
        for (let number = 0; number < count && number < 50; number += 1) {
          const values = item(found.length, [site], like[found.length] ?? like[0]);
          const fresh = values.find((each) => !found.some((other) => canonicalText(other) === canonicalText(each)));
          const value = fresh ?? values[0];
          if (value !== undefined) found.push(value);
        }
      yield fill(found, least);
      for (const value of item(0, [wanted[0]?.site ?? anyOf([])], undefined)) yield [value, ...like.slice(1)];
    }
    const adapted = like.slice(0, Math.min(most, 100)).flatMap((each, index) => item(index, [], each).slice(0, 1));
    for (const base of like.length > 0 ? [adapted, []] : [[]]) {
      const list = fill(base, Math.max(least, positions));
      if (nots.some(({ schema }) => schema.uniqueItems === true)) {
        const one = list[0] ?? item(0, [], undefined)[0];
        if (one !== undefined) yield [one, one, ...list.slice(2)];
      }
      yield list;
      for (const value of item(0, [], undefined)) yield [value, ...list.slice(1)];
    }
    const [one] = item(0, [], like[0]);
    if (one !== undefined && least < 2 && most > 1) yield* [[one, one], fill([one], 2), fill([one], 3)];
  }

  *#objects(sites: Conjunction, like: JsonObject, depth: number): Generator<Json> {
    const schemas = sites.map(({ schema }) => schema);
    const least = Math.max(0, ...schemas.map(({ minProperties = 0 }) => minProperties));
    const most = Math.min(...schemas.map(({ maxProperties = Infinity }) => maxProperties));
    const values = (name: string, more: readonly Site[] = [], deeper = 1): readonly Json[] =>
      depth > maxDepth
        ? []
        : this.#find(
            [...propertySites(sites, name), ...more],
            Object.hasOwn(like, name) ? like[name] : undefined,
            depth + deeper,
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
    const spare = [...known, ...spareNames(schemas)];
    for (const name of spare) if (chosen.size < least) choose(name);
    const base = Object.fromEntries([...chosen].map(([name, [first = null]]) => [name, first]));
    const bare = Object.fromEntries(must.map((name) => [name, base[name] ?? null]));
    for (const extra of this.#extras(sites, spare))
      for (const value of values(extra.name, extra.sites)) {
        yield { ...base, [extra.name]: value };
        yield { ...bare, [extra.name]: value };
      }
    yield base;
    if (least <= must.length) yield bare;
    for (const [name, found] of chosen) for (const value of found.slice(1)) yield { ...base, [name]: value };
    for (const name of [...known].filter((each) => !chosen.has(each))) {
      // What need not be there is tried on few levels: it may hold the same again.
      const [value] = values(name, [], 4);
      if (value !== undefined) yield { ...base, [name]: value };
    }
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
      const {
        properties = {},
        patternProperties = {},
        additionalProperties,
        unevaluatedProperties,
        propertyNames,
      } = site.schema;
      if (unevaluatedProperties !== undefined)
        for (const name of spare.slice(0, limits.names * 2))
          for (const way of this.#not(inside(site, ['unevaluatedProperties'], unevaluatedProperties)))
            yield { name, sites: [way] };
      const isListed = (name: string): boolean =>
        Object.hasOwn(properties, name) ||
        Object.keys(patternProperties).some((pattern) => matchesPattern(pattern, name));
      if (additionalProperties !== undefined)
        for (const name of spare.filter((each) => !isListed(each)).slice(0, limits.names * 2))
          for (const way of this.#not(inside(site, ['additionalProperties'], additionalProperties)))
            yield { name, sites: [way] };
      else
        for (const [pattern, inner] of Object.entries(patternProperties))
          for (const name of [...spare, ...textCandidates([{ pattern }], [], undefined)]
            .filter((each) => matchesPattern(pattern, each))
            .slice(0, limits.names))
            for (const way of this.#not(inside(site, ['patternProperties', pattern], inner)))
              yield { name, sites: [way] };
      if (propertyNames !== undefined)
        for (const way of this.#not(inside(site, ['propertyNames'], propertyNames)))
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

/** Whether a way not to fit a schema is told by a `not` again, so that taking it apart leads nowhere. */
const isLeaf = ({ schema }: Site): boolean => typeof schema === 'object' && schema.not !== undefined;

function anyOf(sites: readonly Site[]): Site {
  return composed(sites, (schemas) => ({ anyOf: schemas }));
}

function all(sites: readonly Site[]): Site {
  return composed(sites, (schemas) => ({ allOf: schemas }));
}

/** Puts schemas of several documents together. */
function composed(sites: readonly Site[], make: (schemas: JsonSchema[]) => SchemaObject): Site {
  const document = {
    target: (reference: string): Site => sites[Number(reference)] ?? { document, path: [], schema: false },
  };
  return { document, path: [], schema: make(sites.map((_, index) => ({ $ref: String(index) }))) };
}

function withoutAlternatives(schema: SchemaObject, opened: WeakSet<object>): SchemaObject {
  const left = ['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas', ...(opened.has(schema) ? ['not'] : [])];
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !left.includes(name)));
}

function kindsOf(schemas: readonly SchemaObject[]): ValueKind[] {
  return allKinds.filter((kind) =>
    schemas.every(({ type }) => {
      const types = [type ?? allKinds].flat();
      return types.includes(kind) || (kind === 'number' && types.includes('integer'));
    }),
  );
}

/** Names for properties that no schema lists, those first that some schema asks for. */
function spareNames(schemas: readonly SchemaObject[]): string[] {
  const named = schemas.flatMap(({ propertyNames }) =>
    typeof propertyNames === 'object' ? [...textCandidates([propertyNames], [], undefined)] : [],
  );
  const matching = schemas.flatMap(({ patternProperties = {} }) =>
    Object.keys(patternProperties).flatMap((pattern) =>
      [...textCandidates([{ pattern }], [], undefined)].filter((name) => matchesPattern(pattern, name)).slice(0, 3),
    ),
  );
  return [
    ...new Set([
      ...named,
      ...matching,
      'other',
      'another',
      'third',
      'x',
      'y',
      'x-other',
      'other-name',
      'Other',
      '0',
      '',
    ]),
  ];
}
