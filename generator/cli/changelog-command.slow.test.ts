import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { UsageError } from '../usage-error.js';
import { createProgram } from './program.js';

const cut = 'name: cut-request\ndescription: Cuts a sheet.\npayload: { type: object }\n';
const fold = 'name: fold-request\ndescription: Folds a sheet.\npayload: { type: object }\n';

let before: CatalogFolder;
let after: CatalogFolder;
beforeEach(async () => {
  before = await writeCatalog({ 'catalog.yaml': 'title: Mill\nversion: 1.0.0\n', 'messages/cut-request.yaml': cut });
  const messages = { 'messages/cut-request.yaml': cut, 'messages/fold-request.yaml': fold };
  after = await writeCatalog({ 'catalog.yaml': 'title: Mill\nversion: 1.1.0\n', ...messages }, 'catalog');
});
afterEach(() => Promise.all([before[Symbol.asyncDispose](), after[Symbol.asyncDispose]()]));

const changelog = (...words: string[]): Promise<CapturedOutput> =>
  captureOutput(() =>
    createProgram(after.root).parseAsync(['node', 'worker-codegen', 'changelog', before.path, ...words]),
  );

const written = (): Promise<string> => readFile(join(after.path, 'CHANGELOG.md'), 'utf8');

describe('changelog', () => {
  it('writes what a version changes, above what is there', async () => {
    await writeFile(join(after.path, 'CHANGELOG.md'), '# Log\n\n## [1.0.0] - 2026-01-01\n\n- First.\n');
    const { stdout, error } = await changelog('--date', '2026-12-01');
    expect(error).toBeUndefined();
    expect(stdout).toBe(
      'catalog/CHANGELOG.md says what changes from 1.0.0 to 1.1.0. Edit its words where you like, then generate.\n',
    );
    expect(await written()).toBe(`# Log

## [1.1.0] - 2026-12-01

### Added

- \`fold-request\`: Folds a sheet. Send it with \`client.foldRequest(…)\`.

## [1.0.0] - 2026-01-01

- First.
`);
  });

  it('writes a section once', async () => {
    await changelog();
    const first = await written();
    expect(first).toMatch(/## \[1\.1\.0\] - \d{4}-\d{2}-\d{2}\n/);
    const { error } = await changelog();
    expect(error).toEqual(
      new UsageError('catalog/CHANGELOG.md has a section of 1.1.0 already: remove it to have it written again.'),
    );
    expect(await written()).toBe(first);
  });

  it.each([
    ['1.0.0', '1.1.0 or more'],
    ['1.0.1', '1.1.0 or more'],
  ])('needs a version that the changes may have, which %s is not', async (version, needed) => {
    await writeFile(join(after.path, 'catalog.yaml'), `title: Mill\nversion: ${version}\n`);
    const { error } = await changelog();
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(`Set the version of the release in catalog.yaml first, ${needed}:`);
    await expect(written()).rejects.toThrow('ENOENT');
  });
});
