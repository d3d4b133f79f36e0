import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseYaml } from '../load/parse-yaml.js';
import { isJsonObject, type Json } from '../json.js';
import { keywords } from '../schema/keywords.js';
import type { FittingStructures } from '../validate/fitting-structures.js';
import { matchingCost } from '../schema/matching-cost.js';
import { fileKinds, readSchema, StructureSchemas, type FileKind } from '../validate/structure-schemas.js';
import { structureValidators } from './structure-validators.js';

const catalog = join(import.meta.dirname, '../../catalog');
const files = readdirSync(catalog, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => {
    const kind: FileKind = path.startsWith('messages') ? 'message' : path.startsWith('types') ? 'type' : 'catalog';
    return { path, kind, value: parseYaml(readFileSync(join(catalog, path), 'utf8')).value };
  });

const message = { name: 'm', description: 'd', payload: true };
const schemas = new StructureSchemas();
let fitting: FittingStructures;
beforeAll(() => {
  const load = runInThisContext(`(exports, require) => {${structureValidators()}\n}`) as (
    exports: object,
    require: NodeJS.Require,
  ) => void;
  const exported = {};
  load(exported, createRequire(import.meta.url));
  fitting = exported as FittingStructures;
});

describe('The JSON Schemas of catalog files, compiled in advance,', () => {
  it.each(files)('accept $path', ({ kind, value }) => {
    expect(fitting[kind](value)).toBe(true);
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
    ['a repeated value of an enum', 'type', { enum: [1, null, 1] }],
    ['a mistake deep inside', 'type', { properties: { a: { items: { anyOf: [{ type: 'text' }] } } } }],
  ];
  it.each(refused)('refuse %s', (_, kind, value) => {
    expect(fitting[kind](value)).toBe(false);
    expect(schemas.misfits(value, kind)).not.toEqual([]);
  });

  it('leave enums of lists and mappings, which may be equal, to the schemas', () => {
    const value = {
      enum: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    };
    expect(fitting.type(value)).toBe(false);
    expect(fitting.type({ enum: [[1], [2]] })).toBe(false);
  });

  it('accept nothing that the schemas refuse', { timeout: 60_000 }, () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 2 }), (file, changes) => {
        const value = changes.reduce<Json>(changed, file.value);
        const isAccepted = fitting[file.kind](value);
        accepted += isAccepted ? 1 : 0;
        expect(isAccepted && schemas.misfits(value, file.kind).length > 0).toBe(false);
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(30);
  });

  it('have patterns alone that end soon on any text, since nothing bounds them', () => {
    const texts = fileKinds.map((kind) => JSON.stringify(readSchema(kind)));
    const patterns = texts.flatMap((text) => [...text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)]);
    const sources = [...new Set(patterns.map(([, source = '']) => JSON.parse(source) as string))];
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => matchingCost(source) !== 'linear')).toEqual([]);
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
