import { existsSync } from 'node:fs';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RenderedFile } from '../render/rendered-file.js';
import { nodeFileSystem, type FileSystem } from './file-system.js';
import { manifestName, readManifest } from './manifest.js';
import { OutputFolder } from './existing-file.js';
import { acquireLock, lockName, runFolderName } from './lock.js';
import { write } from './write.js';
import { WriteError } from './write-error.js';

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-codegen-write-'));
  out = join(folder, 'out');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Files of a target named `t`, by path. */
function filesOf(contents: Readonly<Record<string, string>>): RenderedFile[] {
  return Object.entries(contents).map(([path, content]) => ({
    path: `t/${path}`,
    content,
    template: path,
    isRendered: true,
  }));
}

/** Everything below a folder except manifests, by path. */
async function treeOf(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory() && entry.name !== manifestName)
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')])),
  );
}

const inTarget = (contents: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(contents).map(([path, content]) => [`t/${path}`, content]));

type Call = (...args: unknown[]) => Promise<unknown>;

/** A file system that asks before each operation; what the question throws, the operation fails with. */
function watched(ask: (operation: keyof FileSystem, args: readonly unknown[]) => Promise<void> | void): FileSystem {
  return new Proxy(nodeFileSystem, {
    get: (target, name: keyof FileSystem) => {
      const operation = target[name] as Call;
      return async (...args: unknown[]) => {
        await ask(name, args);
        return operation(...args);
      };
    },
  });
}

function systemError(code: string, details: { readonly syscall?: string; readonly dest?: string } = {}): Error {
  return Object.assign(new Error(`${code}: refused`), { code, syscall: 'write', ...details });
}

describe('Writing', () => {
  it('creates, updates and removes, and touches nothing else', async () => {
    await write(filesOf({ 'same.ts': 'same', 'changed.ts': 'old', 'deep/er/gone.ts': 'gone' }), out);
    const before = await stat(join(out, 't/same.ts'));
    const result = await write(filesOf({ 'same.ts': 'same', 'changed.ts': 'new', 'added.ts': 'added' }), out);
    expect(result.changes.map(({ action, path }) => `${action} ${path}`)).toEqual([
      'create t/added.ts',
      'update t/changed.ts',
      'remove t/deep/er/gone.ts',
      `update t/${manifestName}`,
    ]);
    expect(result).toMatchObject({ unchanged: 1, kept: [], targets: ['t'] });
    expect(await treeOf(out)).toEqual(inTarget({ 'same.ts': 'same', 'changed.ts': 'new', 'added.ts': 'added' }));
    const after = await stat(join(out, 't/same.ts'));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
    expect((await readdir(join(out, 't'))).sort()).toEqual([manifestName, 'added.ts', 'changed.ts', 'same.ts']);
    expect(await readdir(out)).toEqual(['t']);
  });

  it('finds nothing to do the second time', async () => {
    await write(filesOf({ 'a.ts': 'a' }), out);
    expect(await write(filesOf({ 'a.ts': 'a' }), out)).toMatchObject({ changes: [], unchanged: 1, kept: [] });
  });

  it('moves a file aside that was edited by hand, each time under a free name', async () => {
    await write(filesOf({ 'a.ts': 'one' }), out);
    await writeFile(join(out, 't/a.ts'), 'first edit');
    expect((await write(filesOf({ 'a.ts': 'one' }), out)).kept).toEqual(['t/a.ts.orig']);
    await writeFile(join(out, 't/a.ts'), 'second edit');
    expect((await write(filesOf({ 'a.ts': 'two' }), out)).kept).toEqual(['t/a.ts.2.orig']);
    expect(await treeOf(out)).toEqual(
      inTarget({ 'a.ts': 'two', 'a.ts.orig': 'first edit', 'a.ts.2.orig': 'second edit' }),
    );
  });

  it('moves a foreign file, folder or link aside that stands in the place of a file', async () => {
    await mkdir(join(out, 't/folder.ts'), { recursive: true });
    await writeFile(join(out, 't/folder.ts/inside'), 'inside');
    await writeFile(join(out, 't/file.ts'), 'foreign');
    await writeFile(join(folder, 'elsewhere'), 'elsewhere');
    await symlink(join(folder, 'elsewhere'), join(out, 't/link.ts'));
    const files = { 'file.ts': 'a', 'folder.ts': 'b', 'link.ts': 'c' };
    const { kept } = await write(filesOf(files), out);
    expect(kept).toEqual(['t/file.ts.orig', 't/folder.ts.orig', 't/link.ts.orig']);
    expect(await treeOf(out)).toEqual(
      inTarget({ ...files, 'file.ts.orig': 'foreign', 'folder.ts.orig/inside': 'inside', 'link.ts.orig': 'elsewhere' }),
    );
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('elsewhere');
  });

  it('moves a file aside that was edited by hand and is no longer wanted, and speaks of it once', async () => {
    const files = { 'deep/er/a.ts': 'a', 'b.ts': 'b' };
    await write(filesOf(files), out);
    await writeFile(join(out, 't/deep/er/a.ts'), 'edited');
    const result = await write(filesOf({ 'c.ts': 'c' }), out);
    expect(result.changes.map(({ action, path }) => `${action} ${path}`)).toEqual([
      'remove t/b.ts',
      'create t/c.ts',
      'remove t/deep/er/a.ts',
      `update t/${manifestName}`,
    ]);
    expect(result.kept).toEqual(['t/deep/er/a.ts.orig']);
    const kept = { 'deep/er/a.ts.orig': 'edited' };
    expect(await treeOf(out)).toEqual(inTarget({ 'c.ts': 'c', ...kept }));
    expect(await write(filesOf({ 'c.ts': 'c' }), out)).toMatchObject({ changes: [], kept: [] });
    // Where it is wanted again, the copy is not in its way.
    expect((await write(filesOf(files), out)).kept).toEqual([]);
    expect(await treeOf(out)).toEqual(inTarget({ ...files, ...kept }));
  });

  it('leaves alone what was never its own, whatever stands in the place of a file that it no longer wants', async () => {
    await write(filesOf({ 'folder.ts': 'a', 'link.ts': 'b', 'c.ts': 'c' }), out);
    await writeFile(join(out, 't/foreign.ts'), 'foreign');
    await writeFile(join(folder, 'elsewhere'), 'elsewhere');
    await rm(join(out, 't/link.ts'));
    await symlink(join(folder, 'elsewhere'), join(out, 't/link.ts'));
    await rm(join(out, 't/folder.ts'));
    await mkdir(join(out, 't/folder.ts'));
    await writeFile(join(out, 't/folder.ts/inside'), 'inside');
    expect((await write(filesOf({ 'c.ts': 'c' }), out)).kept).toEqual([]);
    expect(await treeOf(out)).toEqual(
      inTarget({ 'c.ts': 'c', 'foreign.ts': 'foreign', 'link.ts': 'elsewhere', 'folder.ts/inside': 'inside' }),
    );
  });

  it('takes nothing for its own where the manifest is in conflict', async () => {
    await write(filesOf({ 'a.ts': 'a', 'b.ts': 'b' }), out);
    await writeFile(join(out, 't', manifestName), '<<<<<<< ours');
    const { kept } = await write(filesOf({ 'a.ts': 'new' }), out);
    expect(kept).toEqual(['t/a.ts.orig']);
    expect(await treeOf(out)).toEqual(inTarget({ 'a.ts': 'new', 'a.ts.orig': 'a', 'b.ts': 'b' }));
  });

  it('moves a folder or a link aside that stands in the place of a manifest, and believes neither', async () => {
    const manifest = join(out, 't', manifestName);
    await write(filesOf({ 'a.ts': 'a' }), out);
    await rename(manifest, join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), manifest);
    expect((await write(filesOf({ 'a.ts': 'b' }), out)).kept).toEqual(['t/a.ts.orig', `t/${manifestName}.orig`]);
    await rm(manifest);
    await mkdir(manifest);
    expect((await write(filesOf({ 'a.ts': 'b' }), out)).kept).toEqual([`t/${manifestName}.2.orig`]);
    expect(await write(filesOf({ 'a.ts': 'b' }), out)).toMatchObject({ changes: [], kept: [] });
  });

  it.each([
    ['the target', 't'],
    ['a folder of it', 't/docs'],
  ])('refuses to write through a symbolic link at %s', async (_, path) => {
    await mkdir(join(folder, 'elsewhere'));
    await mkdir(join(out, path, '..'), { recursive: true });
    await symlink(join(folder, 'elsewhere'), join(out, path));
    const attempt = write(filesOf({ 'docs/a.md': 'a', 'b.ts': 'b' }), out);
    await expect(attempt).rejects.toThrow(
      new WriteError(
        `${join(out, path)} is a symbolic link or a file where the output has a folder, and nothing is written through it: move it away. Nothing was changed.`,
      ),
    );
    expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
    expect(await treeOf(out).catch(() => 'a link')).not.toHaveProperty('t/b.ts');
    expect(await readdir(out)).toEqual(['t']);
  });

  it.skipIf(process.platform === 'win32')('moves a pipe aside, and does not wait for its other end', async () => {
    await mkdir(join(out, 't'), { recursive: true });
    execFileSync('mkfifo', [join(out, 't/a.ts')]);
    expect(await write(filesOf({ 'a.ts': 'a' }), out)).toMatchObject({ kept: ['t/a.ts.orig'] });
    expect((await stat(join(out, 't/a.ts.orig'))).isFIFO()).toBe(true);
    expect(await readFile(join(out, 't/a.ts'), 'utf8')).toBe('a');
  });

  it.skipIf(process.platform === 'win32')('reads nothing from a device, which may never end', async () => {
    const devices = new OutputFolder('/dev');
    for (const device of ['zero', 'null']) expect(await devices.read(device)).toBe('other');
    expect(await readManifest(devices, 'zero')).toEqual(new Map());
  });

  it('removes nothing through a symbolic link', async () => {
    await write(filesOf({ 'docs/a.md': 'a', 'b.ts': 'b' }), out);
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'elsewhere/a.md'), 'a');
    await rm(join(out, 't/docs'), { recursive: true });
    await symlink(join(folder, 'elsewhere'), join(out, 't/docs'));
    await write(filesOf({ 'b.ts': 'b' }), out);
    expect(await readdir(join(folder, 'elsewhere'))).toEqual(['a.md']);
  });

  it('writes to the folder that --out leads to by a link', async () => {
    await mkdir(join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), out);
    await write(filesOf({ 'a.ts': 'a' }), out);
    expect(await treeOf(join(folder, 'elsewhere'))).toEqual(inTarget({ 'a.ts': 'a' }));
  });
});

describe('Between the plan and its end', () => {
  /** Does something when the first file is about to be put into place. */
  function meanwhile(change: () => Promise<unknown>): FileSystem {
    let done: Promise<unknown> | undefined;
    return watched((name, [path]) => {
      // The plan has been made when new contents are written beside the output.
      if (name === 'writeFile' && String(path).endsWith('.new')) done ??= change();
      return done?.then(() => undefined);
    });
  }

  const old = { 'a.ts': 'old', 'gone.ts': 'old' };
  it.each<[string, () => Promise<unknown>, Readonly<Record<string, string>>]>([
    ['a file is edited', () => writeFile(join(out, 't/a.ts'), 'edited'), { 'a.ts.orig': 'edited' }],
    ['a file to remove is edited', () => writeFile(join(out, 't/gone.ts'), 'edited'), { 'gone.ts.orig': 'edited' }],
    ['a file is made where none was', () => writeFile(join(out, 't/b.ts'), 'made'), { 'b.ts.orig': 'made' }],
    ['a file is removed', () => rm(join(out, 't/a.ts')), {}],
    ['a file to remove is removed', () => rm(join(out, 't/gone.ts')), {}],
    [
      'a file becomes a folder',
      async () => {
        await rm(join(out, 't/a.ts'));
        await mkdir(join(out, 't/a.ts'));
        await writeFile(join(out, 't/a.ts/inside'), 'inside');
      },
      { 'a.ts.orig/inside': 'inside' },
    ],
  ])('%s, and nothing is lost', async (_, change, kept) => {
    await write(filesOf(old), out);
    const wanted = { 'a.ts': 'new', 'b.ts': 'b' };
    const result = await write(filesOf(wanted), out, meanwhile(change));
    expect(result.kept).toHaveLength(Object.keys(kept).length);
    expect(await treeOf(out)).toEqual(inTarget({ ...wanted, ...kept }));
    expect(await write(filesOf(wanted), out)).toMatchObject({ changes: [], kept: [] });
  });
});

describe('A run that is killed', () => {
  const old = {
    'same.ts': 'same',
    'changed.ts': 'old',
    'docs/gone.md': 'gone',
    'a/b/gone.ts': 'gone',
    'edited.ts': 'x',
    'edited-gone.ts': 'z',
  };
  const now = {
    'same.ts': 'same',
    'changed.ts': 'new',
    'docs/added.md': 'added',
    'edited.ts': 'y',
    ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`many/file-${index}.ts`, `content ${index}`])),
  };

  const keptByHand = { 'edited.ts.orig': 'edited by hand', 'edited-gone.ts.orig': 'edited too' };

  class Killed extends Error {}

  /** Writes and dies at an operation: what that would have written is half there, and no other operation happens. */
  async function writeUntil(last: number, contents: Readonly<Record<string, string>>): Promise<number> {
    let count = 0;
    const dying = watched(async (name, args) => {
      count += 1;
      if (count === last && name === 'writeFile') {
        const [path, content] = args as [string, string];
        await writeFile(path, content.slice(0, content.length / 2));
      }
      if (count >= last) throw new Killed();
    });
    await write(filesOf(contents), out, dying).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    return count;
  }

  async function prepare(): Promise<void> {
    await rm(out, { recursive: true, force: true });
    await write(filesOf(old), out);
    await writeFile(join(out, 't/edited.ts'), 'edited by hand');
    await writeFile(join(out, 't/edited-gone.ts'), 'edited too');
  }

  it('is completed by the next, wherever that happened: a hundred times', { timeout: 60_000 }, async () => {
    await prepare();
    const operations = await writeUntil(Infinity, now);
    expect(operations).toBeGreaterThan(60);
    for (let run = 0; run < 100; run += 1) {
      await prepare();
      await writeUntil(1 + Math.floor((run * operations) / 100), now);
      const result = await write(filesOf(now), out);
      const context = `killed at operation ${1 + Math.floor((run * operations) / 100)}`;
      expect(await treeOf(out), context).toEqual(inTarget({ ...now, ...keptByHand }));
      expect(await readdir(out), context).toEqual(['t']);
      expect(result.unchanged + result.changes.length, context).toBeGreaterThan(0);
      expect((await write(filesOf(now), out)).changes, context).toEqual([]);
    }
  });

  it('leaves each file whole, old or new', { timeout: 60_000 }, async () => {
    await prepare();
    const operations = await writeUntil(Infinity, now);
    for (let last = 1; last <= operations; last += 1) {
      await prepare();
      await writeUntil(last, now);
      const tree = await treeOf(join(out, 't'));
      expect(['old', 'new']).toContain(tree['changed.ts']);
      const many = Object.entries(tree).filter(([path]) => path.startsWith('many/'));
      expect(many.every(([path, content]) => (now as Record<string, string>)[path] === content)).toBe(true);
      expect([tree['edited.ts'], tree['edited.ts.orig']]).toContain('edited by hand');
      expect([tree['edited-gone.ts'], tree['edited-gone.ts.orig']]).toContain('edited too');
    }
  });

  it('is remembered by what it had yet to list, so that its files are no foreign ones to a later catalog', async () => {
    await prepare();
    const operations = await writeUntil(Infinity, now);
    await prepare();
    // The last operations: the manifest is put in place, the workspace removed.
    await writeUntil(operations - 3, now);
    expect(await treeOf(join(out, 't'))).toHaveProperty('many/file-0.ts');
    const { kept } = await write(filesOf({ 'same.ts': 'same', 'many/file-1.ts': 'other' }), out);
    expect(kept).toEqual([]);
    expect(await treeOf(out)).toEqual(inTarget({ 'same.ts': 'same', 'many/file-1.ts': 'other', ...keptByHand }));
  });
});

describe('Two runs at once', () => {
  it('are one: the other is refused and changes nothing', async () => {
    await write(filesOf({ 'a.ts': 'old' }), out);
    let second: Promise<unknown> | undefined;
    const busy = watched((name) => {
      if (name === 'rename') second ??= write(filesOf({ 'a.ts': 'second' }), out).catch((error: unknown) => error);
      return second?.then(() => undefined);
    });
    await write(filesOf({ 'a.ts': 'first' }), out, busy);
    expect(await second).toBeInstanceOf(WriteError);
    expect(String(await second)).toMatch(
      /Another run is writing .* \(process \d+ on .*\): run again when it has ended; if there is no such process, remove .*\. Nothing was changed\./,
    );
    expect(await treeOf(out)).toEqual(inTarget({ 'a.ts': 'first' }));
    expect(await readdir(out)).toEqual(['t']);
  });

  it('never both hold the folder, whichever is first', async () => {
    await mkdir(out);
    const entries = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(out, nodeFileSystem)));
    const entered = entries.flatMap((entry) => (entry.status === 'fulfilled' ? [entry.value] : []));
    expect(entered.length).toBeLessThanOrEqual(1);
    for (const lock of entered) await lock.release();
    expect(await readdir(out)).toEqual([]);
    await (await acquireLock(out, nodeFileSystem)).release();
  });

  it('do not count one whose process has ended', async () => {
    const { pid } = spawnSync(process.execPath, ['--eval', '']);
    const abandoned = join(out, lockName, runFolderName(pid, hostname().replaceAll(/[^\w.-]/g, '_')));
    await mkdir(abandoned, { recursive: true });
    await writeFile(join(abandoned, '0.new'), 'half a fi');
    await write(filesOf({ 'a.ts': 'a' }), out);
    expect(await treeOf(out)).toEqual(inTarget({ 'a.ts': 'a' }));
    expect(await readdir(out)).toEqual(['t']);
  });

  it('do not wait for a run on another machine that may still be there', async () => {
    const folderOfOther = join(out, lockName, runFolderName(1, 'another-machine'));
    await mkdir(folderOfOther, { recursive: true });
    await expect(write(filesOf({ 'a.ts': 'a' }), out)).rejects.toThrow(
      `Another run is writing ${out} (process 1 on another-machine): run again when it has ended; if there is no such process, remove ${join(out, lockName)}. Nothing was changed.`,
    );
    expect(await readdir(join(out, lockName))).toEqual([basename(folderOfOther)]);
  });

  it('leave alone in their folder what they did not put there', async () => {
    await mkdir(join(out, lockName), { recursive: true });
    await writeFile(join(out, lockName, 'notes'), 'Mine.');
    await write(filesOf({ 'a.ts': 'a' }), out);
    expect(await treeOf(out)).toEqual({ [`${lockName}/notes`]: 'Mine.', 't/a.ts': 'a' });
  });
});

describe('A file system that refuses', () => {
  it.each([
    ['ENOSPC', 'There is no space left on the disk of'],
    ['EIO', 'cannot be written'],
  ])('to take contents (%s) leaves everything as it was', async (code, message) => {
    await write(filesOf({ 'a.ts': 'old' }), out);
    const full = watched((name, [path]) => {
      if (name === 'writeFile' && String(path).endsWith('1.new')) throw systemError(code);
    });
    const attempt = write(filesOf({ 'a.ts': 'new', 'b.ts': 'b', 'c.ts': 'c' }), out, full);
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.toThrow('Nothing was changed.');
    expect(await treeOf(out)).toEqual(inTarget({ 'a.ts': 'old' }));
    expect(await readdir(out)).toEqual(['t']);
  });

  it.skipIf(!existsSync('/proc'))('to take folders at all, as /proc does, is told', async () => {
    await expect(write(filesOf({ 'a.ts': 'a' }), '/proc/none/deeper')).rejects.toThrow(
      '/proc/none/deeper cannot be written (no such file or directory, ENOENT): choose another folder with --out. Nothing was changed.',
    );
  });

  it('takes back the folders that it made for an output that it could not write', async () => {
    const full = watched((name) => {
      if (name === 'writeFile') throw systemError('ENOSPC');
    });
    await expect(write(filesOf({ 'a.ts': 'a' }), join(out, 'deep/er'), full)).rejects.toThrow('no space left');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['EROFS', 'EACCES'])('to make folders (%s) is told in one sentence', async (code) => {
    await write(filesOf({ 'a.ts': 'old' }), out);
    const readOnly = watched((name) => {
      if (name === 'mkdir' || name === 'writeFile' || name === 'rename') throw systemError(code);
    });
    await expect(write(filesOf({ 'a.ts': 'new' }), out, readOnly)).rejects.toThrow(
      /choose another folder with --out\. Nothing was changed\.$/,
    );
  });

  it('to be read is told with what to do', async () => {
    await write(filesOf({ 'a.ts': 'a' }), out);
    const unreadable = watched((name, [path]) => {
      if (name === 'readFile' && String(path).endsWith('a.ts')) throw systemError('EACCES');
    });
    await expect(write(filesOf({ 'a.ts': 'new' }), out, unreadable)).rejects.toThrow(
      new WriteError(`${join(out, 't/a.ts')} cannot be read (EACCES): check its permissions. Nothing was changed.`),
    );
    expect(await treeOf(out)).toEqual(inTarget({ 'a.ts': 'a' }));
  });

  it('half-way leaves nothing that a later run takes for edited by hand, whatever that is to write', async () => {
    await write(filesOf({ 'a.ts': 'old', 'b.ts': 'old', 'c.ts': 'old' }), out);
    const refusing = watched((name, [, to]) => {
      if (name === 'rename' && String(to).endsWith('b.ts')) throw systemError('EACCES');
    });
    const half = { 'a.ts': 'new', 'b.ts': 'new', 'added.ts': 'new' };
    await expect(write(filesOf(half), out, refusing)).rejects.toThrow(WriteError);
    const later = { 'a.ts': 'newer', 'b.ts': 'newer' };
    expect(await write(filesOf(later), out)).toMatchObject({ kept: [] });
    expect(await treeOf(out)).toEqual(inTarget(later));
    expect(await readdir(out)).toEqual(['t']);
  });

  it('half-way is told, and completed by the next run', async () => {
    const contents = { 'a.ts': 'a', 'b.ts': 'b' };
    const refusing = watched((name, [, to]) => {
      if (name === 'rename' && String(to).endsWith('b.ts'))
        throw systemError('EACCES', { syscall: 'rename', dest: String(to) });
    });
    await expect(write(filesOf(contents), out, refusing)).rejects.toThrow(
      new WriteError(
        `${join(out, 't/b.ts')} may not be written: change its permissions or those of its folder, or choose another folder with --out. Some files are new and some are old, each of them whole: the next run completes the output.`,
      ),
    );
    await write(filesOf(contents), out);
    expect(await treeOf(out)).toEqual(inTarget(contents));
    expect(await readdir(out)).toEqual(['t']);
  });
});
