import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import type { Json } from '../json.js';
import { load } from '../load/load.js';
import { validatorName } from '../names.js';
import type { Catalog, MessageDefinition } from '../catalog/catalog.js';
import { rootSites } from '../catalog/schema-site.js';
import { validate } from '../validate/validate.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';
import { quickAjv } from '../testing/quick-ajv.js';

type Validate = (payload: unknown) => readonly { readonly pointer: string }[];

let esm: ScratchProject;
let commonjs: ScratchProject;
let catalog: Catalog;
let validators: Readonly<Record<string, Validate>>;

beforeAll(async () => {
  const reporter = new Reporter(locatorOf);
  [esm, commonjs, catalog, validators] = await Promise.all([
    createScratchProject(inject('tarball'), 'module'),
    createScratchProject(inject('tarball'), 'commonjs'),
    load('catalog', reporter).then((source) => validate(source, reporter)),
    import(pathToFileURL(join(inject('packageFolder'), 'dist/esm/validators.js')).href) as Promise<
      Record<string, Validate>
    >,
  ]);
});
afterAll(() => Promise.all([esm, commonjs].map((each) => each[Symbol.asyncDispose]())));

const validatorOf = ({ name }: MessageDefinition): Validate => {
  const found = validators[validatorName(name)];
  if (found === undefined) throw new Error(`There is no validator of ${name}.`);
  return found;
};

/** A payload, and what becomes of it when one of its properties is missing or something else. */
function variants(payload: Json): Json[] {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return [payload];
  const names = Object.keys(payload);
  const replaced = names.flatMap((name) =>
    [1, 1.5, 'text', null, true, [], {}, [{}]].map((value) => ({ ...payload, [name]: value })),
  );
  const without = names.map((name) => Object.fromEntries(Object.entries(payload).filter(([each]) => each !== name)));
  return [payload, { ...payload, more: 1 }, ...without, ...replaced];
}

describe('The validators of the package', () => {
  it('accept every example of the catalog', () => {
    const examples = catalog.messages.flatMap((message) =>
      message.examples.map(({ payload }) => ({ message, payload })),
    );
    expect(examples.length).toBeGreaterThanOrEqual(58);
    for (const { message, payload } of examples)
      expect([message.name, validatorOf(message)(payload)]).toEqual([message.name, []]);
  });

  it('give the verdict of ajv on every message', () => {
    const ajv = new Ajv2020({ ...quickAjv, ownProperties: true, validateSchema: false });
    addFormats.default(ajv);
    for (const { file, schema } of rootSites(catalog)) ajv.addSchema(schema, `https://catalog.invalid/${file.path}`);
    const counts = { accepted: 0, refused: 0 };
    for (const message of catalog.messages) {
      const wanted = ajv.getSchema(`https://catalog.invalid/${message.file.path}`);
      for (const payload of message.examples.flatMap((example) => variants(example.payload))) {
        const accepts = validatorOf(message)(payload).length === 0;
        counts[accepts ? 'accepted' : 'refused'] += 1;
        expect([message.name, payload, accepts]).toEqual([message.name, payload, wanted?.(payload)]);
      }
    }
    expect(counts.accepted).toBeGreaterThan(200);
    expect(counts.refused).toBeGreaterThan(200);
  });

  const body = `
  const payload = { modelId: 1, storageLocation: { path: '/a.stl' } };
  console.log(JSON.stringify({
    alone: validateFileDownloadRequest(payload),
    all: validateMessage('file-download-request', payload),
    other: validateMessage('no-such-message', payload),
    guard: [isFileDownloadRequest(payload), isFileDownloadRequest({ modelId: 'm1' })],
  }));`;
  const problems = [
    { pointer: '/modelId', message: 'Must be a string, not a number.' },
    { pointer: '/storageLocation/storageConnectionId', message: 'Is missing.' },
  ];
  const name = '@mesh-sync/worker-backend-client/validators';

  it.each([
    ['an ES module', () => esm, (names: string, from: string) => `import { ${names} } from '${from}';`],
    ['a CommonJS module', () => commonjs, (names: string, from: string) => `const { ${names} } = require('${from}');`],
  ])('are loaded by %s, one alone or all', async (_, project, load_) => {
    const head = [
      load_('isFileDownloadRequest, validateFileDownloadRequest', `${name}/file-download-request`),
      load_('validateMessage', name),
    ].join('\n');
    await project().write('main.js', head + body);
    expect(JSON.parse(await project().node('main.js'))).toEqual({
      alone: problems,
      all: problems,
      other: [],
      guard: [false, true],
    });
  });

  it.each(['runtime/compile-validator', 'types/storage-location'])('keep %s to themselves', async (path) => {
    await esm.write('main.js', `await import('${name}/${path}').catch(({ code }) => console.log(code));`);
    expect(await esm.node('main.js')).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });

  const typed = `import { isFileDownloadRequest, validateMessage, type Validate, type Validator } from '${name}';
import { validateFileDownloadRequest } from '${name}/file-download-request';
import type { FileDownloadRequestMessage, Validate as RootValidate } from '@mesh-sync/worker-backend-client';
export const validators: [Validate, RootValidate, Validator<FileDownloadRequestMessage>] = [validateMessage, validateMessage, validateFileDownloadRequest];
export const modelOf = (value: unknown): string | undefined => (isFileDownloadRequest(value) ? value.modelId : undefined);
export const list = (values: unknown[]): FileDownloadRequestMessage[] => values.filter(isFileDownloadRequest);
// @ts-expect-error -- the guard says what the value is
export const sizeOf = (value: unknown) => (isFileDownloadRequest(value) ? value.modelID : undefined);
`;
  it.each([
    { module: 'nodenext', project: () => esm },
    { module: 'nodenext', project: () => commonjs },
    { module: 'esnext', moduleResolution: 'bundler', project: () => esm },
    { module: 'nodenext', types: [], project: () => esm },
  ])('narrow types, with module $module and types $types', async ({ project, ...options }) => {
    await project().write('main.ts', typed);
    expect(await project().typeCheck({ ...strictest, ...options })).toBe('');
  });
});
