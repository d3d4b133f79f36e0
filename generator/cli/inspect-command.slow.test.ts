import { stripVTControlCharacters } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { describeMessage, summarize } from '../inspect/describe-message.js';
import { printList } from '../inspect/print-list.js';
import { printMessage } from '../inspect/print-message.js';
import { buildModel } from '../model/build-model.js';
import type { Model } from '../model/model.js';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';
import { catalogOf, type CatalogTexts } from '../testing/catalog-texts.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { colorsFor } from '../text/terminal.js';
import { UsageError } from '../usage-error.js';
import { createProgram } from './program.js';

const texts: CatalogTexts = {
  'messages/shop/shop-sync-request.yaml': `name: shop-sync-request
description: |-
  Brings a shop up to date, its stock and its prices, and tells how far it got while it does so.

  More words.
outcome: shop-sync-completed
emits: [shop-sync-progress]
retry: { attempts: 3, backoff: { type: fixed, delay: 2s }, retryOn: [TIMEOUT] }
examples: [{ title: One, payload: { shopId: s1 } }]
payload:
  type: object
  required: [shopId]
  properties:
    shopId: { type: string, description: Which shop. }
    credentials:
      type: object
      description: Opens the shop.
      x-secret: true
      properties:
        password: { type: string, minLength: 8, maxLength: 64, description: Long. }
    mode: { type: string, x-known-values: [full, incremental, prices-only, stock-only], default: full }
    source:
      oneOf:
        - $ref: ../../types/file-source.yaml
        - { type: object, required: [url], properties: { url: { type: string, format: uri } } }
    tree: { $ref: ../../types/tree.yaml }
`,
  'messages/shop/shop-sync-completed.yaml': `name: shop-sync-completed
description: Reports the end.
payload: { type: object }
`,
  'messages/shop-sync-progress.yaml': `name: shop-sync-progress
description: Reports how far it got.
deprecated: { since: 1.0.0, replacedBy: shop-sync-completed, reason: Nobody reads it. }
payload: { type: object }
`,
  'types/file-source.yaml': 'type: object\nproperties: { path: { type: string } }\n',
  'types/tree.yaml': 'type: object\nproperties: { branches: { type: array, items: { $ref: tree.yaml } } }\n',
};

const shown = `shop-sync-request
Brings a shop up to date, its stock and its prices, and
tells how far it got while it does so.

Method    client.shopSyncRequest(payload)
Constant  MessageTypes.SHOP_SYNC_REQUEST
Source    messages/shop/shop-sync-request.yaml
Sent by   callers
Outcome   shop-sync-completed
Emits     shop-sync-progress
Retry     3 attempts, fixed delay from 2s, expects TIMEOUT
Examples  1

ShopSyncRequestMessage  (* is required)
├── shopId*: string
├── credentials: object  Secret.
│   └── password: string  At least 8 characters. At most 64
│           characters.
├── mode: string  Known values: full, incremental,
│       prices-only, stock-only. Default: "full".
├── source: FileSource or object  Exactly one of the
│   │   alternatives.
│   ├── either FileSource
│   │   └── path: string
│   └── either object
│       └── url*: string  Format: URI (RFC 3986), absolute.
└── tree: Tree
    └── branches: Tree[]  (as above)
`;

const listed = `(no domain) (1)
  shop-sync-progress
    client.shopSyncProgress() · no example · sent by workers
    deprecated since 1.0.0; send shop-sync-completed
    instead: Nobody reads it.

shop (2)
  shop-sync-completed
    client.shopSyncCompleted() · no example · sent by
    workers
  shop-sync-request
    client.shopSyncRequest() · 1 example · sent by callers
    outcome: shop-sync-completed
    emits: shop-sync-progress

3 messages in 2 domains.
`;

const modelOf = (catalog: CatalogTexts): Model => buildModel(catalogOf(catalog));
const printAll = (model: Model, isColoured: boolean): { list: string; messages: readonly string[] } => {
  const options = { columns: 60, colors: colorsFor(isColoured) };
  return {
    list: printList(model.messages.map(summarize), options),
    messages: model.messages.map((message) => printMessage(describeMessage(message, model), options)),
  };
};

describe('list and show tell their steps', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    { words: ['list'], want: 'Reading the catalog…\nValidating 3 messages…\n' },
    { words: ['show', 'shop-sync-request'], want: 'Reading the catalog…\nValidating 3 messages…\n' },
    { words: ['list', '--json'], want: '' },
    { words: ['list', '--names'], want: '' },
  ])('in CI: $words', async ({ words, want }) => {
    vi.stubEnv('CI', 'true');
    await using folder = await writeCatalog(texts, 'catalog');
    const program = createProgram(folder.root);
    const { stderr } = await captureOutput(() => program.parseAsync(['node', 'worker-codegen', ...words]));
    expect(stderr).toBe(want);
  });
});

describe('For a person', () => {
  it('show prints a message with its links, and its payload as a tree', () => {
    expect(printAll(modelOf(texts), false).messages[2]).toBe(shown);
  });

  it.each([
    ['{ type: array, minItems: 1, items: { type: string } }', 'DemoEventMessage = string[]  At least 1 item.\n'],
    ['{ type: [string, "null"], x-secret: true }', 'DemoEventMessage = string or null  Secret.\n'],
    ['{}', 'DemoEventMessage = any\n'],
    ['{ $ref: ../types/tags.yaml }', 'DemoEventMessage = Tags = string[]\n'],
    [
      '{ type: object, minProperties: 1, required: [tags], properties: { tags: { $ref: ../types/tags.yaml } } }',
      'DemoEventMessage  (* is required) At least 1 property.\n└── tags*: Tags = string[]\n',
    ],
    [
      '{ oneOf: [{ type: object, properties: { a: { type: string } } }, { $ref: ../types/tags.yaml }] }',
      'DemoEventMessage = object or Tags  (* is required) Exactly\n│   one of the alternatives.\n└── a: string\n',
    ],
  ])('show tells what the payload %s is', (payload, want) => {
    const model = modelOf({
      'messages/demo-event.yaml': `name: demo-event\ndescription: Tells.\npayload: ${payload}\n`,
      'types/tags.yaml': 'type: array\nitems: { type: string }\n',
    });
    const [text = ''] = printAll(model, false).messages;
    expect(text.slice(text.indexOf('DemoEventMessage'))).toBe(want);
  });

  it('list prints messages by domain, with methods, links and marks', () => {
    expect(printAll(modelOf(texts), false).list).toBe(listed);
  });

  it('colours change nothing but colours', () => {
    const model = modelOf(texts);
    const [plain, coloured] = [printAll(model, false), printAll(model, true)];
    expect(coloured.list).not.toBe(plain.list);
    expect(stripVTControlCharacters(coloured.list)).toBe(plain.list);
    expect(coloured.messages.map(stripVTControlCharacters)).toEqual(plain.messages);
  });

  it('text of the catalog neither moves the cursor nor hides or reorders anything', () => {
    const hostile = String.raw`\e[31m\a\x9b2J\r\u202e\u2028\n`;
    const model = modelOf({
      'messages/demo-request.yaml': `name: demo-request
description: "Shows ${hostile} text."
deprecated: { since: 1.0.0, reason: "x${hostile}" }
retry: { attempts: 1, retryOn: ["${hostile}"] }
payload:
  type: object
  properties:
    "a${hostile}": { type: string, pattern: "${String.raw`[\e\x9b\u202e\r]`}", x-known-values: ["${hostile}"], default: "${hostile}" }
    b: { enum: ["${hostile}"] }
`,
    });
    const { list, messages } = printAll(model, false);
    for (const text of [list, ...messages]) {
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
      expect(text).toContain(String.raw`\u001b[31m`);
    }
  });
});

describe('For a program', () => {
  let folder: CatalogFolder;
  beforeAll(async () => {
    folder = await writeCatalog({ ...texts, 'messages/broken $(x).yaml': '' }, 'catalog');
  });
  afterAll(() => folder[Symbol.asyncDispose]());
  const command = (...words: string[]): Promise<CapturedOutput> =>
    captureOutput(() => createProgram(folder.root).parseAsync(['node', 'worker-codegen', ...words]));

  it('list --names prints names of files alone, whatever is in them', async () => {
    const { stdout, error } = await command('list', '--names');
    expect(error).toBeUndefined();
    expect(stdout).toBe('shop-sync-completed\nshop-sync-progress\nshop-sync-request\n');
    expect(await command('list', '--names', '--catalog', 'missing')).toMatchObject({ stdout: '', error: undefined });
    expect((await command('list', '--names', '--json')).error).toBeInstanceOf(UsageError);
  });

  it('a catalog with errors is neither listed nor shown', async () => {
    for (const words of [['list'], ['show', 'shop-sync-request']]) {
      const { stdout, error } = await command(...words);
      expect(error).toMatchObject({ name: 'CatalogError' });
      expect(stdout).toBe('');
    }
  });
});

describe('--json', () => {
  let folder: CatalogFolder;
  beforeAll(async () => {
    folder = await writeCatalog(
      {
        ...texts,
        'messages/x/odd-event.yaml': String.raw`{ name: odd-event, description: "\e\x9b\u202e", payload: {} }`,
      },
      'catalog',
    );
  });
  afterAll(() => folder[Symbol.asyncDispose]());
  const json = async (...words: string[]): Promise<unknown> => {
    const { stdout, error } = await captureOutput(() =>
      createProgram(folder.root).parseAsync(['node', 'worker-codegen', ...words, '--json']),
    );
    if (error !== undefined) throw error;
    expect(stdout).not.toMatch(/[\u001b\u009b\u202e]/);
    return JSON.parse(stdout);
  };

  it('of list is an array of summaries', async () => {
    const summaries = (await json('list')) as readonly unknown[];
    expect(summaries).toHaveLength(4);
    expect(summaries[2]).toEqual({
      name: 'shop-sync-progress',
      domain: '',
      source: 'messages/shop-sync-progress.yaml',
      method: 'shopSyncProgress',
      constant: 'SHOP_SYNC_PROGRESS',
      outcome: null,
      emits: [],
      sentBy: 'workers',
      deprecated: { since: '1.0.0', replacedBy: 'shop-sync-completed', reason: 'Nobody reads it.' },
      exampleCount: 0,
    });
  });

  it.each(['shop-sync-request', 'shopSyncRequest', 'SHOP_SYNC_REQUEST', 'ShopSyncRequestMessage'])(
    'of show %s is an object',
    async (name) => {
      const message = (await json('show', name)) as object;
      expect(message).toMatchObject({
        name: 'shop-sync-request',
        outcome: 'shop-sync-completed',
        payload: {
          type: 'ShopSyncRequestMessage',
          fields: [
            { name: 'shopId', type: 'string', isRequired: true, description: 'Which shop.' },
            { name: 'credentials', isSecret: true, fields: [{ name: 'password' }] },
            { name: 'mode', knownValues: ['full', 'incremental', 'prices-only', 'stock-only'], default: 'full' },
            { name: 'source', alternatives: [{ type: 'FileSource' }, { type: 'object' }] },
            { name: 'tree', type: 'Tree' },
          ],
        },
        examples: [{ title: 'One', payload: { shopId: 's1' } }],
      });
    },
  );

  it('keeps every text, escaped', async () => {
    expect(await json('show', 'odd-event')).toMatchObject({ description: '\u001b\u009b\u202e' });
  });

  it.each([
    ['shop-sync-requets', 'There is no message "shop-sync-requets". Did you mean "shop-sync-request"?'],
    ['request', 'There is no message "request". Did you mean "shop-sync-request"?'],
    ['shopSyncRe', 'There is no message "shopSyncRe". Did you mean "shop-sync-request"?'],
    ['unheard-of', 'There is no message "unheard-of".'],
  ])('of a message that does not exist is a suggestion: %s', async (name, want) => {
    await expect(json('show', name)).rejects.toThrow(new UsageError(`${want} Run list to see all of them.`));
  });

  it('has the keys that --help lists', async () => {
    const helpOf = (name: string): string => {
      let text = '';
      const command = createProgram('/').commands.find((each) => each.name() === name);
      command?.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
      return text.slice(text.indexOf('--json has'));
    };
    const toldBy = (name: string): string[] =>
      [...helpOf(name).matchAll(/^ {2}.*$/gm)].flatMap(([line]) => line.split(',').map((key) => key.trim()));
    const keysOf = (value: unknown): string[] => Object.keys(value as object);
    const [summary] = (await json('list')) as readonly object[];
    const message = (await json('show', 'shop-sync-request')) as { payload: { fields: readonly object[] } };
    expect(toldBy('list').filter((key) => key !== '')).toEqual(keysOf(summary));
    const told = new Set([...keysOf(message), ...keysOf(message.payload), ...keysOf(message.payload.fields[0])]);
    expect(new Set([...keysOf(summary), ...toldBy('show')].filter((key) => key !== ''))).toEqual(told);
  });
});
