import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SourceFile } from '../load/source.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { UsageError } from '../usage-error.js';
import { WriteError } from '../write/write-error.js';
import { createFiles } from './create-files.js';

let catalog: CatalogFolder;
beforeEach(async () => {
  catalog = await writeCatalog({});
});
afterEach(() => catalog[Symbol.asyncDispose]());

const fileAt = (path: string): SourceFile => ({
  path,
  absolutePath: join(catalog.path, path),
  text: `of ${path}\n`,
  value: null,
});
const paths = async (): Promise<string[]> => (await readdir(catalog.path, { recursive: true })).sort();

it('createFiles makes files, and the folders that they are in', async () => {
  await createFiles([fileAt('messages/a/b/one.yaml'), fileAt('messages/a/two.yaml')], catalog.path);
  expect(await catalog.read('messages/a/b/one.yaml')).toBe('of messages/a/b/one.yaml\n');
  expect(await catalog.read('messages/a/two.yaml')).toBe('of messages/a/two.yaml\n');
});

it.each([
  {
    what: 'a file that is there',
    prepare: (path: string) => writeFile(path, 'Mine.\n'),
    want: 'messages/taken is there already: move it away first.',
    file: 'messages/taken',
  },
  {
    what: 'a folder in the place of the file',
    prepare: (path: string) => mkdir(path),
    want: 'messages/taken is there already: move it away first.',
    file: 'messages/taken',
  },
  {
    what: 'a file in the place of the folder',
    prepare: (path: string) => writeFile(path, 'Mine.\n'),
    want: 'messages/taken is no folder, and a file would go into one there: move it away, or choose another folder.',
    file: 'messages/taken/deep/two.yaml',
  },
])('createFiles leaves nothing behind where it meets $what', async ({ prepare, want, file }) => {
  await mkdir(join(catalog.path, 'messages'));
  await prepare(join(catalog.path, 'messages/taken'));
  const before = await paths();
  const attempt = createFiles([fileAt('messages/a/b/one.yaml'), fileAt(file)], catalog.path);
  await expect(attempt).rejects.toThrow(new UsageError(`${catalog.path}/${want}`));
  expect(await paths()).toEqual(before);
});

it('createFiles says what the operating system refuses, and leaves nothing behind', async () => {
  const before = await paths();
  const name = `${'x'.repeat(300)}.yaml`;
  const attempt = createFiles([fileAt('messages/a/b/one.yaml'), fileAt(`messages/a/${name}`)], catalog.path);
  await expect(attempt).rejects.toThrow(WriteError);
  await expect(attempt).rejects.toThrow(/cannot be written \(name too long, ENAMETOOLONG\).* Nothing was changed\.$/);
  expect(await paths()).toEqual(before);
});
