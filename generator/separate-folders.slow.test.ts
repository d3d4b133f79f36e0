import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from './usage-error.js';
import { requireSeparateFolders } from './separate-folders.js';

let root: string;
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'worker-codegen-folders-')));
  await mkdir(join(root, 'catalog/messages'), { recursive: true });
  await mkdir(join(root, 'templates/typescript'), { recursive: true });
  await symlink('catalog', join(root, 'link'));
});
afterAll(() => rm(root, { recursive: true }));

const check = (out: string, catalog = 'catalog'): Promise<void> =>
  requireSeparateFolders({
    catalog: join(root, catalog),
    templates: [join(root, 'templates')],
    out: join(root, out),
    check: false,
  });

describe('The output', () => {
  it.each<[string, string?]>([
    ['templates'],
    ['templates/typescript'],
    ['templates/new/er'],
    ['catalog/messages'],
    ['catalog/messages/out'],
    ['catalog/types/out'],
    ['catalog/catalog.yaml'],
    ['link/messages/out'],
    ['catalog/messages/out', 'link'],
  ])('may not lie at %s', async (out, catalog) => {
    await expect(check(out, catalog)).rejects.toThrow(UsageError);
  });

  it.each<[string, string?]>([
    ['generated'],
    ['catalog/generated'],
    ['catalog/messages-out'],
    ['templates-out'],
    ['.'],
    ['generated', 'absent'],
  ])('may lie at %s', async (out, catalog) => {
    await expect(check(out, catalog)).resolves.toBeUndefined();
  });
});
