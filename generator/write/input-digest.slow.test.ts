import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inputDigest } from './input-digest.js';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'worker-codegen-digest-'));
  folder = join(root, 'in');
  await mkdir(join(folder, 'a'), { recursive: true });
  await writeFile(join(folder, 'a/b'), 'one');
  await writeFile(join(root, 'other'), 'one');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('The digest of inputs', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a file changes', () => writeFile(join(folder, 'a/b'), 'two')],
    ['a file is added', () => writeFile(join(folder, 'c'), '')],
    ['a file is gone', () => rm(join(folder, 'a/b'))],
    ['the folder is gone', () => rm(folder, { recursive: true })],
    ['another file is gone', () => rm(join(root, 'other'))],
  ])('changes where %s', async (_, change) => {
    const digest = (): string | undefined => inputDigest([folder, join(root, 'other')]);
    const before = digest();
    expect(before).toBeDefined();
    expect(digest()).toBe(before);
    await change();
    expect(digest()).toBeDefined();
    expect(digest()).not.toBe(before);
  });

  it('stays where packages are installed inside', async () => {
    const before = inputDigest([folder]);
    await mkdir(join(folder, 'a/node_modules'));
    await symlink('/dev/zero', join(folder, 'a/node_modules/bin'));
    expect(inputDigest([folder])).toBe(before);
  });

  it.skipIf(process.platform === 'win32').each<[string, () => unknown]>([
    ['a link inside', () => symlink('a/b', join(folder, 'inside'))],
    ['a link outside', () => symlink('/dev/zero', join(folder, 'endless'))],
    ['a folder that is a link', () => rm(folder, { recursive: true }).then(() => symlink(root, folder))],
    ['a pipe', () => execFileSync('mkfifo', [join(folder, 'pipe')])],
    ['a huge file', () => writeFile(join(folder, 'c'), '').then(() => truncate(join(folder, 'c'), 2 ** 33))],
  ])('is not known where there is %s', async (_, change) => {
    await change();
    expect(inputDigest([folder])).toBeUndefined();
  });
});
