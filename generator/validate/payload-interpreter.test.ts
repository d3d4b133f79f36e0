import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.js';
import { asSchema, type JsonSchema } from '../schema/json-schema.js';
import { PayloadInterpreter } from './payload-interpreter.js';

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ ownProperties: true, strict: false, validateSchema: false, logger: false });
  addFormats.default(ajv);
  return ajv;
}

const uri = 'https://catalog.invalid/messages/m.yaml';

function accepts(schema: JsonSchema, value: Json): boolean {
  const interpreter = new PayloadInterpreter();
  interpreter.add(schema, uri);
  return interpreter.accepts(value, uri);
}

const names = ['a', 'b', 'toString', '__proto__', '~/'];
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(
      'a',
      '',
      '\u{1f600}',
      '2024-02-30',
      '1990-12-31T23:59:60Z',
      'x@y',
      0,
      1,
      -1.5,
      0.3,
      true,
      null,
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 3 }).map(ownObject),
  ),
}));

/** Schemas of every keyword that checks something. */
const { schema } = fc.letrec<{ schema: Json; map: Json }>((tie) => ({
  map: fc.array(fc.tuple(fc.constantFrom(...names), tie('schema')), { maxLength: 3 }).map(ownObject),
  schema: fc.oneof(
    { depthSize: 'small' },
    fc.boolean(),
    fc.constantFrom<Json>({ $ref: '#' }, { $ref: '#/$defs/node' }, { $ref: '#/$defs/unknown' }),
    fc.constantFrom('string', 'integer', 'number', 'null', 'array', 'object').map((type) => ({ type })),
    fc.constantFrom('date', 'date-time', 'email', 'int32', 'double', 'unheard-of').map((format) => ({ format })),
    fc.constantFrom<Json>({ pattern: '^a' }, { multipleOf: 0.1 }, { minimum: 0, exclusiveMaximum: 1 }),
    fc.constantFrom<Json>({ minLength: 1, maxLength: 1 }, { uniqueItems: true }, { minItems: 1 }, { maxItems: 1 }),
    fc.constantFrom<Json>({ minProperties: 1 }, { maxProperties: 1 }, { dependentRequired: { a: ['toString'] } }),
    fc.subarray(names, { minLength: 1 }).map((required) => ({ required })),
    fc.array(value, { maxLength: 2 }).map((values) => ({ enum: values })),
    tie('schema').map((inner) => ({ const: inner })),
    fc
      .tuple(fc.constantFrom('not', 'items', 'additionalProperties', 'propertyNames', 'contains'), tie('schema'))
      .map(ownObjectOf),
    fc
      .tuple(fc.constantFrom('unevaluatedProperties', 'unevaluatedItems', 'if', 'then', 'else'), tie('schema'))
      .map(ownObjectOf),
    fc
      .tuple(
        fc.constantFrom('allOf', 'anyOf', 'oneOf', 'prefixItems'),
        fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
      )
      .map(ownObjectOf),
    fc.tuple(fc.constantFrom('properties', 'dependentSchemas'), tie('map')).map(ownObjectOf),
    tie('schema').map((inner) => ({ patternProperties: { '^[ab]$': inner } })),
    // Keywords side by side: some depend on their neighbours.
    fc.array(tie('schema'), { minLength: 2, maxLength: 4 }).map((parts) => Object.assign({}, ...parts) as Json),
  ),
}));

/** Assigning to `__proto__` would set the prototype. */
function ownObject(entries: readonly (readonly [string, Json])[]): Json {
  return Object.fromEntries(entries);
}

function ownObjectOf([key, content]: readonly [string, Json]): Json {
  return { [key]: content };
}

describe('The payload interpreter', () => {
  it('accepts nothing that ajv refuses', { timeout: 60_000 }, () => {
    let accepted = 0;
    const root = fc
      .tuple(schema, schema)
      .map(([outer, node]): Json => (typeof outer === 'object' ? { ...outer, $defs: { node } } : outer));
    fc.assert(
      fc.property(root, fc.array(value, { minLength: 4, maxLength: 8 }), (each, values) => {
        for (const candidate of values) {
          if (!accepts(asSchema(each), candidate)) continue;
          accepted += 1;
          expect(ajvAccepts(each, candidate), JSON.stringify({ each, candidate })).toBe(true);
        }
      }),
      { numRuns: 800, seed: 7 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });

  it.each<[string, JsonSchema, Json, boolean]>([
    ['a value that fits', { type: 'object', required: ['a'] }, { a: 1 }, true],
    ['a value that does not', { type: 'object', required: ['toString'] }, {}, false],
    ['a text of a format', { format: 'date-time' }, '2024-01-01T00:00:00Z', true],
    ['a text not of its format', { format: 'date-time' }, '2024-01-01', false],
    ['anything of a format of numbers, which ajv must judge', { format: 'int32' }, 1.5, false],
    ['anything beside multipleOf, which ajv must judge', { multipleOf: 0.1 }, 0.3, false],
    ['what refers to an unknown schema', { $ref: 'other.yaml' }, 1, false],
    [
      'what refers to a schema by its path',
      { $ref: 'm.yaml#/$defs/~0~1%25', $defs: { '~/%': { type: 'string' } } },
      'a',
      true,
    ],
    ['what does not fit such a schema', { $ref: '#/$defs/~0~1%25', $defs: { '~/%': { type: 'string' } } }, 1, false],
    ['what refers to a value, which ajv must judge', { $ref: '#/default', default: { type: 'string' } }, 'a', false],
  ])('decides on %s', (_, each, candidate, want) => {
    expect(accepts(each, candidate)).toBe(want);
  });
});

/** Some schemas make ajv's code refer without end, or to nothing: such a catalog is refused before. */
function ajvAccepts(each: Json, candidate: Json): boolean {
  const ajv = newAjv();
  ajv.addSchema(asSchema(each), uri);
  try {
    return ajv.getSchema(uri)?.(candidate) === true;
  } catch {
    return true;
  }
}
