import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileValidator } from '../../templates/typescript/src/validators/runtime/compile-validator.js';
import type { Json } from '../json.js';
import { asSchema, type JsonSchema, type SchemaObject, type SchemaTypeName } from '../schema/json-schema.js';
import { walkSchema } from '../schema/keywords.js';
import { pointerPath, valueAt } from '../schema/pointer.js';
import { linkSchema } from '../testing/link-schema.js';
import { definitions, likely, randomSchema } from '../testing/random-schemas.js';
import type { ObjectSite, SchemaDocument } from './site.js';
import { Budget } from './budget.js';
import { Satisfiability } from './satisfiability.js';
import { isWithin } from './is-within.js';

const parse = (text: string): Json => JSON.parse(text) as Json;

/** Values that schemas of {@link tightSchema} are about: what fits one of them is mostly here. */
const universe: readonly Json[] = [
  null,
  true,
  false,
  ...[-1, 0, 0.3, 0.5, 0.6, 0.9, 1, 1.5, 1.8, 2, 3, 4.5, 6, 10].map((number): Json => number),
  ...'|a|b|c|x|aa|ab|ba|bc|cb|xx|aaa|abc|cab|2026-02-28|a@b.example|10.0.0.1'.split('|'),
  ...'[] [1] ["a"] [true] [1,2] ["a","b"] [true,false] ["a",1] [null,null] [1,2,3] ["a","b","a"] ["a",1,true] ["b","a"] [[]] [{}]'
    .split(' ')
    .map(parse),
  ...'{} {"a":1} {"a":"a"} {"b":"b"} {"a":1,"b":1} {"a":"a","b":"b"} {"a":true,"b":null} {"ab":1} {"":1} {"":1,"a":1,"b":1} {"name":"a"} {"a":{}} {"a":[]} {"a":1,"ab":1,"b":1}'
    .split(' ')
    .map(parse),
];

/** What tight schemas refer to. */
const targets: Readonly<Record<string, JsonSchema>> = {
  ...definitions,
  letter: { enum: ['a', 'b'] },
  copy: { description: 'Letters.', enum: ['a', 'b'] },
  step: { type: 'number', multipleOf: 0.2 },
  whole: { allOf: [{ $ref: '#/$defs/step' }, { type: 'integer' }] },
  initial: { pattern: '^[ac]' },
  self: {},
};

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const size = fc.nat(3);
const limit = fc.constantFrom(-1, 0, 0.1, 0.5, 1, 1.5, 2, 2.9, 3, 6);
const name = fc.constantFrom('a', 'b', 'ab');
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const target = fc.constantFrom(...Object.keys(targets)).map((each): JsonSchema => ({ $ref: `#/$defs/${each}` }));
const pattern = fc.constantFrom(
  '^a$',
  '^a{2}$',
  '^[ab]{1,2}$',
  '^(?!a)',
  'b$',
  '\\bx\\b',
  '^\\d{4}',
  'a^',
  '^[ab]',
  '^[bc]',
  '^[ac]',
  'a',
  'b',
  '^(a|b)?$',
);
const step = fc.constantFrom(0.1, 0.2, 0.3, 0.5, 1.5, 2, 3);

/** Schemas of few words that often contradict each other. */
const tightSchema = fc.letrec<{ schema: JsonSchema; list: JsonSchema[]; map: Record<string, JsonSchema> }>((tie) => ({
  list: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
  map: fc.dictionary(name, tie('schema'), { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<JsonSchema>(
      true,
      false,
      {},
      { type: 'integer' },
      { type: 'string' },
      { type: ['boolean', 'null'] },
    ),
    target,
    fc.constantFrom<JsonSchema>({ const: 'a' }, { enum: ['a', 1] }, { enum: [true, null, []] }, { required: ['a'] }),
    fc
      .record({
        type: seldom(
          fc.constantFrom('string', 'integer', 'number', 'array', 'object', 'boolean', 'null', ['integer', 'array']),
        ),
        minLength: seldom(size),
        maxLength: seldom(size),
        pattern: seldom(pattern),
        format: seldom(fc.constantFrom('date', 'email', 'ipv4', 'int32', 'no-format')),
        minimum: seldom(limit),
        maximum: seldom(limit),
        exclusiveMinimum: seldom(limit),
        exclusiveMaximum: seldom(limit),
        multipleOf: seldom(step),
        allOf: seldom(
          fc.array(
            fc.oneof(
              pattern.map((each): JsonSchema => ({ pattern: each })),
              step.map((multipleOf): JsonSchema => ({ multipleOf })),
              target,
            ),
            { minLength: 1, maxLength: 2 },
          ),
        ),
      })
      .map(withoutUndefined),
    fc
      .record({
        type: seldom(fc.constant('array')),
        minItems: seldom(size),
        maxItems: seldom(size),
        items: seldom(tie('schema')),
        prefixItems: seldom(tie('list')),
        uniqueItems: seldom(fc.boolean()),
        contains: seldom(tie('schema')),
        minContains: seldom(size),
        maxContains: seldom(size),
      })
      // ajv accepts an empty list for `contains` beside `prefixItems`.
      .map(({ prefixItems, ...rest }) => (rest.contains === undefined ? { ...rest, prefixItems } : rest))
      .map(withoutUndefined),
    fc
      .record({
        type: seldom(fc.constant('object')),
        required: fc.option(names, { nil: undefined }),
        properties: seldom(tie('map')),
        patternProperties: seldom(
          fc.tuple(fc.constantFrom('^a', '^(a|b)?$'), tie('schema')).map(([each, inner]) => ({ [each]: inner })),
        ),
        additionalProperties: seldom(fc.oneof(tie('schema'), fc.constant(false))),
        unevaluatedProperties: seldom(fc.constant(false)),
        propertyNames: seldom(
          fc.constantFrom<JsonSchema>(
            { maxLength: 1 },
            { maxLength: 0 },
            { enum: ['a'] },
            { enum: ['a', 'b', 1] },
            { pattern: '^b' },
            { pattern: '^(a|b)?$' },
            { pattern: '^a*$', maxLength: 1 },
            { $ref: '#/$defs/letter' },
            false,
          ),
        ),
        minProperties: seldom(size),
        maxProperties: seldom(size),
        dependentRequired: seldom(fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true })),
        dependentSchemas: seldom(tie('map')),
        allOf: seldom(tie('list')),
      })
      .map(withoutUndefined),
    fc
      .record({
        type: seldom(fc.constantFrom('string', 'object', 'array', 'boolean', 'integer')),
        minLength: seldom(size),
        enum: seldom(fc.constantFrom<Json[]>(['a', 'b'], [1, 2], ['a', 1, true])),
        allOf: seldom(tie('list')),
        anyOf: seldom(tie('list')),
        oneOf: seldom(tie('list')),
        not: seldom(tie('schema')),
        if: seldom(tie('schema')),
        then: seldom(tie('schema')),
        else: seldom(tie('schema')),
      })
      .map(withoutUndefined),
    tie('schema').map((schema) => (typeof schema === 'boolean' ? { not: schema } : { ...schema, not: schema })),
  ),
})).schema;

/** Schemas that refer to themselves inside the values that they are about; what they refer to is `self`. */
const recursiveSchema = fc.letrec<{ schema: JsonSchema; inner: JsonSchema; part: JsonSchema }>((tie) => ({
  inner: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: fc.constant<JsonSchema>({ $ref: '#/$defs/self' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<JsonSchema>(true, false, { type: 'null' }, { type: ['object', 'string'] }),
    },
    { weight: 2, arbitrary: tie('schema') },
  ),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<JsonSchema>({ required: ['a'] }, { minItems: 1 }, { minProperties: 1 }, { maxProperties: 0 }, {}),
    tie('schema'),
  ),
  schema: fc
    .record({
      type: fc.option(fc.constantFrom('object', 'array', ['object', 'array']), { nil: undefined, freq: 4 }),
      required: seldom(names),
      properties: seldom(fc.dictionary(name, tie('inner'), { minKeys: 1, maxKeys: 2, noNullPrototype: true })),
      patternProperties: seldom(
        fc.tuple(fc.constantFrom('^a', '.*'), tie('inner')).map(([each, inner]) => ({ [each]: inner })),
      ),
      additionalProperties: seldom(tie('inner')),
      minProperties: seldom(size),
      items: seldom(tie('inner')),
      prefixItems: seldom(fc.array(tie('inner'), { minLength: 1, maxLength: 2 })),
      minItems: seldom(size),
      contains: seldom(tie('inner')),
      minContains: seldom(size),
      allOf: seldom(fc.array(tie('part'), { minLength: 1, maxLength: 2 })),
      anyOf: seldom(fc.array(tie('part'), { minLength: 1, maxLength: 2 })),
      if: seldom(tie('part')),
      then: seldom(tie('part')),
      else: seldom(tie('part')),
    })
    // ajv accepts an empty list for `contains` beside `prefixItems`.
    .map(({ prefixItems, ...rest }) => (rest.contains === undefined ? { ...rest, prefixItems } : rest))
    .map(withoutUndefined),
})).schema;

function withoutUndefined(value: object): JsonSchema {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}

/** What a schema stands in, whose references are pointers from its root. */
function documentOf(root: JsonSchema): SchemaDocument {
  const document: SchemaDocument = {
    target(reference) {
      const path = pointerPath(reference.slice(1));
      return { document, path, schema: asSchema(valueAt(root as Json, path)) };
    },
  };
  return document;
}

const document = documentOf({ $defs: targets });

/** Whether a schema is told to accept nothing. */
function isRefused(schema: JsonSchema): boolean {
  return new Satisfiability(new Budget()).conflicts({ document, path: [], schema }) !== undefined;
}

/** The values of some that a schema accepts. */
function accepted(schema: JsonSchema, values: readonly Json[], $defs = targets): readonly Json[] {
  const whole = typeof schema === 'boolean' ? schema : { ...schema, $defs };
  const { accepts: isAccepted } = compileValidator(linkSchema(whole));
  return values.filter(isAccepted);
}

const accepts = (schema: JsonSchema, values: readonly Json[], $defs = targets): boolean =>
  accepted(schema, values, $defs).length > 0;

/** How many schemas are made. */
const runs = 1200;

describe('A schema that some value fits', { timeout: 120_000 }, () => {
  it('is never told to accept nothing, however its keywords are combined', () => {
    let refused = 0;
    let fitting = 0;
    const wronged: JsonSchema[] = [];
    for (const schema of fc.sample(tightSchema, { numRuns: runs, seed: 20_261_125 })) {
      const isFitted = accepts(schema, universe);
      const isTold = isRefused(schema);
      refused += Number(isTold);
      fitting += Number(isFitted);
      if (isTold && isFitted) wronged.push(schema);
    }
    expect(wronged).toEqual([]);
    expect(refused).toBeGreaterThan(90);
    expect(fitting).toBeGreaterThan(300);
  });

  it('that is an alternative of oneOf alone is never told to fit only beside another', () => {
    const told: string[] = [];
    const wronged: SchemaObject[] = [];
    const cases = fc.record({
      oneOf: fc.array(tightSchema, { minLength: 2, maxLength: 3 }),
      type: seldom(fc.constantFrom<SchemaTypeName>('string', 'number', 'object')),
    });
    for (const { oneOf, type } of fc.sample(cases, { numRuns: runs, seed: 20_261_129 })) {
      const schema = type === undefined ? { oneOf } : { type, oneOf };
      for (const { index, isSame } of new Satisfiability(new Budget()).coveredBranches({
        document,
        path: [],
        schema,
      })) {
        told.push(isSame ? 'same' : 'covered');
        const alone = accepted(oneOf[index] ?? true, universe);
        if (accepts(schema, alone)) wronged.push(schema);
      }
    }
    expect(wronged).toEqual([]);
    expect(told.filter((each) => each === 'same').length).toBeGreaterThan(30);
    expect(told.filter((each) => each === 'covered').length).toBeGreaterThan(30);
  });

  it('is never told to need another without end', () => {
    let endless = 0;
    let fitting = 0;
    const wronged: JsonSchema[] = [];
    for (const self of fc.sample(recursiveSchema, { numRuns: runs / 3, seed: 20_261_130 })) {
      const $defs = { self };
      const itself = documentOf({ $defs });
      const satisfiability = new Satisfiability(new Budget());
      const sites: ObjectSite[] = [];
      walkSchema(self, ['$defs', 'self'], (schema, path) => {
        if (typeof schema === 'object') sites.push({ document: itself, path, schema });
      });
      for (const site of sites.filter((each) => satisfiability.conflicts(each) !== undefined)) {
        if (satisfiability.kinds(site).length === 0) continue;
        endless += 1;
        if (accepts(site.schema, universe, $defs)) wronged.push(site.schema);
      }
      fitting += Number(satisfiability.conflicts({ document: itself, path: [], schema: self }) === undefined);
    }
    expect(wronged).toEqual([]);
    expect(endless).toBeGreaterThan(150);
    expect(fitting).toBeGreaterThan(150);
  });

  it('is never told to accept nothing, of every keyword', () => {
    const cases = fc
      .record({ schema: randomSchema, values: fc.gen() })
      .map(({ schema, values }) => ({ schema, values: Array.from({ length: 8 }, () => values(likely, schema)) }));
    let fitting = 0;
    const wronged: JsonSchema[] = [];
    for (const { schema, values } of fc.sample(cases, { numRuns: runs / 3, seed: 20_261_126 })) {
      if (!accepts(schema, values)) continue;
      fitting += 1;
      if (isRefused(schema)) wronged.push(schema);
    }
    expect(wronged).toEqual([]);
    expect(fitting).toBeGreaterThan(130);
  });

  it('is never told to be within another that refuses it', () => {
    const changed = fc
      .tuple(tightSchema, tightSchema, fc.nat())
      .map(([one, other, at]): readonly [JsonSchema, JsonSchema] => {
        if (typeof one === 'boolean') return [other, one];
        const keys = Object.keys(one);
        const dropped = keys[at % keys.length];
        const rest = Object.fromEntries(Object.entries(one).filter(([key]) => key !== dropped));
        const ways: readonly (readonly [JsonSchema, JsonSchema])[] = [
          [one, rest],
          [rest, one],
          [one, { anyOf: [other, one] }],
          [{ allOf: [one, other] }, other],
          [{ allOf: [one, { not: other }] }, one],
          [one, other],
          [one, { oneOf: [rest, other] }],
          [
            { type: 'object', properties: { a: one } },
            { type: 'object', properties: { a: rest, b: other } },
          ],
          [{ properties: { a: one }, additionalProperties: false }, { additionalProperties: rest }],
          [
            { type: 'array', items: one },
            { type: 'array', prefixItems: [rest] },
          ],
          [
            { type: 'array', prefixItems: [one, other], items: false },
            { type: 'array', items: { anyOf: [rest, other] } },
          ],
        ];
        return ways[at % ways.length] ?? [one, other];
      });
    let proven = 0;
    let refuted = 0;
    const wronged: unknown[] = [];
    for (const [narrower, wider] of fc.sample(changed, { numRuns: runs, seed: 20_261_201 })) {
      const { isProven } = isWithin({ document, path: [], schema: narrower }, { document, path: [], schema: wider });
      const given = accepted(narrower, universe);
      const isRefuted = accepted(wider, given).length < given.length;
      proven += Number(isProven && given.length > 0);
      refuted += Number(isRefuted);
      if (isProven && isRefuted) wronged.push([narrower, wider]);
    }
    expect(wronged).toEqual([]);
    expect(proven).toBeGreaterThan(150);
    expect(refuted).toBeGreaterThan(150);
  });
});
