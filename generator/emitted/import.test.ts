import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileValidator } from '../../templates/typescript/src/validators/runtime/compile-validator.js';
import type { Catalog } from '../catalog/catalog.js';
import { importSources, type ImportResult } from '../import/import.js';
import { generate, loadCatalog } from '../index.js';
import { isJsonObject, type Json, type JsonObject } from '../json.js';
import { SchemaLinker } from '../schema/link.js';
import { quickAjv } from '../testing/quick-ajv.js';

const packages = join(import.meta.dirname, 'platforms/node_modules');
/** Whether a package is there; where all are asked for, a missing one fails its test. */
const has = (name: string): boolean => process.env['ALL_PLATFORMS'] !== undefined || existsSync(join(packages, name));
const needs = '(needs: npm ci --prefix generator/emitted/platforms)';
const readPackage = async (path: string): Promise<JsonObject> =>
  JSON.parse(await readFile(join(packages, path), 'utf8')) as JsonObject;

let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'import-sets-'));
});
afterEach(() => rm(project, { recursive: true }));

/** Imports sources, and generates from what was written: its code is type-checked on the way. */
async function importAndGenerate(...sources: string[]): Promise<ImportResult & { catalog: Catalog }> {
  const folder = join(project, 'catalog');
  const result = await importSources({ sources, catalog: folder, project });
  await generate({ catalog: folder, out: join(project, 'generated') });
  return { ...result, catalog: await loadCatalog(folder) };
}

/** Judges payloads of a message as its emitted validator does. */
function judgeOf(catalog: Catalog, name: string): (value: Json) => boolean {
  const message = catalog.messages.find((each) => each.name === name);
  if (message === undefined) throw new Error(`There is no message ${name}.`);
  return compileValidator(new SchemaLinker(catalog.references).link(message.payload, message.file)).accepts;
}

const ajvOf = (): Ajv => {
  const ajv = new Ajv(quickAjv);
  addFormats.default(ajv);
  return ajv;
};

/** A value, and what becomes of it when something in it is missing or something else. */
function variants(value: Json): Json[] {
  if (!isJsonObject(value)) return [value];
  const names = Object.keys(value);
  const without = names.map((name) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== name)));
  const replaced = names.flatMap((name) => [1, 'text', null, {}].map((other) => ({ ...value, [name]: other })));
  const deeper = names.flatMap((name) => {
    const inner = value[name];
    return isJsonObject(inner) ? Object.keys(inner).map((key) => ({ ...value, [name]: { ...inner, [key]: [] } })) : [];
  });
  return [value, { ...value, more: 1 }, ...without, ...replaced, ...deeper];
}

/** How many values were judged and accepted, and on which the two sides differ; agreeing on what nothing fits shows little. */
function compare(
  values: readonly Json[],
  ours: (value: Json) => boolean,
  theirs: ValidateFunction,
): { judged: number; accepted: number; apart: Json[] } {
  return {
    judged: values.length,
    accepted: values.filter(ours).length,
    apart: values.filter((value) => ours(value) !== theirs(value)),
  };
}

describe(`Schemas that packages ship ${needs}`, { timeout: 600_000 }, () => {
  it.skipIf(!has('@octokit/webhooks-schemas'))(
    'of the webhooks of GitHub: each event is a message, and examples are judged as by ajv',
    async () => {
      const { catalog, written } = await importAndGenerate(join(packages, '@octokit/webhooks-schemas/schema.json'));
      expect([catalog.messages.length, written.length > 80]).toEqual([66, true]);
      const schema = await readPackage('@octokit/webhooks-schemas/schema.json');
      const ajv = ajvOf();
      ajv.addSchema(schema, 'all');
      const events = JSON.parse(
        await readFile(join(packages, '@octokit/webhooks-examples/api.github.com/index.json'), 'utf8'),
      ) as readonly { name: string; examples: Json[] }[];
      const count = { judged: 0, accepted: 0 };
      for (const { name, examples } of events) {
        const theirs = ajv.getSchema(`all#/definitions/${name}_event`);
        if (theirs === undefined) continue;
        const ours = judgeOf(catalog, `${name.replaceAll('_', '-')}-event`);
        // Some of the examples are older than the schemas.
        const example = examples.find((each) => theirs(each)) ?? examples[0] ?? null;
        const values = variants(example);
        const { judged, accepted, apart } = compare(values, ours, theirs);
        expect([name, apart]).toEqual([name, []]);
        count.judged += judged;
        count.accepted += accepted;
      }
      expect([count.judged > 2000, count.accepted > 10]).toEqual([true, true]);
    },
  );

  it.skipIf(!has('@asyncapi/specs'))('of AsyncAPI itself: its documents are judged as by ajv', async () => {
    const path = '@asyncapi/specs/schemas/3.0.0.json';
    const { catalog } = await importAndGenerate(join(packages, path));
    const ajv = ajvOf();
    const theirs = ajv.compile(await readPackage('@asyncapi/specs/schemas/3.0.0-without-$id.json'));
    const document = (address: Json): Json => ({
      asyncapi: '3.0.0',
      info: { title: 'T', version: '1' },
      channels: { a: { address, messages: { m: { payload: { type: 'object' } } } } },
      operations: { o: { action: 'send', channel: { $ref: '#/channels/a' } } },
    });
    const values = [document('a'), document(1), document(null)].flatMap(variants);
    expect(catalog.messages).toHaveLength(1);
    const { judged, accepted, apart } = compare(values, judgeOf(catalog, catalog.messages[0]?.name ?? ''), theirs);
    expect([judged > 50, accepted > 0, apart]).toEqual([true, true, []]);
  });

  it.skipIf(!has('vega-lite'))('of a grammar of charts, of two megabytes', async () => {
    const path = 'vega-lite/build/vega-lite-schema.json';
    const { catalog, losses } = await importAndGenerate(join(packages, path));
    expect(losses).toEqual([]);
    const theirs = ajvOf().compile(await readPackage(path));
    const chart = {
      data: { url: 'cars.json' },
      mark: 'point',
      encoding: { x: { field: 'a', type: 'quantitative' }, y: { field: 'b', type: 'quantitative' } },
    };
    const values = [chart, { ...chart, mark: { type: 'bar', width: 'x' } }].flatMap(variants);
    const { judged, accepted, apart } = compare(values, judgeOf(catalog, 'vega-lite-schema'), theirs);
    expect([judged > 30, accepted > 0, apart]).toEqual([true, true, []]);
  });

  it.skipIf(!has('@cyclonedx/cyclonedx-library'))(
    'of bills of materials: each version with the files that it refers to',
    async () => {
      const folder = '@cyclonedx/cyclonedx-library/res/schema';
      const names = ['bom-1.6', 'spdx', 'jsf-0.82'].map((name) => `${folder}/${name}.SNAPSHOT.schema.json`);
      const { catalog } = await importAndGenerate(...names.map((name) => join(packages, name)));
      const ajv = ajvOf();
      for (const format of ['idn-email', 'iri-reference']) ajv.addFormat(format, true);
      const [bom = {}, ...parts] = await Promise.all(names.map(readPackage));
      for (const [index, part] of parts.entries()) {
        const { $id: _, ...schema } = part;
        ajv.addSchema(schema, `http://cyclonedx.org/schema/${names[index + 1]?.split('/').at(-1) ?? ''}`);
      }
      const theirs = ajv.compile(bom);
      const component = {
        type: 'library',
        name: 'a',
        version: '1',
        licenses: [{ license: { id: 'MIT' } }],
        purl: 'pkg:npm/a@1',
        hashes: [{ alg: 'MD5', content: 'd41d8cd98f00b204e9800998ecf8427e' }],
      };
      const document = {
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        components: [component],
        metadata: { component },
      };
      const values = [
        ...variants(document),
        ...variants(component).map((each) => ({ ...document, components: [each] })),
      ];
      const { judged, accepted, apart } = compare(values, judgeOf(catalog, 'bom-1-6-snapshot'), theirs);
      expect([judged > 40, accepted > 0, apart]).toEqual([true, true, []]);
    },
  );

  it.skipIf(!has('zod'))('of zod, arktype and valibot: values are judged as by ajv', async () => {
    const module = `
import { z } from ${JSON.stringify(join(packages, 'zod/index.js'))};
import { type } from ${JSON.stringify(join(packages, 'arktype/out/index.js'))};
import * as v from ${JSON.stringify(join(packages, 'valibot/dist/index.mjs'))};
import { toStandardJsonSchema } from ${JSON.stringify(join(packages, '@valibot/to-json-schema/dist/index.mjs'))};
const Tree = z.object({ name: z.string(), get children() { return z.array(Tree); } });
export const byZod = z.object({ id: z.uuid(), total: z.number().positive(), note: z.string().nullable(), tags: z.array(z.string()).default([]), size: z.string().transform(Number), at: z.tuple([z.number(), z.number()]), tree: Tree.optional() });
export const byArktype = type({ id: 'string', 'count?': 'number.integer >= 0', kind: "'a' | 'b'" });
export const byValibot = toStandardJsonSchema(v.object({ id: v.pipe(v.string(), v.minLength(1)), kind: v.variant('type', [v.object({ type: v.literal('x') }), v.object({ type: v.literal('y'), n: v.number() })]) }));
`;
    await writeFile(join(project, 'schemas.mjs'), module);
    const { catalog, losses } = await importAndGenerate(join(project, 'schemas.mjs'));
    expect([catalog.messages.map(({ name }) => name), losses]).toEqual([['by-arktype', 'by-valibot', 'by-zod'], []]);
    const exports = (await import(join(project, 'schemas.mjs'))) as Record<
      string,
      { '~standard': { jsonSchema: { input: (options: object) => JsonObject } } }
    >;
    const examples: Readonly<Record<string, Json>> = {
      byZod: {
        id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
        total: 1,
        note: null,
        size: '1',
        at: [1, 2],
        tree: { name: 'a', children: [{ name: 'b', children: [] }] },
      },
      byArktype: { id: 'a', count: 1, kind: 'a' },
      byValibot: { id: 'a', kind: { type: 'y', n: 1 } },
    };
    for (const [name, example] of Object.entries(examples)) {
      const ajv = new Ajv2020(quickAjv);
      addFormats.default(ajv);
      const theirs = ajv.compile(exports[name]?.['~standard'].jsonSchema.input({ target: 'draft-2020-12' }) ?? false);
      const ours = judgeOf(catalog, name.replace('by', 'by-').toLowerCase());
      expect([name, ours(example), compare(variants(example), ours, theirs).apart]).toEqual([name, true, []]);
    }
  });
});

it('A file of almost eight megabytes, with 700 types and one definition of half a megabyte, is imported as a whole', async () => {
  const object = (count: number): JsonObject => ({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `property${index}`,
        { type: 'string', description: 'What a property of so large an object holds, in a few words.' },
      ]),
    ),
  });
  const types = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`Type${index}`, object(96)]));
  const properties = Object.fromEntries(
    Object.keys({ ...types, Huge: 0 }).map((name) => [name, { $ref: `#/definitions/${name}` }]),
  );
  const event = { type: 'object', properties };
  const text = JSON.stringify({ definitions: { ...types, Huge: object(5200), First: event, Second: event } });
  expect([
    text.length > 7_500_000,
    text.length < 8 * 1024 * 1024,
    JSON.stringify(object(5200)).length > 500_000,
  ]).toEqual([true, true, true]);
  await writeFile(join(project, 'large.json'), text);
  const { written, losses } = await importSources({
    sources: [join(project, 'large.json')],
    catalog: join(project, 'catalog'),
    project,
  });
  expect([written.length, losses]).toEqual([704, []]);
});
