import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestFolder } from './digest.js';

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'worker-codegen-digest-'));
  folder = join(root, 'in');
  await mkdir(join(folder, 'a'), { recursive: true });
  await writeFile(join(folder, 'a/b'), 'one');
  await writeFile(join(root, 'secret'), 'one');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('The digest of a folder', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a file changes', () => writeFile(join(folder, 'a/b'), 'two')],
    ['a file is added', () => writeFile(join(folder, 'c'), '')],
    ['a file is gone', () => rm(join(folder, 'a/b'))],
    ['a link is added', () => symlink('a/b', join(folder, 'c'))],
    ['a large file is added', () => writeFile(join(folder, 'c'), '').then(() => truncate(join(folder, 'c'), 2 ** 33))],
  ])('changes where %s', async (_, change) => {
    const before = await digestFolder(folder);
    expect(await digestFolder(folder)).toBe(before);
    await change();
    expect(await digestFolder(folder)).not.toBe(before);
  });

  it('follows links inside, and reads nothing that links outside lead to', async () => {
    await symlink('a/b', join(folder, 'inside'));
    await symlink(join(root, 'secret'), join(folder, 'outside'));
    await symlink('/dev/zero', join(folder, 'endless'));
    const before = await digestFolder(folder);
    await writeFile(join(root, 'secret'), 'two');
    expect(await digestFolder(folder)).toBe(before);
    await writeFile(join(folder, 'a/b'), 'two');
    const after = await digestFolder(folder);
    expect(await digestFolder(join(folder, 'inside'), folder)).toBe(await digestFolder(join(folder, 'a/b')));
    expect(after).not.toBe(before);
  });

  it.skipIf(process.platform === 'win32')('does not wait for the other end of a pipe', async () => {
    const before = await digestFolder(folder);
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await digestFolder(folder)).not.toBe(before);
  });

  it('is that of a file by itself, and of nothing', async () => {
    const file = join(folder, 'a/b');
    expect(await digestFolder(file)).not.toBe(await digestFolder(join(folder, 'absent')));
  });
});
