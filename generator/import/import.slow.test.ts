import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../cli/program.js';
import { UsageError } from '../usage-error.js';
import { readModel, renderTarget } from '../testing/render-target.js';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';
import { diagnoseFolder } from '../testing/diagnose.js';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'import-')));
});
afterEach(() => rm(folder, { recursive: true }));

/** Files by path; a value is written as JSON, a text as it is. */
type Files = Readonly<Record<string, unknown>>;

async function write(files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
}

const run = (...sources: string[]): Promise<CapturedOutput> =>
  captureOutput(() => createProgram(folder).parseAsync(['node', 'worker-codegen', 'import', ...sources]));

const written = async (): Promise<string[]> =>
  (await readdir(join(folder, 'catalog'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + '/catalog/'.length))
    .filter((path) => path !== 'catalog.yaml')
    .sort();

const read = async (path: string): Promise<unknown> => parse(await readFile(join(folder, 'catalog', path), 'utf8'));

/** Imports sources; what was written is valid. Gives its files, and what the command said. */
async function imported(files: Files, ...sources: string[]): Promise<{ paths: string[]; stdout: string }> {
  await write(files);
  const { stdout, error } = await run(...sources);
  expect(error).toBeUndefined();
  expect((await diagnoseFolder(join(folder, 'catalog'))).filter(({ severity }) => severity === 'error')).toEqual([]);
  return { paths: await written(), stdout };
}

const draft7 = 'http://json-schema.org/draft-07/schema#';
const text = { type: 'string' };

describe('JSON Schema becomes', () => {
  it('a message a file, and a type where several refer to one', async () => {
    const address = { $schema: draft7, type: 'object', properties: { street: text } };
    const event = { $schema: draft7, description: 'It moved.', properties: { to: { $ref: '../common/address.json' } } };
    const files = {
      'schemas/orders/orderMoved.schema.json': event,
      'schemas/orders/order-sent.json': event,
      'schemas/common/address.json': address,
      'schemas/package.json': { name: 'schemas' },
    };
    const { paths, stdout } = await imported(files, 'schemas');
    expect(paths).toEqual([
      'messages/orders/order-moved.yaml',
      'messages/orders/order-sent.yaml',
      'types/address.yaml',
    ]);
    expect(await read('messages/orders/order-moved.yaml')).toEqual({
      name: 'order-moved',
      description: 'It moved.',
      payload: { properties: { to: { $ref: '../../types/address.yaml' } } },
    });
    expect(stdout).toBe(
      'Not carried over, or not as it was:\n  schemas/common/address.json: is referred to by other files: a part of theirs, and no message\n\nWrote 2 messages and 1 shared type to catalog.\nThey are yours now: say what each is for, then run worker-codegen validate, and generate.\n',
    );
  });

  it('a message a definition that no other refers to, where the root asserts nothing', async () => {
    const definitions = {
      UserCreated: { properties: { user: { $ref: '#/definitions/User' } } },
      UserDeleted: { properties: { user: { $ref: '#/definitions/User' }, why: { $ref: '#/definitions/Why' } } },
      User: { type: 'object', properties: { friends: { items: { $ref: '#/definitions/User' } } } },
      Why: { enum: ['a'] },
    };
    const { paths } = await imported({ 'all.json': { $schema: draft7, definitions } }, 'all.json');
    expect(paths).toEqual(['messages/user-created.yaml', 'messages/user-deleted.yaml', 'types/user.yaml']);
    expect(await read('types/user.yaml')).toEqual({
      type: 'object',
      properties: { friends: { items: { $ref: '#' } } },
    });
    expect(await read('messages/user-deleted.yaml')).toMatchObject({
      payload: { properties: { why: { $ref: '#/$defs/Why' } }, $defs: { Why: { enum: ['a'] } } },
    });
  });

  it('a message an alternative, where the root only lists them', async () => {
    const $defs = { a: { type: 'object', properties: { b: { $ref: '#/$defs/b' } } }, b: { type: 'object' } };
    const oneOf = [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }, { title: 'Third thing', type: 'object' }];
    const { paths } = await imported({ 'events.json': { oneOf, $defs } }, 'events.json');
    expect(paths).toEqual(['messages/a.yaml', 'messages/b.yaml', 'messages/third-thing.yaml', 'types/b.yaml']);
    expect(await read('messages/b.yaml')).toMatchObject({ payload: { $ref: '../types/b.yaml' } });
  });

  it('one message, where the root is a reference, named after its file', async () => {
    const definitions = { Top: { type: 'object', properties: { inner: { $ref: '#/definitions/Top' } } } };
    const { paths } = await imported({ 'grammar.json': { $ref: '#/definitions/Top', definitions } }, 'grammar.json');
    expect(paths).toEqual(['messages/grammar.yaml']);
    expect(await read('messages/grammar.yaml')).toMatchObject({ payload: { properties: { inner: { $ref: '#' } } } });
  });

  it('a message a file of a circle that no other file refers to', async () => {
    const to = (file: string): object => ({ type: 'object', properties: { next: { $ref: file } } });
    const files = {
      's/a.json': to('b.json'),
      's/b.json': { ...to('a.json'), additionalProperties: { $ref: 'c.json' } },
      's/c.json': to('d.json'),
      's/d.json': to('c.json'),
      's/other.json': { type: 'object' },
    };
    const { paths, stdout } = await imported(files, 's');
    expect(paths.filter((path) => path.startsWith('messages/'))).toEqual([
      'messages/a.yaml',
      'messages/b.yaml',
      'messages/other.yaml',
    ]);
    expect(stdout).toContain('s/c.json: is referred to by other files');
  });

  it('names that the client can have', async () => {
    const schema = { type: 'object', title: 'Paid by card' };
    const files = { 's/close.json': schema, 's/3.0.json': schema, 's/Größe.json': schema, 's/nul.json': schema };
    const { paths } = await imported(files, 's');
    expect(paths).toEqual([
      'messages/close-message.yaml',
      'messages/grosse.yaml',
      'messages/paid-by-card-message.yaml',
      'messages/paid-by-card.yaml',
    ]);
  });

  it('a catalog without what makes it invalid, each part reported with its place', async () => {
    const schema = {
      $schema: draft7,
      type: 'object',
      additionalProperties: false,
      required: ['id', 'gone'],
      properties: { id: text, count: { type: 'integer', default: 'x', minimum: 'low' }, slow: { pattern: '^(a+)+$' } },
      examples: [{ id: 'a' }, { idd: 'a' }],
    };
    const { paths, stdout } = await imported({ 'a.json': schema }, 'a.json');
    expect(paths).toEqual(['messages/a.yaml']);
    expect(await read('messages/a.yaml')).toEqual({
      name: 'a',
      description: 'Imported from `a.json`.',
      examples: [{ title: 'Example 1', payload: { id: 'a' } }],
      payload: {
        type: 'object',
        additionalProperties: false,
        required: ['id'],
        properties: { id: text, count: { type: 'integer', default: 'x' }, slow: {} },
      },
    });
    const places = [...stdout.matchAll(/^ {2}(\S+): (?:left out: .*|This default .*)$/gm)].map(([, place]) => place);
    expect(places.toSorted()).toEqual(
      [
        'a.json#/required/1',
        'a.json#/properties/count/minimum',
        'a.json#/properties/slow/pattern',
        'a.json#/examples/1',
        'catalog/messages/a.yaml#/payload/properties/count/default',
      ].toSorted(),
    );
  });
});

describe('An AsyncAPI document becomes messages', () => {
  const schemas = { User: { type: 'object', properties: { name: { ...text, nullable: true } } } };
  const user = { $ref: '#/components/schemas/User' };
  it('of version 2, by channel or tag', async () => {
    const message = (name: string): object => ({ name, payload: user, summary: `Says ${name}.`, headers: {} });
    const document = {
      asyncapi: '2.6.0',
      info: { title: 'Users', version: '1' },
      channels: {
        'user/signedup': {
          subscribe: { message: { oneOf: [message('UserSignedUp'), { $ref: '#/components/messages/Left' }] } },
        },
        ping: {
          publish: { operationId: 'sendPing', message: { payload: { type: 'object' }, tags: [{ name: 'Health' }] } },
        },
      },
      components: {
        messages: {
          Left: { payload: user, examples: [{ payload: { name: 'x' } }] },
          Avro: { payload: {}, schemaFormat: 'application/vnd.apache.avro' },
        },
        schemas,
      },
    };
    const { paths, stdout } = await imported({ 'a.yaml': JSON.stringify(document) }, 'a.yaml');
    expect(paths).toEqual([
      'messages/health/send-ping.yaml',
      'messages/user/left.yaml',
      'messages/user/user-signed-up.yaml',
      'types/user.yaml',
    ]);
    expect(await read('types/user.yaml')).toEqual({
      type: 'object',
      properties: { name: { type: ['string', 'null'] } },
    });
    expect(await read('catalog.yaml')).toEqual({ title: 'Users', version: '0.1.0' });
    expect(stdout).toContain('a.yaml#/components/messages/Avro/payload: is a schema of application/vnd.apache.avro');
    expect(stdout).toContain('/headers: has no equal in a catalog: left out');
  });

  it('of version 3, with what an operation replies as the outcome', async () => {
    const document = {
      asyncapi: '3.0.0',
      channels: {
        jobs: {
          messages: {
            RunRequest: {
              payload: { schemaFormat: 'application/schema+json;version=draft-07', schema: { type: 'object' } },
            },
            StopRequest: { payload: { $ref: '#/components/schemas/Stop' } },
          },
        },
        results: { messages: { RunCompleted: { title: 'Done', payload: { type: 'object' } } } },
      },
      operations: {
        run: {
          action: 'receive',
          channel: { $ref: '#/channels/jobs' },
          messages: [{ $ref: '#/channels/jobs/messages/RunRequest' }],
          reply: { channel: { $ref: '#/channels/results' } },
        },
      },
      components: {
        schemas: {
          Stop: {
            schemaFormat: 'application/schema+json;version=2020-12',
            schema: { type: 'object', properties: { id: text } },
          },
        },
      },
    };
    const { paths } = await imported({ 'a.json': document }, 'a.json');
    expect(paths).toEqual(['messages/run-completed.yaml', 'messages/run-request.yaml', 'messages/stop-request.yaml']);
    expect(await read('messages/stop-request.yaml')).toMatchObject({ payload: { properties: { id: text } } });
    expect(await read('messages/run-request.yaml')).toMatchObject({ outcome: 'run-completed' });
  });
});

describe('Who writes a message is', () => {
  const channels = { asked: { messages: { asked: { payload: {} } } }, told: { messages: { told: { payload: {} } } } };
  const [asked, told] = [{ channel: { $ref: '#/channels/asked' } }, { channel: { $ref: '#/channels/told' } }];
  const [sends, receives] = [{ action: 'send' }, { action: 'receive' }];
  const v3 = (operations: object): object => ({ asyncapi: '3.0.0', channels, operations });
  it.each<[string, object, readonly (string | undefined)[]]>([
    [
      'what others publish in version 2',
      {
        asyncapi: '2.6.0',
        channels: {
          asked: { publish: { message: { payload: {} } } },
          told: { subscribe: { message: { payload: {} } } },
        },
      },
      ['callers', 'workers'],
    ],
    [
      'the other way about in version 3',
      v3({ a: { ...receives, ...asked }, b: { ...sends, ...told } }),
      ['callers', 'workers'],
    ],
    ['the application that asks', v3({ a: { ...sends, ...asked, reply: told } }), ['callers', 'workers']],
    ['who asks the application', v3({ a: { ...receives, ...asked, reply: told } }), ['callers', 'workers']],
    ['both', v3({ a: { ...receives, ...asked }, b: { ...sends, ...asked } }), ['both', undefined]],
    ['nobody without an operation', v3({}), [undefined, undefined]],
    [
      'nobody where the application asks and answers',
      v3({
        a: { ...sends, ...asked },
        b: { ...sends, channel: { $ref: '#/channels/none' }, reply: {} },
        c: { ...receives, channel: { $ref: '#/channels/none' }, reply: {} },
      }),
      [undefined, undefined],
    ],
  ])('%s', async (_, document, want) => {
    await imported({ 'a.json': document }, 'a.json');
    const found = await Promise.all(['asked', 'told'].map(async (name) => read(`messages/${name}.yaml`)));
    expect(found.map((message) => (message as { sentBy?: string }).sentBy)).toEqual(want);
  });
});

it.each(['asyncapi', 'openapi', 'json-schema'])(
  'The own documents of %s come back with their messages, and what was said of these',
  { timeout: 60_000 },
  async (target) => {
    const model = await readModel(join(import.meta.dirname, '../../catalog'));
    const { paths } = await imported(Object.fromEntries(await renderTarget(model, target)), '.');
    const messages = await Promise.all(paths.filter((path) => path.startsWith('messages/')).map(read));
    const found = new Map(messages.map((each) => [(each as { name: string }).name, each]));
    expect([...found.keys()].sort()).toEqual(model.messages.map(({ name }) => name).sort());
    for (const { name, domain, sentBy, outcome, emits, retry } of model.messages) {
      const payload = { type: 'object', properties: expect.anything() as unknown };
      const facts = { outcome, retry, emits: emits.length === 0 ? undefined : emits };
      const said = Object.entries(facts).filter(([, fact]) => fact !== undefined);
      expect(found.get(name)).toMatchObject({ name, sentBy, ...Object.fromEntries(said), payload });
      expect(paths).toContain(`messages/${domain === '' ? '' : `${domain}/`}${name}.yaml`);
    }
  },
);

it('An OpenAPI document becomes messages of its request bodies and webhooks', async () => {
  const body = (schema: object): object => ({
    requestBody: { content: { 'application/json; charset=utf-8': { schema, example: { name: 'Rex' } } } },
  });
  const pet = { $ref: '#/components/schemas/Pet' };
  const document = {
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1.0.0' },
    paths: {
      '/pets': { post: { operationId: 'createPet', tags: ['Pets'], summary: 'Adds a pet.', ...body(pet) }, get: {} },
      '/pets/{id}': {
        parameters: [{ $ref: '#/components/parameters/Id' }],
        put: {
          tags: ['Pets'],
          deprecated: true,
          ...body(pet),
          parameters: [{ name: 'X-Trace', in: 'header' }],
          callbacks: { done: {} },
          responses: { 200: { content: { 'application/json': { schema: pet } } }, 404: {} },
        },
      },
      '/forms': {
        post: { requestBody: { content: { 'application/json': { schema: {} }, 'text/plain': { schema: text } } } },
      },
      '/files': { post: { requestBody: { content: { 'multipart/form-data': { schema: {} } } } } },
    },
    webhooks: { petSold: { post: body({ type: 'object' }) } },
    components: {
      schemas: { Pet: { type: 'object', properties: { name: { ...text, example: 'Rex' } } } },
      parameters: { Id: { name: 'id', in: 'path' } },
    },
  };
  const { paths, stdout } = await imported({ 'api.json': document }, 'api.json');
  expect(paths).toEqual([
    'messages/pet-sold.yaml',
    'messages/pets/create-pet.yaml',
    'messages/pets/put-pets-id.yaml',
    'messages/post-forms.yaml',
    'types/pet.yaml',
  ]);
  expect(await read('messages/pets/create-pet.yaml')).toEqual({
    name: 'create-pet',
    description: 'Adds a pet.',
    sentBy: 'callers',
    examples: [{ title: 'Example 1', payload: { name: 'Rex' } }],
    payload: { $ref: '../../types/pet.yaml' },
  });
  expect(await read('messages/pets/put-pets-id.yaml')).toMatchObject({ deprecated: { since: '1.0.0' } });
  expect(await read('messages/pet-sold.yaml')).toMatchObject({ sentBy: 'workers' });
  for (const line of [
    'files/post/requestBody: has no body of JSON, but multipart/form-data',
    'pets/get: has no body of a request',
    'forms/post/requestBody/content: takes text/plain as well as application/json',
    'pets~1{id}/put: has parameters (path id, header X-Trace)',
    'pets~1{id}/put/callbacks: has callbacks (done)',
    'pets~1{id}/put/responses: has schemas of responses (200)',
  ])
    expect(stdout).toContain(`api.json#/paths/~1${line}: left out\n`);
});

it('An EventCatalog folder becomes messages of the pages that name a schema', async () => {
  const page = (id: string): string =>
    `---\nid: ${id}\nversion: 1.0.0\nschemaPath: schema.json\n---\n\n# Overview\n\nAn item is sold out.\n`;
  const event = 'catalog-of-events/domains/Stock/services/Store/events/OutOfStock';
  const files = {
    [`${event}/index.mdx`]: page('OutOfStock'),
    [`${event}/schema.json`]: { $schema: draft7, type: 'object' },
    [`${event}/versioned/0.0.1/index.mdx`]: page('OutOfStock'),
    [`${event}/versioned/0.0.1/schema.json`]: { $schema: draft7, type: 'string' },
    'catalog-of-events/domains/Stock/services/Store/index.mdx': page('Store'),
  };
  const { paths } = await imported(files, 'catalog-of-events');
  expect(paths).toEqual(['messages/stock/out-of-stock.yaml']);
  expect(await read('messages/stock/out-of-stock.yaml')).toEqual({
    name: 'out-of-stock',
    description: 'An item is sold out.',
    payload: { type: 'object' },
  });
});

it('A module becomes messages of the Standard JSON Schema values that it exports, by their input side', async () => {
  const module = `
const schema = (json) => ({ '~standard': { version: 1, vendor: 'own', jsonSchema: { input: ({ target }) => ({ ...json, $comment: target }), output: () => false } } });
export const orderPlaced = schema({ type: 'object' });
export const events = { orderSent: schema({ type: 'object' }), other: 5 };
export const broken = { '~standard': { jsonSchema: { input: () => { throw new Error('No date.'); } } } };
export const old = { '~standard': { version: 1, vendor: 'old' } };
export const helper = () => 1;
`;
  const { paths, stdout } = await imported(
    { 'schemas.mjs': module, 'broken.mjs': 'throw new Error("No.")' },
    'schemas.mjs',
    'broken.mjs',
  );
  expect(paths).toEqual(['messages/order-placed.yaml', 'messages/order-sent.yaml']);
  expect(await read('messages/order-placed.yaml')).toMatchObject({
    payload: { type: 'object', $comment: 'draft-2020-12' },
  });
  expect([...stdout.matchAll(/^ {2}(.*?): /gm)].map(([, place]) => place)).toEqual([
    'schemas.mjs:broken',
    'schemas.mjs:old',
    'broken.mjs',
  ]);
});

describe('import', () => {
  it('writes over nothing, and finds what it wrote before', async () => {
    const files = { 'a.json': { type: 'object', description: 'A.' }, 'b.json': { type: 'object', description: 'B.' } };
    await imported(files, 'a.json', 'b.json');
    await writeFile(
      join(folder, 'catalog/messages/b.yaml'),
      'name: b\ndescription: Mine.\npayload: { type: object }\n',
    );
    const { stdout } = await imported({}, 'a.json', 'b.json');
    expect(stdout).toContain(
      'catalog/messages/b.yaml: is there already, and differs from what the source says: left as it is\n',
    );
    expect(stdout).toContain('Wrote 0 messages and 0 shared types to catalog; 1 file there already.\n');
    expect(await read('messages/b.yaml')).toMatchObject({ description: 'Mine.' });
  });

  it('adds to a catalog, and leaves out a message that is there under another path', async () => {
    await write({
      'catalog/catalog.yaml': 'title: Mine\nversion: 2.0.0\n',
      'catalog/messages/own/a.yaml': 'name: a\ndescription: Mine.\npayload: { type: object }\n',
    });
    const { paths, stdout } = await imported(
      { 'a.json': { type: 'object' }, 'b.json': { type: 'object' } },
      'a.json',
      'b.json',
    );
    expect(paths).toEqual(['messages/b.yaml', 'messages/own/a.yaml']);
    expect(stdout).toMatch(/a\.json: left out: .*\(unique-message\)/);
  });

  it('reports what is no schema, and fails on none of it', async () => {
    const files = {
      's/data.json': [1],
      's/broken.json': '{',
      's/swagger.yaml': 'swagger: "2.0"\n',
      's/other.yaml': 'a: 1\n',
    };
    await write(files);
    const { stdout, error } = await run('s');
    expect(error).toBeUndefined();
    expect(stdout.match(/^ {2}s\/\w+\.\w+/gm)?.sort()).toEqual([
      '  s/broken.json',
      '  s/data.json',
      '  s/other.yaml',
      '  s/swagger.yaml',
    ]);
    expect(stdout).toContain('Wrote 0 messages');
    await expect(written()).rejects.toThrow('ENOENT');
  });

  it('refuses a source that is not there', async () => {
    const { error } = await run('nowhere');
    expect(error).toBeInstanceOf(UsageError);
  });
});
