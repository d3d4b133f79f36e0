import { once } from 'node:events';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from './locate.js';
import { oneLine, writeCatalog, type CatalogFolder } from '../testing/diagnose.js';
import { UsageError } from '../usage-error.js';
import { load } from './load.js';
import { maxFileBytes } from '../limits.js';
import type { CatalogSource } from './source.js';

let inside: CatalogFolder;
let outside: CatalogFolder;
beforeEach(async () => {
  inside = await writeCatalog({ 'messages/a.yaml': 'a: 1\n' });
  outside = await writeCatalog({ 'secret.yaml': 'secret: 1\n' });
});
afterEach(async () => {
  await inside[Symbol.asyncDispose]();
  await outside[Symbol.asyncDispose]();
});

async function read(): Promise<CatalogSource & { readonly told: readonly string[] }> {
  const reporter = new Reporter(locatorOf);
  const source = await load(inside.path, reporter);
  return { ...source, told: reporter.diagnostics.map((each) => oneLine(each, inside.path)) };
}

const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(join(inside.path, path, '..'), { recursive: true });
  await writeFile(join(inside.path, path), content);
};

describe('A catalog is read', () => {
  it('at any depth, as .yaml, .yml and .json, sorted by path', async () => {
    await put('messages/z/deep/er/b.yml', 'b: 1\n');
    await put('messages/c.json', '{"c": 1}');
    await put('types/t.yaml', 't: 1\n');
    await put('messages/README.md', '# No message');
    await put('messages/.hidden/x.yaml', 'x: 1\n');
    const { messages, types, settings, told } = await read();
    expect(told).toEqual([]);
    expect(messages.map(({ path, value }) => [path, value])).toEqual([
      ['messages/a.yaml', { a: 1 }],
      ['messages/c.json', { c: 1 }],
      ['messages/z/deep/er/b.yml', { b: 1 }],
    ]);
    expect(types.map(({ path }) => path)).toEqual(['types/t.yaml']);
    expect(settings.value).toEqual({ title: 'Demo', version: '1.0.0' });
  });

  it('with its changelog', async () => {
    expect((await read()).changelog).toBeUndefined();
    await put('CHANGELOG.md', '\ufeff# Changelog\n');
    expect((await read()).changelog).toBe('# Changelog\n');
    await put('CHANGELOG.md', Uint8Array.of(0xff));
    const { changelog, told } = await read();
    expect({ changelog, told }).toEqual({
      changelog: '',
      told: ['CHANGELOG.md:1:1 readable-file: This is not valid UTF-8: save the file as UTF-8.'],
    });
  });

  it('as it is, with what is not read', async () => {
    await put('messages/b.YAML', '');
    await put('messages/.x/c.yaml', '');
    await put('type/d.yaml', '');
    await put('e.yml', '');
    await put('events/deep/f.yaml', '');
    await symlink('events', join(inside.path, 'link'));
    const { messages, ignored = [] } = await read();
    expect(messages.map(({ path }) => path)).toEqual(['messages/a.yaml']);
    const paths = ignored.map(({ file }) => file.path).sort();
    expect(paths).toEqual(['e.yml', 'messages/b.YAML', 'type']);
  });

  it('the same with a byte order mark and Windows line ends', async () => {
    await put('messages/a.yaml', '\ufeffa: |\r\n  one\r\n  two\r\n');
    const { messages, told } = await read();
    expect(told).toEqual([]);
    expect(messages[0]?.value).toEqual({ a: 'one\ntwo\n' });
  });

  it('through a link to a file inside', async () => {
    await symlink('a.yaml', join(inside.path, 'messages/b.yaml'));
    const { messages } = await read();
    expect(messages.map(({ path, value }) => [path, value])).toEqual([
      ['messages/a.yaml', { a: 1 }],
      ['messages/b.yaml', { a: 1 }],
    ]);
  });

  it('with the text of a licence that its settings name', async () => {
    await put('catalog.yaml', 'title: Demo\nversion: 1.0.0\npackage: { licenseFile: TERMS.txt }\n');
    await put('TERMS.txt', 'Own terms.\n');
    expect(await read()).toMatchObject({ licenseText: 'Own terms.\n', told: [] });
  });

  it('without its parts', async () => {
    await rm(join(inside.path, 'messages'), { recursive: true });
    expect(await read()).toMatchObject({ messages: [], types: [], told: [] });
  });
});

describe('Of a catalog is not read', () => {
  const out = 'This link leads out of the catalog: put the file itself here.';
  const rows: readonly [title: string, make: () => Promise<unknown>, want: string][] = [
    [
      'a file behind a link',
      () => symlink(join(outside.path, 'secret.yaml'), join(inside.path, 'messages/b.yaml')),
      `messages/b.yaml:1:1 readable-file: ${out}`,
    ],
    [
      'a folder behind a link',
      () => symlink(outside.path, join(inside.path, 'messages/b')),
      `messages/b:1:1 readable-file: ${out}`,
    ],
    [
      'a whole part behind a link',
      () => symlink(outside.path, join(inside.path, 'types')),
      'types:1:1 readable-file: The folder types is a link out of the catalog: put the folder itself here.',
    ],
    [
      'the target of a relative link that climbs out',
      () => symlink('../../../../../../../../etc/passwd', join(inside.path, 'messages/b.yaml')),
      `messages/b.yaml:1:1 readable-file: ${out}`,
    ],
    [
      'a device',
      () => symlink('/dev/zero', join(inside.path, 'messages/b.yaml')),
      `messages/b.yaml:1:1 readable-file: ${out}`,
    ],
    [
      'a link in a circle',
      () => symlink('b.yaml', join(inside.path, 'messages/b.yaml')),
      'messages/b.yaml:1:1 readable-file: This link leads nowhere: remove it.',
    ],
    [
      'a link to a folder inside',
      async () => {
        await put('messages/x/y.yaml', 'y: 1\n');
        await symlink('x', join(inside.path, 'messages/b'));
      },
      'messages/b:1:1 readable-file: This link leads to a folder, and is not followed: put the folder itself here.',
    ],
    [
      'a huge file',
      () => put('messages/b.yaml', '#'.repeat(maxFileBytes + 1)),
      'messages/b.yaml:1:1 readable-file: This file has 9 MiB, and a file of a catalog at most 8: split it.',
    ],
    [
      'a file that is no UTF-8',
      () => put('messages/b.yaml', new Uint8Array([0x61, 0x3a, 0x20, 0xc3, 0xa9, 0x0a, 0x62, 0xc3, 0x28, 0x0a])),
      'messages/b.yaml:2:2 readable-file: This is not valid UTF-8: save the file as UTF-8.',
    ],
    [
      'a file in UTF-16',
      () => put('messages/b.yaml', Buffer.from('\ufeffa: 1', 'utf16le')),
      'messages/b.yaml:1:1 readable-file: This is not valid UTF-8: save the file as UTF-8.',
    ],
    [
      'a file with an overlong NUL',
      () => put('messages/b.yaml', new Uint8Array([0x61, 0xc0, 0x80])),
      'messages/b.yaml:1:2 readable-file: This is not valid UTF-8: save the file as UTF-8.',
    ],
  ];
  const isLinux = process.platform === 'linux';
  it.runIf(isLinux)('a file whose name is no UTF-8', async () => {
    await writeFile(Buffer.from(`${inside.path}/messages/b\xff.yaml`, 'latin1'), 'b: 1\n');
    expect((await read()).told).toEqual([
      'messages/b\ufffd.yaml:1:1 readable-file: The name of this file is not valid UTF-8: rename it.',
    ]);
  });

  it.skipIf(process.platform === 'win32')('a socket', async () => {
    await put('messages/a.yaml', 'a: 1\n');
    const server = createServer().listen(join(inside.path, 'messages/b.yaml'));
    try {
      await once(server, 'listening');
      expect((await read()).told).toEqual([
        'messages/b.yaml:1:1 readable-file: This is no file that a text can be read from, but a pipe, a socket or a device: remove it.',
      ]);
    } finally {
      server.close();
    }
  });

  it.each([
    [
      'a licence that is not there',
      'GONE.txt',
      'There is no file "GONE.txt" beside catalog.yaml: add it, or correct the name.',
    ],
    ['a licence behind a link', 'OUT.txt', out],
  ])('%s', async (_, name, want) => {
    await put('catalog.yaml', `package:\n  licenseFile: ${name}\n`);
    await symlink(join(outside.path, 'secret.yaml'), join(inside.path, 'OUT.txt'));
    const { licenseText, told } = await read();
    expect([licenseText, told]).toEqual([undefined, [`catalog.yaml:2:16 readable-file: ${want}`]]);
  });

  it('a second file of settings', async () => {
    await put('catalog.json', '{}');
    await put('catalog.yml', '');
    expect((await read()).told).toEqual([
      'catalog.json:1:1 readable-file: The settings stand in catalog.yaml already: remove one of the two files.',
      'catalog.yml:1:1 readable-file: The settings stand in catalog.yaml already: remove one of the two files.',
    ]);
  });

  it.each(rows)('%s', async (_, make, want) => {
    await make();
    const { told, messages } = await read();
    expect(told).toEqual([want]);
    expect(JSON.stringify(messages)).not.toContain('secret');
  });

  it('a catalog of which a part cannot be listed', async () => {
    await put('types', 'no folder');
    await expect(read()).rejects.toThrow(UsageError);
    await expect(read()).rejects.toThrow(
      `${join(inside.path, 'types')} is no folder: a catalog has a folder of files there.`,
    );
  });

  it.each([
    [
      'that is not there',
      (): string => join(inside.path, 'absent'),
      /^There is no catalog at .*: name its folder with --catalog, or make one with worker-codegen init\.$/,
    ],
    [
      'that is a file',
      (): string => join(inside.path, 'catalog.yaml'),
      'is no folder: name the folder that holds catalog.yaml with --catalog.',
    ],
    ['without settings', (): string => join(inside.path, 'messages'), 'holds no catalog.yaml: it is not a catalog.'],
    ['with settings of another name', (): string => outside.path, 'holds no catalog.yaml: rename Catalog.YAML to'],
  ])('a folder %s', async (_, folder, message) => {
    await rename(join(outside.path, 'catalog.yaml'), join(outside.path, 'Catalog.YAML'));
    const attempt = load(folder(), new Reporter(locatorOf));
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(message);
  });
});
