import { getOrInsert, lazy } from '../lazy.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { keywords, subschemas } from '../schema/keywords.js';
import { allKinds } from '../schema/value-kinds.js';
import { ComposedDocument } from './composed-document.js';
import type { Place } from './conflict.js';
import { asksForIntegers } from './numbers.js';
import { isPortable } from './implied.js';
import { inside, targetOf, type Site } from './site.js';

/** One way not to fit a schema, as a schema of its own. */
export interface Alternative {
  readonly site: Site;
  /** What it does not fit. */
  readonly breaks: Place;
}

/** How many schemas inside each other are turned inside out; what lies deeper is where it is asked for. */
const maxDepth = 8;
/** So many schemas in all. */
const maxOpened = 2000;
/** More combinations of ways not to fit the alternatives of `anyOf` are not written out. */
const maxCombinations = 400;

const ignored: ReadonlySet<string> = new Set([
  ...keywords.filter(({ effect }) => effect === 'annotation').map(({ name }) => name),
  ...'$defs x-known-values minContains maxContains then else'.split(' '),
]);

/** Of numbers, texts, lists and objects alone. */
const number = (schema: SchemaObject): SchemaObject => ({ type: 'number', ...schema });
const text = (schema: SchemaObject): SchemaObject => ({ type: 'string', ...schema });
const list = (schema: SchemaObject): SchemaObject => ({ type: 'array', ...schema });
const object = (schema: SchemaObject): SchemaObject => ({ type: 'object', ...schema });

/** Without a property, and with others. */
const lacking = (name: string, ...required: readonly string[]): SchemaObject =>
  object({ ...(required.length > 0 && { required }), properties: { [name]: false } });

/** What does not keep to a limit. */
const opposites: Readonly<Partial<Record<keyof SchemaObject, (limit: number) => readonly JsonSchema[]>>> = {
  minimum: (limit) => [number({ exclusiveMaximum: limit })],
  maximum: (limit) => [number({ exclusiveMinimum: limit })],
  exclusiveMinimum: (limit) => [number({ maximum: limit })],
  exclusiveMaximum: (limit) => [number({ minimum: limit })],
  minLength: (limit) => (limit > 0 ? [text({ maxLength: limit - 1 })] : []),
  maxLength: (limit) => [text({ minLength: limit + 1 })],
  minItems: (limit) => (limit > 0 ? [list({ maxItems: limit - 1 })] : []),
  maxItems: (limit) => [list({ minItems: limit + 1 })],
  minProperties: (limit) => (limit > 0 ? [object({ maxProperties: limit - 1 })] : []),
  maxProperties: (limit) => [object({ minProperties: limit + 1 })],
};

/** What has a part, by the keyword that holds the part and its key there, that does not fit. */
const withPart: Readonly<
  Partial<Record<keyof SchemaObject, (broken: JsonSchema, key: string | number) => JsonSchema>>
> = {
  allOf: (broken) => broken,
  items: (broken) => list({ minItems: 1, contains: broken }),
  prefixItems: (broken, index) =>
    list({
      minItems: Number(index) + 1,
      prefixItems: [...Array.from({ length: Number(index) }, () => true), broken],
    }),
  properties: (broken, name) => object({ required: [String(name)], properties: { [name]: broken } }),
  dependentSchemas: (broken, trigger) => ({ allOf: [object({ required: [String(trigger)] }), broken] }),
};

type Way = readonly [schema: JsonSchema, breaks: Place];
type Ways = readonly Way[];

/**
 * Says what schemas do not accept, as positive alternatives: the `not` is pushed inwards as far as there is a keyword that
 * says the opposite. The alternatives stand in a document of their own; what they take from other documents, they refer to.
 */
export class Complement {
  readonly #document = new ComposedDocument();
  #opened = 0;
  readonly #opposites = new Map<JsonSchema, JsonSchema>();

  /** The ways not to fit a schema: what does not fit it fits one of them at least. */
  alternatives(site: Site): Alternative[] {
    return this.#not(site, []).map(([schema, breaks]) => ({ site: this.#document.site(schema), breaks }));
  }

  /** A schema of another document, as it can stand in this one. */
  #is(site: Site): JsonSchema {
    return isPortable(site.schema) ? site.schema : this.#document.schemaOf(site);
  }

  /** What does not fit a schema, worked out where it is asked for. */
  #isNot(site: Site): JsonSchema {
    // The same one each time: a schema that holds itself is recognized by it.
    return getOrInsert(this.#opposites, site.schema, () => ({
      $ref: this.#document.refer(
        lazy(() => this.#document.site({ anyOf: this.#not(site, []).map(([schema]) => schema) })),
      ),
    }));
  }

  /** The ways not to fit a schema that stands inside others. */
  #not(site: Site, around: readonly JsonSchema[]): Ways {
    const { schema } = site;
    if (typeof schema === 'boolean') return schema ? [] : [[true, { site, at: [] }]];
    this.#opened += 1;
    const isTooMuch = around.length >= maxDepth || (around.length > 0 && this.#opened > maxOpened);
    if (isTooMuch || around.includes(schema)) return [[this.#isNot(site), { site, at: [] }]];
    return (Object.keys(schema) as (keyof SchemaObject)[])
      .filter((name) => !ignored.has(name))
      .flatMap((name) => this.#notKeyword(name, site, schema, [...around, schema]));
  }

  #notKeyword(name: keyof SchemaObject, site: Site, schema: SchemaObject, around: readonly JsonSchema[]): Ways {
    const place: Place = { site, at: [name] };
    const ways = (...schemas: readonly JsonSchema[]): Ways => schemas.map((each) => [each, place]);
    const not = (inner: JsonSchema, ...at: Place['at']): Ways => this.#not(inside(site, at, inner), around);
    const is = (inner: JsonSchema, ...at: Place['at']): JsonSchema => this.#is(inside(site, at, inner));
    const only = (...kept: readonly (keyof SchemaObject)[]): JsonSchema =>
      this.#is({ ...site, schema: Object.fromEntries(kept.map((each) => [each, schema[each]])) });
    const wrapped = (inner: Ways, wrap: (schema: JsonSchema) => JsonSchema): Ways =>
      inner.map(([each, breaks]) => [wrap(each), breaks]);
    const opposite = opposites[name];
    if (opposite !== undefined) return ways(...opposite(schema[name] as number));
    if (name === 'items' && (schema.prefixItems ?? []).length > 0) return ways({ not: only('prefixItems', 'items') });
    const wrap = withPart[name];
    if (wrap !== undefined)
      return subschemas({ [name]: schema[name] }).flatMap(({ path, schema: part }) =>
        wrapped(not(part, ...path), (broken) => wrap(broken, path.at(-1) ?? name)),
      );
    switch (name) {
      case '$ref': {
        const target = targetOf(site);
        return target === undefined ? [] : this.#not(target, around);
      }
      case 'type': {
        const own = [schema.type ?? []].flat().map((type) => (type === 'integer' ? 'number' : type));
        const others = allKinds.filter((kind) => !own.includes(kind));
        return ways(
          ...(others.length > 0 ? [{ type: others }] : []),
          ...(asksForIntegers(schema.type) ? [number({ not: { type: 'integer' } })] : []),
        );
      }
      case 'contains': {
        const { contains = true, minContains = 1, maxContains } = schema;
        const wanted = is(contains, 'contains');
        return ways(
          ...(minContains > 0 ? [list({ contains: wanted, minContains: 0, maxContains: minContains - 1 })] : []),
          ...(maxContains === undefined ? [] : [list({ contains: wanted, minContains: maxContains + 1 })]),
        );
      }
      case 'required':
        return (schema.required ?? []).map((each, index) => [lacking(each), { site, at: ['required', index] }]);
      case 'additionalProperties': {
        const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
        if (additionalProperties === true) return [];
        return ways(
          object({
            minProperties: 1,
            not: {
              properties: Object.fromEntries(Object.keys(properties).map((each) => [each, true])),
              patternProperties: Object.fromEntries(Object.keys(patternProperties).map((each) => [each, true])),
              additionalProperties: is(additionalProperties, 'additionalProperties'),
            },
          }),
        );
      }
      case 'dependentRequired':
        return Object.entries(schema.dependentRequired ?? {}).flatMap(([trigger, names]) =>
          names.map((each): Way => [lacking(each, trigger), { site, at: ['dependentRequired', trigger] }]),
        );
      case 'anyOf':
      case 'oneOf': {
        const branches = schema[name] ?? [];
        const none = product(branches.map((branch, index) => not(branch, name, index).map(([each]) => each)));
        const any = branches.map((branch, index) => is(branch, name, index));
        const pairs = any.flatMap((one, index) => any.slice(index + 1).map((other) => ({ allOf: [one, other] })));
        return ways(
          ...(none === undefined ? [{ not: { anyOf: any } }] : none.map((allOf) => ({ allOf }))),
          ...(name === 'oneOf' ? pairs : []),
        );
      }
      case 'not':
        return ways(is(schema.not ?? true, 'not'));
      case 'if': {
        const test = is(schema.if ?? true, 'if');
        return [
          ...wrapped(not(schema.then ?? true, 'then'), (each) => ({ allOf: [test, each] })),
          ...wrapped(not(schema.else ?? true, 'else'), (each) => ({
            allOf: [this.#isNot(inside(site, ['if'], schema.if ?? true)), each],
          })),
        ];
      }
      default:
        // Of the other keywords there is no opposite; what is not evaluated depends on all that stand beside them.
        return ways({ not: name.startsWith('unevaluated') ? this.#is(site) : only(name) });
    }
  }
}

/** Every choice of one of each; `undefined` where there are too many. */
function product<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] | undefined {
  let found: readonly (readonly Item[])[] = [[]];
  for (const items of lists) {
    if (found.length * items.length > maxCombinations) return undefined;
    found = found.flatMap((chosen) => items.map((item) => [...chosen, item]));
  }
  return found;
}
