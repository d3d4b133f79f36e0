import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemasFolder } from '../installation.js';
import { isJsonObject, type Json } from '../json.js';
import { parseYaml } from '../load/parse-yaml.js';
import { keywords } from '../schema/keywords.js';
import { matchingCost } from '../schema/matching-cost.js';
import {
  fileKinds,
  structureProblems,
  type FileKind,
  type StructureValidators,
} from '../validate/structure-schemas.js';
import { structureValidators } from './structure-validators.js';

const catalog = join(import.meta.dirname, '../../catalog');
const files = readdirSync(catalog, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => {
    const kind: FileKind = path.startsWith('messages') ? 'message' : path.startsWith('types') ? 'type' : 'catalog';
    return { path, kind, value: parseYaml(readFileSync(join(catalog, path), 'utf8')).value };
  });

const message = { name: 'm', description: 'd', payload: true };
const texts = fileKinds.map((kind) => readFileSync(join(schemasFolder, `${kind}.schema.json`), 'utf8'));

/** ajv with the whole schemas, as editors use them. */
const whole = new Ajv2020({
  strict: false,
  ownProperties: true,
  schemas: Object.fromEntries(
    fileKinds.map((kind, index) => [`${kind}.schema.json`, JSON.parse(texts[index] ?? '') as object]),
  ),
});

const isRight = (value: Json, kind: FileKind): boolean => structureProblems(value, kind).length === 0;

describe('The structure of catalog files', () => {
  it.each(files)('is right in $path', ({ kind, value }) => {
    expect(structureProblems(value, kind)).toEqual([]);
  });

  const refused: readonly [title: string, kind: FileKind, value: Json][] = [
    ['null', 'message', null],
    ['what lacks a key', 'message', { name: 'm', description: 'd' }],
    ['a key that is not known', 'message', { ...message, nam: 'm' }],
    [
      'an inherited name',
      'message',
      JSON.parse('{"name": "m", "description": "d", "payload": true, "__proto__": 1}') as Json,
    ],
    ['what is inherited in place of what is required', 'catalog', { title: 'x', toString: 'y' }],
    ['a name that does not match', 'message', { ...message, name: 'M' }],
    ['a name that is too long', 'message', { ...message, name: 'a'.repeat(101) }],
    ['a repeated text', 'message', { ...message, emits: ['a', 'a'] }],
    ['a repeated type', 'type', { type: ['null', 'null'] }],
    ['a mistake deep inside', 'type', { properties: { a: { items: { anyOf: [{ type: 'text' }] } } } }],
  ];
  it.each(refused)('is wrong with %s', (_, kind, value) => {
    expect(isRight(value, kind)).toBe(false);
  });

  it('is judged the same by the JSON Schemas as a whole', { timeout: 60_000 }, () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 2 }), (file, changes) => {
        const value = changes.reduce<Json>(changed, file.value);
        const isAccepted = isRight(value, file.kind);
        accepted += isAccepted ? 1 : 0;
        expect(whole.validate(`${file.kind}.schema.json`, value)).toBe(isAccepted);
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(30);
  });

  it('is judged in time by the number of mistakes', () => {
    const properties = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`p${index}`, 1]));
    expect(structureProblems({ properties }, 'type')).toHaveLength(50_000);
    expect(structureProblems({ required: Object.keys(properties).map(() => 'a') }, 'type')).toHaveLength(1);
  });

  it('is described by patterns alone that end soon on any text, since nothing bounds them', () => {
    const patterns = texts.flatMap((text) => [...text.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)]);
    const sources = [...new Set(patterns.map(([, source = '']) => JSON.parse(source) as string))];
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => matchingCost(source) !== 'linear')).toEqual([]);
  });
});

describe('The JSON Schemas of catalog files, compiled in advance,', () => {
  it('report what ajv reports', () => {
    const load = runInThisContext(`(exports, require) => {${structureValidators()}\n}`) as (
      exports: object,
      require: NodeJS.Require,
    ) => void;
    const exported = {};
    load(exported, createRequire(import.meta.url));
    const validators = exported as StructureValidators;
    const value = { required: ['a', 'a'], type: 'text', title: 1 };
    expect(validators.type(value)).toBe(false);
    expect(validators.type.errors?.map(({ keyword, params }) => ({ keyword, params }))).toMatchObject([
      { keyword: 'enum' },
      { keyword: 'if' },
      { keyword: 'uniqueItems', params: { i: 0, j: 1 } },
      { keyword: 'type', params: { type: 'string' } },
    ]);
    expect(validators.message({ ...message, nam: 'm' })).toBe(false);
    expect(validators.message.errors?.map(({ keyword, params }) => ({ keyword, params }))).toMatchObject([
      { keyword: 'additionalProperties', params: { additionalProperty: 'nam' } },
    ]);
    expect(validators.message(message)).toBe(true);
  });
});

/** A value in place of another, or beside it under a new key. */
interface Change {
  /** Chooses a way down. */
  readonly way: readonly number[];
  readonly key: string | undefined;
  readonly value: Json;
}

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 0, 1, -1, 1.5, '', 'a', 'string', 'A b', [], {}, ['a', 'a'], [1, '1'], ['type']),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keywords.map(({ name }) => name), 'toString', '__proto__'), tie('json'), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
}));

const change: fc.Arbitrary<Change> = fc.record({
  way: fc.array(fc.nat(), { maxLength: 8 }),
  key: fc.option(fc.constantFrom(...keywords.map(({ name }) => name), 'toString', 'name', 'since', 'emits', 'off'), {
    nil: undefined,
  }),
  value: json,
});

function changed(value: Json, { way, key, value: replacement }: Change): Json {
  const [first, ...rest] = way;
  const next = { way: rest, key, value: replacement };
  if (first === undefined || typeof value !== 'object' || value === null) {
    return key === undefined || !isJsonObject(value) ? replacement : { ...value, [key]: replacement };
  }
  const entries = Object.entries(value);
  const chosen = entries[first % Math.max(1, entries.length)]?.[0];
  const edited = entries.map(
    ([name, inner]) => [name, name === chosen ? changed(inner as Json, next) : (inner as Json)] as const,
  );
  return Array.isArray(value) ? edited.map(([, inner]) => inner) : Object.fromEntries(edited);
}
