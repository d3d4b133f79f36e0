import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { packBuilt } from '../release/pack.js';

const run = promisify(execFile);
const bin = (name: string): string => join(process.cwd(), 'node_modules/.bin', name);

describe('The packed package, as a registry gets it', () => {
  it('has nothing that publint --strict finds', async () => {
    const { stdout } = await run(bin('publint'), ['--strict', inject('tarball')]);
    expect(stdout).toContain('All good!');
  });

  it('has the same bytes whenever it is packed', async () => {
    const work = await mkdtemp(join(tmpdir(), 'packed-again-'));
    const again = await packBuilt(inject('packageFolder'), work);
    expect((await readFile(again.tarball)).equals(await readFile(inject('tarball')))).toBe(true);
    await rm(work, { recursive: true });
  });

  it('has nothing that attw finds', async () => {
    const { stdout } = await run(bin('attw'), [inject('tarball'), '--format', 'json', '--no-color']);
    const { problems } = JSON.parse(stdout) as { problems: object };
    expect(problems).toEqual({});
  });

  it('holds a licence, one tree of declarations and a page for each message, in at most 400 kB and 1,000 files', async () => {
    const { stdout } = await run('tar', ['tzf', inject('tarball')]);
    const files = stdout.trim().split('\n');
    expect(files).toEqual(
      expect.arrayContaining([
        'package/CHANGELOG.md',
        'package/LICENSE',
        'package/README.md',
        'package/catalog.json',
        'package/llms.txt',
        'package/dist/types/index.d.ts',
        'package/dist/types/index.d.mts',
        'package/dist/types/validators/file-download-request.d.mts',
      ]),
    );
    expect(files.filter((file) => /^package\/docs\/[^/]*-[^/]*\.md$/.test(file))).toHaveLength(58);
    expect(files.filter((file) => /\.test\.|\/_|\.tmp$|\.orig$|\.map$/.test(file))).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(1000);
    expect((await stat(inject('tarball'))).size).toBeLessThanOrEqual(400_000);
  });

  it.each(['dist/esm', 'dist/cjs'])('has every module that the code in %s asks for', async (folder) => {
    const root = join(inject('packageFolder'), folder);
    const modules = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('.js'));
    const missing: string[] = [];
    for (const path of modules) {
      const code = await readFile(join(root, path), 'utf8');
      for (const [, specifier = ''] of code.matchAll(
        /(?:from |require\(|import\(|import )['"](\.{1,2}\/[^'"]+)['"]/g,
      )) {
        const target = join(dirname(path), specifier);
        if (!modules.includes(target)) missing.push(`${path} -> ${target}`);
      }
    }
    expect(modules.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('has the declarations that its entries lead to, and no other', async () => {
    const root = join(inject('packageFolder'), 'dist/types');
    const files = (await readdir(root, { recursive: true })).filter((path) => /\.d\.m?ts$/.test(path));
    const imported = new Set<string>();
    for (const path of files) {
      const text = await readFile(join(root, path), 'utf8');
      for (const [, specifier = ''] of text.matchAll(/(?:from |import\()['"](\.{1,2}\/[^'"]+)\.js['"]/g))
        imported.add(join(dirname(path), `${specifier}.d.ts`));
    }
    expect([...imported].filter((path) => !files.includes(path))).toEqual([]);
    expect(files.filter((path) => !imported.has(path) && path.endsWith('.d.ts'))).toEqual([]);
  });

  it('has a README under 64 KB', async () => {
    const readme = await readFile(join(inject('packageFolder'), 'README.md'));
    expect(readme.byteLength).toBeLessThan(64_000);
  });
});
