import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../usage-error.js';
import { loadTemplates } from './templates.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Makes a templates folder with these files, each holding its own path. */
async function templates(name: string, paths: readonly string[]): Promise<string> {
  for (const path of paths) {
    await mkdir(join(folder, name, dirname(path)), { recursive: true });
    await writeFile(join(folder, name, path), path);
  }
  return join(folder, name);
}

describe('loadTemplates', () => {
  it('renders .hbs files and copies the others, sorted by path', async () => {
    const found = await loadTemplates(await templates('kinds', ['b/x.ts', 'a/README.md.hbs', 'a/src/deep/y.ts']));
    expect(found).toEqual([
      {
        path: 'a/README.md.hbs',
        outputPath: 'a/README.md',
        scope: 'package',
        content: 'a/README.md.hbs',
        isTemplate: true,
      },
      {
        path: 'a/src/deep/y.ts',
        outputPath: 'a/src/deep/y.ts',
        scope: 'package',
        content: 'a/src/deep/y.ts',
        isTemplate: false,
      },
      { path: 'b/x.ts', outputPath: 'b/x.ts', scope: 'package', content: 'b/x.ts', isTemplate: false },
    ]);
  });

  it.each([
    { path: 'a/docs/[message].md.hbs', scope: 'message' },
    { path: 'a/[message]/all.md.hbs', scope: 'message' },
    { path: 'a/types/[type].ts.hbs', scope: 'type' },
  ])('takes $path for once per $scope', async ({ path, scope }) => {
    const [found] = await loadTemplates(await templates(`scope-${scope}-${path.length}`, [path]));
    expect(found?.scope).toBe(scope);
  });

  it('leaves out what is no output', async () => {
    const paths = [
      'a/keep.ts',
      'a/_partial.hbs',
      'a/_private/x.ts',
      'a/keep.test.ts',
      'a/keep.test-d.ts',
      'a/node_modules/x/index.js',
      'a/dist/x.js',
      '_b/x.ts',
      'loose.md',
    ];
    const found = await loadTemplates(await templates('private', paths));
    expect(found.map(({ path }) => path)).toEqual(['a/keep.ts']);
  });

  it('refuses a folder that is not there, naming the option', async () => {
    await expect(loadTemplates(join(folder, 'nowhere'))).rejects.toThrow(
      new UsageError(`There are no templates at ${join(folder, 'nowhere')}: name their folder with --templates.`),
    );
  });

  it('says why a folder cannot be read', async () => {
    const path = join(folder, 'x'.repeat(300));
    await expect(loadTemplates(path)).rejects.toThrow(
      new UsageError(`${path} cannot be read (name too long, ENAMETOOLONG): see to it that it can be read.`),
    );
  });

  it('refuses a folder without a target', async () => {
    const empty = await templates('no-target', ['loose.md']);
    await expect(loadTemplates(empty)).rejects.toThrow(`${empty} holds no target`);
  });
});
