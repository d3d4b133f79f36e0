import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { createProgram } from './program.js';
import { Failure } from './run.js';

const path = 'messages/demo/sync-request.yaml';

let folder: CatalogFolder;
beforeAll(async () => {
  folder = await writeCatalog(
    {
      [path]: 'name: sync-request\ndescription: Brings a shop up to date.\npayload: { type: object }\n',
    },
    'catalog',
  );
  // What the last run read is remembered here.
  await mkdir(join(folder.root, 'node_modules'));
});
afterAll(() => folder[Symbol.asyncDispose]());

/** Milliseconds: the first run loads the compiler. */
const patience = 60_000;

const generate = (...flags: string[]): Promise<CapturedOutput> =>
  captureOutput(() => createProgram(folder.root).parseAsync(['node', 'worker-codegen', 'generate', ...flags]));

describe('generate counts what lint finds, and fails of none of it', () => {
  it.each([
    ['the first time', /^1 message, 0 types → generated\/typescript \(\d+ files\): \d+ created\n$/],
    ['and again where nothing has changed', /^1 message, 0 types → generated\/typescript \(\d+ files\), up to date\n$/],
  ])(
    '%s',
    async (_, summary) => {
      const { stdout, stderr, error } = await generate();
      expect(error).toBeUndefined();
      expect(stdout).toMatch(summary);
      expect(stderr).toContain('warning: 1 × example-per-request (worker-codegen validate shows it)\n');
    },
    patience,
  );

  it.each([['--json'], ['--json', '--check']])(
    'with %s',
    async (...flags) => {
      const { stdout, stderr, error } = await generate(...flags);
      expect(error).toBeUndefined();
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toMatchObject({
        ok: true,
        diagnostics: [
          { file: `catalog/${path}`, line: 1, column: 7, severity: 'warning', rule: 'example-per-request' },
        ],
      });
    },
    patience,
  );
});

it(
  'generate names the targets that another run wrote where it changes some without them',
  { timeout: patience },
  async () => {
    const note =
      'note: Not generated, and perhaps older than the catalog: generated/openapi. Name them with --target, or all.\n';
    await generate('--target', 'openapi');
    expect((await generate()).stderr).not.toContain('note:');
    const changed = join(folder.path, 'messages/demo/new-request.yaml');
    await writeFile(changed, 'name: new-request\ndescription: Brings a shop up to date.\npayload: { type: object }\n');
    const { stdout, stderr } = await generate();
    expect([stdout.includes('created'), stderr.includes(note)]).toEqual([true, true]);
    await rm(changed);
    expect((await generate('--target', 'all')).stderr).not.toContain('note:');
  },
);

it('generate --json escapes what would act on a terminal', async () => {
  const bad = join(folder.path, 'messages/demo/bad-request.yaml');
  await writeFile(bad, 'name: bad-request\ndescription: Is wrong.\npayload: { "typ\\u202e": string }\n');
  const { stdout, error } = await generate('--json');
  await rm(bad);
  expect(error).toBeInstanceOf(Failure);
  expect(stdout).not.toContain('\u202e');
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    diagnostics: [{ rule: 'known-keyword', message: expect.stringContaining('typ\u202e') as unknown }],
  });
});
