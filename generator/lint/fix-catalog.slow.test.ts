import { chmod, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogError } from '../diagnostics/diagnostic.js';
import { sourceOf } from '../testing/catalog-texts.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { UsageError } from '../usage-error.js';
import { applyFixes, fixCatalog } from './fix-catalog.js';
import { saveFixes } from './fix-catalog.js';

const yaml = {
  before: `# Kept as it is.
name: sync-request   # the name
description: 'Brings a shop up to date.'
examples:
- {title: "One", payload: {startedAt: 2026-03-14T09:26:53Z,  day: {date: 2026-03-14}}}
payload:
    type: object
    properties:
        # Who pays.
        apiKey: {type: string,   description: "Opens the shop, }"} # flow
        startedAt:
            description: >-
              When the shop
              was opened.
            type: string # no format yet

        endedAt: { type: string, description: When it closed. }
        day:
            description: The day that counts.
            properties:
                date: {
                    type: string,    # a day
                    description: "Without time"
                }
`,
  after: `# Kept as it is.
name: sync-request   # the name
description: 'Brings a shop up to date.'
examples:
- {title: "One", payload: {startedAt: 2026-03-14T09:26:53Z,  day: {date: 2026-03-14}}}
payload:
    type: object
    properties:
        # Who pays.
        apiKey: {type: string,   description: "Opens the shop, }", x-secret: true} # flow
        startedAt:
            description: >-
              When the shop
              was opened.
            type: string # no format yet
            format: date-time

        endedAt: { type: string, description: When it closed. }
        day:
            description: The day that counts.
            properties:
                date: {
                    type: string,    # a day
                    description: "Without time",
                    format: date
                }
`,
};

const json = {
  before: `\uFEFF{\r\n\t"name": "ping-request",\r\n\t"description": "Asks whether anyone is there.",\r\n\t"payload": {\r\n\t\t"properties": {\r\n\t\t\t"token": { "type": "string", "description": "Who asks." }\r\n\t\t}\r\n\t}\r\n}\r\n`,
  after: `\uFEFF{\r\n\t"name": "ping-request",\r\n\t"description": "Asks whether anyone is there.",\r\n\t"payload": {\r\n\t\t"properties": {\r\n\t\t\t"token": { "type": "string", "description": "Who asks.", "x-secret": true }\r\n\t\t}\r\n\t}\r\n}\r\n`,
};

const untouched = `name: other-request\ndescription: "Does   nothing"\npayload: {   }\n`;

let folder: CatalogFolder;
beforeEach(async () => {
  folder = await writeCatalog({
    'messages/demo/sync-request.yaml': yaml.before,
    'messages/demo/ping-request.json': json.before,
    'messages/demo/other-request.yaml': untouched,
  });
});
afterEach(() => folder[Symbol.asyncDispose]());

describe('fixCatalog', () => {
  it('fixes what is safe, and leaves every other byte as it is', async () => {
    const result = await fixCatalog(folder.path);
    expect(result).toMatchObject({
      fixed: { length: 4 },
      leftOut: 0,
      files: ['ping-request.json', 'sync-request.yaml'].map((name) => join(folder.path, 'messages/demo', name)),
    });
    expect(await folder.read('messages/demo/sync-request.yaml')).toBe(yaml.after);
    expect(await folder.read('messages/demo/ping-request.json')).toBe(json.after);
    expect(await folder.read('messages/demo/other-request.yaml')).toBe(untouched);
    expect((await readdir(join(folder.path, 'messages/demo'))).sort()).toEqual([
      'other-request.yaml',
      'ping-request.json',
      'sync-request.yaml',
    ]);
  });

  it('has nothing left to do the second time', async () => {
    await fixCatalog(folder.path);
    expect(await fixCatalog(folder.path)).toEqual({ fixed: [], leftOut: 0, files: [] });
  });

  it('keeps permissions, and links inside the catalog', async () => {
    const path = join(folder.path, 'messages/demo/sync-request.yaml');
    const store = join(folder.path, 'store');
    await chmod(path, 0o640);
    await writeFile(store, json.before);
    await rm(join(folder.path, 'messages/demo/ping-request.json'));
    await symlink('../../store', join(folder.path, 'messages/demo/ping-request.json'));
    await fixCatalog(folder.path);
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await folder.read('store')).toBe(json.after);
  });

  it('leaves files with errors alone, and those that depend on them', async () => {
    const broken = 'name: bad\npayload: { type: object, properties: { apiKey: { type: string } } }\n';
    const dependent = untouched.replace('name: other-request', 'name: dependent-request\noutcome: gone');
    await writeFile(join(folder.path, 'messages/demo/bad.yaml'), broken);
    await writeFile(join(folder.path, 'messages/demo/dependent-request.yaml'), dependent);
    expect(await fixCatalog(folder.path)).toMatchObject({ fixed: { length: 4 } });
    expect(await folder.read('messages/demo/sync-request.yaml')).toBe(yaml.after);
    expect(await folder.read('messages/demo/bad.yaml')).toBe(broken);
  });

  it.each([
    ['the settings have an error', 'catalog.yaml', 'title: Demo\nversion: one\n'],
    ['a part of the settings is unknown', 'catalog.yaml', 'title: Demo\nversion: 1.0.0\nlnit: {}\n'],
  ])('fixes nothing where %s', async (_, name, text) => {
    await writeFile(join(folder.path, name), text);
    await expect(fixCatalog(folder.path)).rejects.toThrow(CatalogError);
    expect(await folder.read('messages/demo/sync-request.yaml')).toBe(yaml.before);
  });

  it('fixes nothing that catalog.yaml excepts', async () => {
    const except = `except: [{ path: messages/demo, reason: later }]`;
    await writeFile(
      join(folder.path, 'catalog.yaml'),
      `title: Demo\nversion: 1.0.0\nlint: { rules: { secret-marked: { ${except} }, timestamp-format: { ${except} } } }\n`,
    );
    expect(await fixCatalog(folder.path)).toEqual({ fixed: [], leftOut: 0, files: [] });
  });

  it('leaves out what would change more', async () => {
    const before = `name: sync-request
description: Brings a shop up to date.
examples: [{ title: One, payload: { opening: { startedAt: 2026-03-14T09:26:53Z } } }]
payload:
  properties:
    apiKey:
      ?
        type
      : string
    password: { type: string }
    opening: { $ref: '#/$defs/stamp' }
  $defs:
    stamp: { type: object, properties: { startedAt: { type: string } } }
`;
    await writeFile(join(folder.path, 'messages/demo/sync-request.yaml'), before);
    await rm(join(folder.path, 'messages/demo/ping-request.json'));
    const path = join(folder.path, 'messages/demo/sync-request.yaml');
    expect(await fixCatalog(folder.path)).toMatchObject({ fixed: { length: 2 }, leftOut: 1, files: [path] });
    expect(await folder.read('messages/demo/sync-request.yaml')).toBe(
      before
        .replace('password: { type: string }', 'password: { type: string, x-secret: true }')
        .replace('startedAt: { type: string }', 'startedAt: { type: string, format: date-time }'),
    );
  });

  it.each([
    ['no values', ''],
    ['a value of another kind', 'examples: [{ title: One, payload: { endedAt: soon } }]\n'],
    [
      'a value of another kind under a condition',
      'examples: [{ title: One, payload: { endedAt: 2026-03-14, late: { endedAt: soon } } }]\n',
    ],
    [
      'values of two kinds',
      'examples: [{ title: One, payload: { endedAt: 2026-03-14 } }, { title: Two, payload: { endedAt: 2026-03-14T09:26:53Z } }]\n',
    ],
    ['a day that does not exist', 'examples: [{ title: One, payload: { endedAt: 2026-02-30T09:26:53Z } }]\n'],
  ])('gives no format to a field with %s', async (_, examples) => {
    const text = `name: sync-request\ndescription: Brings a shop up to date.\n${examples}payload:
  properties: { endedAt: { $ref: '#/$defs/time' } }
  then: { properties: { late: { properties: { endedAt: { $ref: '#/$defs/time' } } } } }
  if: true
  $defs: { time: { type: string } }
`;
    await writeFile(join(folder.path, 'messages/demo/sync-request.yaml'), text);
    await fixCatalog(folder.path);
    expect(await folder.read('messages/demo/sync-request.yaml')).toBe(text);
  });
});

it('saveFixes writes nothing if a file has changed since it was read', async () => {
  const path = 'messages/demo/other-request.yaml';
  const before = sourceOf({ [path]: untouched });
  const source = {
    ...before,
    messages: before.messages.map((file) => ({ ...file, absolutePath: join(folder.path, path) })),
  };
  const [file] = source.messages;
  expect(file).toBeDefined();
  const fixed = applyFixes(file ? [{ file, path: ['payload'], keyword: 'x-secret', value: true }] : []);
  expect(fixed.changed).toHaveLength(1);
  await writeFile(join(folder.path, path), `${untouched}# edited\n`);
  await expect(saveFixes(fixed.changed)).rejects.toThrow(UsageError);
  expect(await folder.read(path)).toBe(`${untouched}# edited\n`);
});
