import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { mapSchemas, keywords, subschemas } from '../schema/keywords.js';
import { definitions, likely, randomSchema, verdict } from '../testing/random-schemas.js';
import { schemaDocument } from '../testing/schema-document.js';
import { SchemaComparer } from './compare-schemas.js';
import { quickAjv } from '../testing/quick-ajv.js';

const runs = 250;
/** Longer schemas than this are not what people write: each of their parts is a keyword that contradicts others. */
const maxSize = 300;
/** Values that are tried of each schema. */
const samples = 40;

/** What one keyword may become. */
const mutations: readonly ((schema: SchemaObject) => SchemaObject | undefined)[] = [
  ({ minLength = 0, ...rest }) => ({ ...rest, minLength: minLength + 1 }),
  ({ maxLength = 5, ...rest }) => ({ ...rest, maxLength: Math.max(0, maxLength - 1) }),
  ({ minimum = 0, ...rest }) => ({ ...rest, minimum: minimum + 1 }),
  ({ maximum = 5, ...rest }) => ({ ...rest, maximum: maximum - 1 }),
  ({ minItems = 0, ...rest }) => ({ ...rest, minItems: minItems + 1 }),
  ({ maxItems = 3, ...rest }) => ({ ...rest, maxItems: Math.max(0, maxItems - 1) }),
  ({ required = [], ...rest }) => ({ ...rest, required: [...new Set([...required, 'a'])] }),
  ({ required = [], ...rest }) => (required.length === 0 ? undefined : { ...rest, required: required.slice(1) }),
  ({ enum: values = [], ...rest }) => (values.length < 2 ? undefined : { ...rest, enum: values.slice(1) }),
  ({ type, ...rest }) => (type === undefined ? { ...rest, type: 'string' } : rest),
  ({ additionalProperties, ...rest }) =>
    additionalProperties === undefined ? { ...rest, additionalProperties: false } : rest,
  ({ properties = {}, ...rest }) => ({ ...rest, properties: { ...properties, b: { type: 'boolean' } } }),
  ({ uniqueItems = false, ...rest }) => ({ ...rest, uniqueItems: !uniqueItems }),
  ({ pattern, ...rest }) => (pattern === undefined ? { ...rest, pattern: '^[a-z]+$' } : rest),
  ({ anyOf = [], ...rest }) => (anyOf.length < 2 ? undefined : { ...rest, anyOf: anyOf.slice(1) }),
  ({ oneOf = [], ...rest }) => (oneOf.length < 2 ? undefined : { ...rest, oneOf: oneOf.slice(1) }),
  ({ multipleOf, ...rest }) => (multipleOf === undefined ? { ...rest, multipleOf: 2 } : rest),
  (schema) => ({ ...schema, description: 'Other.' }),
];

/** Changes a keyword of one of the schemas inside a schema. */
function mutate(schema: JsonSchema, place: number, kind: number): JsonSchema {
  const sites: JsonSchema[] = [];
  const collect = (each: JsonSchema): void => {
    sites.push(each);
    for (const inner of subschemas(each)) collect(inner.schema);
  };
  collect(schema);
  const objects = sites.filter((each): each is SchemaObject => typeof each === 'object');
  const target = objects[place % Math.max(1, objects.length)];
  if (target === undefined) return { type: 'string' };
  const changed = mutations[kind % mutations.length]?.(target);
  const rebuild = (each: JsonSchema): JsonSchema => {
    if (each === target) return changed ?? each;
    if (typeof each === 'boolean') return each;
    return Object.fromEntries(
      Object.entries(each).map(([name, content]: [string, unknown]) => {
        const holds = keywords.find((keyword) => keyword.name === name)?.holds ?? 'value';
        return [name, mapSchemas(content, holds, rebuild)];
      }),
    );
  };
  return rebuild(schema);
}

const withDefinitions = (schema: JsonSchema): JsonSchema =>
  typeof schema === 'boolean' ? schema : { ...schema, $defs: definitions };

it('misses no break and makes none up, of a keyword that changes anywhere in a schema', () => {
  const ajv = new Ajv2020({ ...quickAjv, ownProperties: true, validateSchema: false, logger: false });
  addFormats.default(ajv);
  const counts = { safe: 0, breaks: 0, undecided: 0, witnessed: 0 };
  const small = randomSchema.filter((schema) => JSON.stringify(schema).length < maxSize);
  const pair = fc.tuple(small, fc.nat(), fc.nat()).chain(([schema, place, kind]) => {
    const changed = mutate(schema, place, kind);
    const value = fc.oneof(likely(schema), likely(changed));
    return fc.tuple(
      fc.constant([schema, changed] as const),
      fc.array(value, { minLength: samples, maxLength: samples }),
    );
  });
  fc.assert(
    fc.property(pair, ([schemas, values]) => {
      const [before, after] = schemas.map(withDefinitions) as [JsonSchema, JsonSchema];
      for (const [own, other] of [
        [before, after],
        [after, before],
      ] as const) {
        const [accepts, refuses] = [ajv.compile(own), ajv.compile(other)];
        const known = values.find((value) => verdict(accepts, value) === true && verdict(refuses, value) === false);
        const { breaks, open } = new SchemaComparer(true).compare(schemaDocument(own), schemaDocument(other), []);
        const answer = breaks.length > 0 ? 'breaks' : open.length > 0 ? 'undecided' : 'safe';
        counts[answer] += 1;
        if (known !== undefined) counts.witnessed += 1;
        expect([answer, known]).not.toEqual(['safe', known ?? 'nothing']);
        for (const { witness = null } of breaks)
          expect([verdict(accepts, witness) ?? true, verdict(refuses, witness) ?? false]).toEqual([true, false]);
      }
    }),
    { numRuns: runs, seed: 7 },
  );
  expect(counts.witnessed).toBeGreaterThan(runs / 20);
  expect(counts.undecided / (counts.safe + counts.breaks + counts.undecided)).toBeLessThan(0.03);
});
