import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';

const run = promisify(execFile);
const bin = (name: string): string => join(process.cwd(), 'node_modules/.bin', name);

describe('The packed package, as a registry gets it', () => {
  it('has nothing that publint --strict finds', async () => {
    const { stdout } = await run(bin('publint'), ['--strict', inject('tarball')]);
    expect(stdout).toContain('All good!');
  });

  it('has nothing that attw finds', async () => {
    const { stdout } = await run(bin('attw'), [inject('tarball'), '--format', 'json', '--no-color']);
    const { problems } = JSON.parse(stdout) as { problems: object };
    expect(problems).toEqual({});
  });

  it('holds a licence, source maps, declaration maps, the sources and a page for each message', async () => {
    const { stdout } = await run('tar', ['tzf', inject('tarball')]);
    const files = stdout.trim().split('\n');
    expect(files).toEqual(
      expect.arrayContaining([
        'package/LICENSE',
        'package/README.md',
        'package/dist/esm/index.js.map',
        'package/dist/cjs/index.d.ts.map',
        'package/src/index.ts',
      ]),
    );
    expect(files.filter((file) => /^package\/docs\/.*\.md$/.test(file))).toHaveLength(58);
    expect(files.filter((file) => /\.test\.|\/_|\.tmp$|\.orig$/.test(file))).toEqual([]);
  });

  it('has a README under 64 KB', async () => {
    const readme = await readFile(join(inject('packageFolder'), 'README.md'));
    expect(readme.byteLength).toBeLessThan(64_000);
  });
});
