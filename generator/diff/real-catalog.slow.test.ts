import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.js';
import { Reporter } from '../diagnostics/reporter.js';
import type { Json } from '../json.js';
import { load } from '../load/load.js';
import { locatorOf } from '../load/locate.js';
import type { JsonSchema, SchemaObject } from '../schema/json-schema.js';
import { selfContained } from '../schema/self-contained.js';
import { schemaDocument } from '../testing/schema-document.js';
import { validate } from '../validate/validate.js';
import { SchemaComparer } from './compare-schemas.js';
import { diffCatalogs } from './diff-catalogs.js';
import { quickAjv } from '../testing/quick-ajv.js';

type Answer = 'safe' | 'breaks' | 'undecided';
type Mutation = readonly [
  what: string,
  change: (schema: SchemaObject, name: string) => SchemaObject | undefined,
  writers: Answer,
  readers: Answer,
];

const withProperty = (
  schema: SchemaObject,
  name: string,
  change: (property: SchemaObject) => SchemaObject | undefined,
) => {
  const property = schema.properties?.[name];
  const changed = typeof property === 'object' ? change(property) : undefined;
  return changed && { ...schema, properties: { ...schema.properties, [name]: changed } };
};
const isString = ({ type, format, enum: values }: SchemaObject): boolean =>
  type === 'string' && format === undefined && values === undefined;

/** What is done to one property of an object, and what that does by construction. */
const mutations: readonly Mutation[] = [
  [
    'a longer text',
    (schema, name) => withProperty(schema, name, (each) => (isString(each) ? { ...each, minLength: 3 } : undefined)),
    'breaks',
    'safe',
  ],
  [
    'a closed list',
    (schema, name) =>
      withProperty(schema, name, (each) => (isString(each) ? { ...each, enum: ['a', 'b'] } : undefined)),
    'breaks',
    'safe',
  ],
  [
    'a pattern',
    (schema, name) =>
      withProperty(schema, name, (each) => (isString(each) ? { ...each, pattern: '^[a-z]+$' } : undefined)),
    'breaks',
    'safe',
  ],
  [
    'a format',
    (schema, name) => withProperty(schema, name, (each) => (isString(each) ? { ...each, format: 'date' } : undefined)),
    'breaks',
    'safe',
  ],
  [
    'null',
    (schema, name) =>
      withProperty(schema, name, (each) =>
        each.type === 'string' ? { ...each, type: ['string', 'null'] } : undefined,
      ),
    'safe',
    'breaks',
  ],
  [
    'another type',
    (schema, name) => withProperty(schema, name, (each) => (isString(each) ? { type: 'integer' } : undefined)),
    'breaks',
    'breaks',
  ],
  [
    'any number',
    (schema, name) =>
      withProperty(schema, name, (each) => (each.type === 'integer' ? { ...each, type: 'number' } : undefined)),
    'safe',
    'breaks',
  ],
  [
    'a text',
    (schema, name) => withProperty(schema, name, (each) => ({ ...each, description: 'Other.' })),
    'safe',
    'safe',
  ],
  [
    'a property less',
    (schema, name) => {
      const properties = Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([each]) => each !== name));
      return schema.required?.includes(name) === true ? undefined : { ...schema, properties };
    },
    'safe',
    'safe',
  ],
  [
    'a property more',
    (schema, name) =>
      name === Object.keys(schema.properties ?? {})[0]
        ? { ...schema, properties: { ...schema.properties, added: { type: 'string' } } }
        : undefined,
    'safe',
    'safe',
  ],
  [
    'a required property',
    (schema, name) =>
      schema.required?.includes(name) === true
        ? undefined
        : { ...schema, required: [...(schema.required ?? []), name] },
    'breaks',
    'safe',
  ],
  [
    'a property that is optional now',
    (schema, name) =>
      schema.required?.includes(name) === true
        ? { ...schema, required: schema.required.filter((each) => each !== name) }
        : undefined,
    'safe',
    'breaks',
  ],
  [
    'a closed object',
    (schema, name) =>
      name === Object.keys(schema.properties ?? {})[0] && schema.additionalProperties === undefined
        ? { ...schema, additionalProperties: false }
        : undefined,
    'breaks',
    'safe',
  ],
];

/**
 * Every object inside a schema, and what puts another in its place.
 *
 * @yields Both.
 */
function* objectsIn(
  schema: JsonSchema,
  put: (schema: JsonSchema) => JsonSchema,
): Generator<readonly [SchemaObject, typeof put]> {
  if (typeof schema === 'boolean') return;
  if (schema.properties !== undefined) yield [schema, put];
  for (const [name, inner] of Object.entries(schema.properties ?? {}))
    yield* objectsIn(inner, (changed) => put({ ...schema, properties: { ...schema.properties, [name]: changed } }));
  if (schema.items !== undefined) yield* objectsIn(schema.items, (items) => put({ ...schema, items }));
}

/** Of the messages, so many are taken: all of them take minutes. */
const everyNth = 9;

const answer = ({ breaks, open }: ReturnType<SchemaComparer['compare']>): Answer =>
  breaks.length > 0 ? 'breaks' : open.length > 0 ? 'undecided' : 'safe';

async function ownCatalog(): Promise<Catalog> {
  const reporter = new Reporter(locatorOf);
  return validate(await load('catalog', reporter), reporter);
}

it('judges every mutant of the catalog of this repository right', async () => {
  const catalog = await ownCatalog();
  const ajv = new Ajv2020({ ...quickAjv, validateSchema: false, validateFormats: false, ownProperties: true });
  // Compiled once each: the schemas before are met again and again.
  const checks = new Map<JsonSchema, (value: Json) => boolean>();
  const accepts = (schema: JsonSchema, value: Json): boolean => {
    const check = checks.get(schema) ?? ajv.compile(schema);
    checks.set(schema, check);
    return check(value);
  };
  const wrong: string[] = [];
  let count = 0;
  for (const { name, payload, file, examples } of catalog.messages.filter((_, index) => index % everyNth === 0)) {
    const before = selfContained(payload, file, catalog.references);
    const values = examples.map((each): Json => each.payload);
    for (const [object, put] of objectsIn(before, (schema) => schema))
      for (const property of Object.keys(object.properties ?? {}))
        for (const [what, change, writers, readers] of mutations) {
          const changed = change(object, property);
          if (changed === undefined) continue;
          const after = put(changed);
          for (const [own, other, want] of [
            [before, after, writers],
            [after, before, readers],
          ] as const) {
            count += 1;
            const found = new SchemaComparer(false).compare(schemaDocument(own), schemaDocument(other), values);
            const { witness = null } = found.breaks[0] ?? {};
            const isShown =
              found.breaks.length === 0 || (accepts(own, witness) && (what === 'a format' || !accepts(other, witness)));
            if (answer(found) !== want || !isShown)
              wrong.push(`${name}.${property}: ${what}: ${answer(found)}, not ${want}`);
          }
        }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(400);
});

it('refuses what was published as a patch: 4.0.24 had two messages less than 4.0.21', async () => {
  const { settings, messages, ...rest } = await ownCatalog();
  const version = (number: string, kept: Catalog['messages']): Catalog => ({
    ...rest,
    settings: { ...settings, version: number },
    messages: kept,
  });
  const kept = messages.filter(({ domain }) => domain !== 'ekg');
  const diff = await diffCatalogs(version('4.0.21', messages), version('4.0.24', kept), { today: '2026-01-01' });
  const { report } = diff;
  expect([report.bump, report.exports]).toEqual([
    'major',
    ['EkgEdgeBatchCreateCompletedMessage', 'EkgEdgeBatchCreateRequestMessage'],
  ]);
  expect(report.changes.map(({ message, side, level }) => [message, side, level])).toEqual([
    ['ekg-edge-batch-create-completed', 'oldWriters', 'runtime-breaking'],
    ['ekg-edge-batch-create-request', 'oldWriters', 'runtime-breaking'],
  ]);
});
