import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolders, removeFolders } from './folders.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'worker-codegen-folders-'));
});
afterEach(() => rm(root, { recursive: true }));

const tree = async (): Promise<string[]> => (await readdir(root, { recursive: true })).sort();

describe('makeFolders', () => {
  it('makes what is missing, and says where that begins', async () => {
    await mkdir(join(root, 'a'));
    expect(await makeFolders(join(root, 'a/b/c'))).toBe(join(root, 'a/b'));
    expect(await makeFolders(join(root, 'a/b/c'))).toBeUndefined();
    expect(await tree()).toEqual(['a', 'a/b', 'a/b/c']);
  });

  it('takes a link to a folder for one', async () => {
    await mkdir(join(root, 'a'));
    await symlink('a', join(root, 'link'));
    expect(await makeFolders(join(root, 'link/b'))).toBe(join(root, 'link/b'));
    expect(await readdir(join(root, 'a'))).toEqual(['b']);
  });

  it('is content with a folder that another one makes meanwhile', async () => {
    await Promise.all(Array.from({ length: 8 }, () => makeFolders(join(root, 'a/b'))));
    expect(await tree()).toEqual(['a', 'a/b']);
  });

  it.each([
    { what: 'a file', code: 'EEXIST', prepare: () => writeFile(join(root, 'x'), '') },
    { what: 'a link that leads nowhere', code: 'EEXIST', prepare: () => symlink('nowhere', join(root, 'x')) },
  ])('does not go through $what', async ({ code, prepare }) => {
    await prepare();
    await expect(makeFolders(join(root, 'x/y'))).rejects.toMatchObject({ code, path: join(root, 'x') });
    expect(await tree()).toEqual(['x']);
  });

  it('takes back what it made before it was refused', async () => {
    await expect(makeFolders(join(root, 'a/b', 'x'.repeat(300)))).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
    expect(await tree()).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('ends where a folder takes none', async () => {
    await expect(makeFolders('/proc/x/y')).rejects.toMatchObject({ code: 'ENOENT', path: '/proc/x' });
  });
});

describe('removeFolders', () => {
  it('takes back what was made, and keeps what holds something by now', async () => {
    const made = await makeFolders(join(root, 'a/b/c'));
    await writeFile(join(root, 'a/file'), '');
    await removeFolders(join(root, 'a/b/c'), made ?? '');
    expect(await tree()).toEqual(['a', 'a/file']);
  });
});
