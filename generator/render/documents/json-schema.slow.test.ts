import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json.js';
import type { Message, Model } from '../../model/model.js';
import { namedTypes } from '../../model/named-types.js';
import { sampleOf } from '../../model/sample.js';
import { readModel, renderTarget } from '../../testing/render-target.js';
import { quickAjv } from '../../testing/quick-ajv.js';

const root = join(import.meta.dirname, '../../..');
const fixtures = join(root, 'generator/fixtures');
const catalogs = [
  join(root, 'catalog'),
  ...readdirSync(fixtures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(fixtures, name, 'catalog')),
];

/** Compiles a schema with nothing else at hand, as whoever is given that one file. */
function compileAlone(schema: JsonObject): (value: unknown) => boolean {
  const ajv = new Ajv2020({ ...quickAjv, ownProperties: true });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const odd: readonly Json[] = [0, 1.5, -1, '', 'text', null, true, [], {}, [{}], ['a', 'a']];

/** A value with one part of it, at any depth, missing or something else. */
function mutations(value: Json): Json[] {
  if (typeof value !== 'object' || value === null) return [...odd];
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return [...odd, ...items.flatMap((item, index) => mutations(item).map((each) => items.with(index, each)))];
  }
  return [
    ...odd,
    { ...value, more: 1 },
    ...Object.keys(value).map((name) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))),
    ...Object.entries(value).flatMap(([name, inner]) =>
      mutations(inner as Json).map((each) => ({ ...value, [name]: each })),
    ),
  ];
}

/** Where ajv is wrong: it passes `__proto__` over, and forgets what is evaluated where a dependent schema does not apply. */
const isBeyondAjv = ({ name }: Message, payload: Json): boolean =>
  JSON.stringify(payload).includes('"__proto__"') ||
  (name === 'dependent-request' && !JSON.stringify(payload).includes('"link"'));

function seeds({ payload, examples }: Message, model: Model): Json[] {
  const types = namedTypes(model);
  const sample = (isWhole: boolean): Json =>
    sampleOf(payload.type, (name) => types.get(name)?.type ?? { kind: 'null' }, isWhole);
  return [...examples.map((example) => example.payload), sample(false), sample(true)];
}

describe('Each JSON Schema alone', () => {
  it.each(catalogs.map((path) => [path.slice(root.length + 1), path]))(
    'gives the verdicts of the emitted check on examples and what is near to them, in %s',
    async (_, catalog) => {
      const model = await readModel(catalog);
      const files = await renderTarget(model, 'json-schema');
      const counts = { accepted: 0, refused: 0 };
      const different: object[] = [];
      for (const message of model.messages) {
        const accepts = compileAlone(JSON.parse(files.get(`${message.name}.json`) ?? '') as JsonObject);
        for (const seed of seeds(message, model)) {
          for (const payload of [seed, ...mutations(seed)].filter((each) => !isBeyondAjv(message, each))) {
            const fits = message.problemsOf(payload).length === 0;
            counts[fits ? 'accepted' : 'refused'] += 1;
            if (fits !== accepts(payload)) different.push({ message: message.name, payload, fits });
          }
        }
      }
      expect(different).toEqual([]);
      expect(counts.accepted).toBeGreaterThan(0);
      expect(counts.refused).toBeGreaterThan(catalog.includes('untyped') ? -1 : 0);
    },
  );

  it('has an address of its own, says its dialect, and is named in the index', async () => {
    const files = await renderTarget(await readModel(join(fixtures, 'documents/catalog')), 'json-schema');
    const schemas = [...files].filter(([path]) => path !== 'index.json');
    const parsed = schemas.map(([, text]) => JSON.parse(text) as { $id: string; $schema: string });
    expect(new Set(parsed.map(({ $id }) => $id)).size).toBe(schemas.length);
    for (const { $id, $schema } of parsed) {
      expect(new URL($id).protocol).toBe('urn:');
      expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    }
    const index = JSON.parse(files.get('index.json') ?? '') as Record<'messages' | 'types', { schema: string }[]>;
    const named = [...index.messages, ...index.types].map(({ schema }) => schema);
    expect(named.sort()).toEqual(schemas.map(([path]) => path).sort());
  });
});
