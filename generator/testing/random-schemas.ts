import type { ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Json } from '../json.js';
import type { JsonSchema, SchemaMap, SchemaObject } from '../schema/json-schema.js';

const plainNames = ['a', 'b', 'c', 'x-1', 'with space'];
const names = [...plainNames, 'toString', 'constructor'];
const word = fc.constantFrom('red', 'green', "it's", '', 'x', '2026-02-28', 'a@b.example', '😀😀');
const number = fc.constantFrom(-1.5, 0, 1, 2, 10, 0.3, 2 ** 31);
const scalar: fc.Arbitrary<Json> = fc.oneof(word, number, fc.boolean(), fc.constant(null));

/** Small values of every kind. */
export const randomJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...plainNames), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const record = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<SchemaObject> =>
  fc.record(model).map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)));
const someNames = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 });

const stringSchema = record({
  type: fc.constant('string'),
  'x-known-values': seldom(fc.constant(['red', 'green'])),
  minLength: optional(fc.nat(2)),
  maxLength: optional(fc.nat(4)),
  pattern: seldom(fc.constantFrom('^r', '^.$', '^\\p{L}*$')),
  format: seldom(fc.constantFrom('date', 'email', 'uri', 'no-such-format')),
});

const numberSchema = record({
  type: optional(fc.constantFrom('number', 'integer')),
  minimum: optional(number),
  maximum: optional(number),
  exclusiveMinimum: seldom(number),
  exclusiveMaximum: seldom(number),
  multipleOf: seldom(fc.constantFrom(0.1, 0.5, 1, 2)),
  format: seldom(fc.constantFrom('int32', 'int64', 'double')),
});

/**
 * ajv is no judge of `contains` in two places: beside `prefixItems` it accepts an empty list, and beside `unevaluatedItems`
 * it takes every item for evaluated, where 2020-12 says only those that match (Core, section 11.2). Nor is it one of
 * `unevaluatedItems` beside `allOf` and the like: it believes alternatives that failed. Both are tested by tables.
 */
function withoutDisputed({ contains, ...schema }: SchemaObject): SchemaObject {
  const isDisputed = schema.prefixItems !== undefined || schema.unevaluatedItems !== undefined;
  return contains === undefined || isDisputed ? schema : { ...schema, contains };
}

/** Schemas of every keyword that shapes a type, and of those that only a run-time check can tell. */
export const randomSchema = fc.letrec<{
  schema: JsonSchema;
  object: SchemaObject;
  array: SchemaObject;
  map: Record<string, JsonSchema>;
}>((tie) => {
  const list = fc.array(tie('schema'), { minLength: 1, maxLength: 3 });
  return {
    map: fc.dictionary(fc.constantFrom(...names), tie('schema'), { maxKeys: 3, noNullPrototype: true }),
    object: record({
      type: optional(fc.constant('object')),
      properties: optional(tie('map')),
      required: optional(someNames),
      additionalProperties: optional(tie('schema')),
      patternProperties: optional(
        fc.constant('^x-').chain((pattern) => tie('schema').map((inner) => ({ [pattern]: inner }))),
      ),
      minProperties: optional(fc.constant(1)),
      maxProperties: seldom(fc.nat(2)),
      propertyNames: seldom(
        fc.constantFrom<JsonSchema>({ maxLength: 3 }, { enum: ['a', 'b'] }, { pattern: '^[a-z]$' }),
      ),
      dependentRequired: seldom(
        fc.dictionary(fc.constantFrom(...names), someNames, { maxKeys: 2, noNullPrototype: true }),
      ),
      dependentSchemas: seldom(tie('map')),
      unevaluatedProperties: seldom(tie('schema')),
    }),
    array: record({
      type: optional(fc.constant('array')),
      items: optional(tie('schema')),
      prefixItems: optional(list),
      minItems: optional(fc.nat(2)),
      maxItems: optional(fc.nat(3)),
      uniqueItems: optional(fc.boolean()),
      contains: seldom(tie('schema')),
      minContains: seldom(fc.nat(2)),
      maxContains: seldom(fc.nat(2)),
      unevaluatedItems: seldom(tie('schema')),
    }).map(withoutDisputed),
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<JsonSchema>(
        { type: 'string' },
        { type: 'integer' },
        { type: 'null' },
        { type: ['string', 'null'] },
        { type: 'boolean' },
        true,
        {},
        { minLength: 1 },
        { minimum: 1 },
      ),
      stringSchema,
      numberSchema,
      fc
        .uniqueArray(randomJson, { minLength: 1, maxLength: 3, selector: (value) => JSON.stringify(value) })
        .map((values) => ({ enum: values })),
      randomJson.map((value) => ({ const: value })),
      tie('object'),
      tie('array'),
      list.map((anyOf) => ({ anyOf })),
      list.map((oneOf) => ({ oneOf })),
      list.map((allOf) => ({ allOf })),
      fc.tuple(tie('object'), list).map(([object, oneOf]) => ({ ...object, oneOf })),
      fc.tuple(tie('object'), list).map(([object, anyOf]) => ({ ...object, anyOf })),
      fc
        .tuple(tie('array'), list)
        .filter(([{ unevaluatedItems }]) => unevaluatedItems === undefined)
        .map(([array, allOf]) => ({ ...array, allOf })),
      fc.tuple(tie('object'), tie('object')).map(([object, then]) => ({ ...object, if: { required: ['a'] }, then })),
      record({ if: tie('schema'), then: tie('schema'), else: optional(tie('schema')) }),
      fc.tuple(tie('object'), tie('object'), tie('object')).map(([object, then, otherwise]) => ({
        ...object,
        allOf: [{ if: { required: ['a'] }, then, else: otherwise }],
      })),
      fc.tuple(tie('object'), tie('object')).map(([object, a]) => ({ ...object, dependentSchemas: { a } })),
      tie('schema').map((not) => ({ not })),
      fc.tuple(tie('object'), tie('object')).map(([object, more]) => ({ ...object, allOf: [more] })),
      tie('object').map((object) => ({ ...object, $ref: '#/$defs/node' })),
      fc.constantFrom<JsonSchema>({ $ref: '#/$defs/node' }, { $ref: '#/$defs/node', type: 'object' }),
    ),
  };
}).schema;

/** What references in {@link randomSchema} point at. */
export const definitions: Readonly<Record<string, JsonSchema>> = {
  node: {
    type: ['object', 'null'],
    required: ['name'],
    properties: { name: { type: 'string' }, next: { $ref: '#/$defs/node' } },
  },
};

/**
 * Values that a schema is likely to accept; whether it does, ajv says.
 *
 * @param of - A schema of {@link randomSchema}.
 * @param depth - How deep inside the value it applies.
 */
export function likely(of: JsonSchema, depth = 0): fc.Arbitrary<Json> {
  if (typeof of === 'boolean' || depth > 4) return scalar;
  if (of.const !== undefined) return fc.constant(of.const);
  if (of.enum !== undefined) return fc.constantFrom(...of.enum);
  const inner = [...(of.anyOf ?? []), ...(of.oneOf ?? []), ...(of.allOf ?? [])].map((each) => likely(each, depth + 1));
  if (of.$ref !== undefined) inner.push(likely(definitions['node'] ?? true, depth + 1));
  if (
    of.properties !== undefined ||
    of.required !== undefined ||
    of.additionalProperties !== undefined ||
    of.patternProperties !== undefined
  )
    inner.push(likelyObject(of, depth));
  if (of.items !== undefined || of.prefixItems !== undefined) inner.push(likelyArray(of, depth));
  const types = [of.type ?? []].flat();
  const byType: Record<string, fc.Arbitrary<Json>> = {
    string: word,
    integer: fc.constantFrom(0, 1, 2),
    number,
    boolean: fc.boolean(),
    null: fc.constant(null),
    object: likelyObject(of, depth),
    array: likelyArray(of, depth),
  };
  inner.push(...types.flatMap((type) => byType[type] ?? []));
  return inner.length === 0 ? randomJson : fc.oneof(...inner);
}

function likelyObject(schema: SchemaObject, depth: number): fc.Arbitrary<Json> {
  const { required = [], additionalProperties, patternProperties, propertyNames } = schema;
  const properties = { ...conditionalProperties(schema), ...schema.properties };
  const keys = new Set([...Object.keys(properties), ...required]);
  if (typeof propertyNames === 'object') for (const name of propertyNames.enum ?? []) keys.add(String(name));
  // Properties that no keyword mentions are left out: a type refuses them in literals, so that misspelt ones are found.
  if (typeof additionalProperties === 'object' || additionalProperties === true) keys.add('c');
  if (patternProperties !== undefined) keys.add('x-1');
  const model = Object.fromEntries(
    [...keys].map((key) => [
      key,
      likely(properties[key] ?? patternProperties?.['^x-'] ?? additionalProperties ?? true, depth + 1),
    ]),
  );
  return fc.record(model, { requiredKeys: [...required], noNullPrototype: true });
}

/** Properties that schemas under a condition describe. */
function conditionalProperties({ then, else: otherwise, dependentSchemas = {}, allOf = [] }: SchemaObject): SchemaMap {
  const branches = [then, otherwise, ...Object.values<JsonSchema>(dependentSchemas)];
  const described = branches.map((branch) => (typeof branch === 'object' ? branch.properties : {}));
  const inside = allOf.map((branch) => (typeof branch === 'object' ? conditionalProperties(branch) : {}));
  return Object.assign({}, ...inside, ...described) as SchemaMap;
}

function likelyArray({ items = true, prefixItems = [] }: SchemaObject, depth: number): fc.Arbitrary<Json> {
  const rest = items === false ? fc.constant<Json[]>([]) : fc.array(likely(items, depth + 1), { maxLength: 2 });
  return fc
    .tuple(fc.tuple(...prefixItems.map((item) => likely(item, depth + 1))), fc.nat(3), rest)
    .map(([first, cut, more]) => (cut < first.length ? first.slice(0, cut) : [...first, ...more]));
}

/**
 * What ajv says of a value; `undefined` where it fails itself: its bookkeeping of evaluated properties breaks on some schemas
 * with `if` and `patternProperties`.
 *
 * @param validate - Made by ajv.
 * @param value - The value.
 */
export function verdict(validate: ValidateFunction, value: Json): boolean | undefined {
  try {
    return validate(value);
  } catch {
    return undefined;
  }
}
