import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withCompiler } from '../typecheck/compiler.js';
import { generate } from '../generate.js';

const run = promisify(execFile);
const root = process.cwd();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'releasing-'));
  await cp(join(root, 'catalog'), join(folder, 'catalog'), { recursive: true });
  const options = {
    catalog: join(folder, 'catalog'),
    out: join(folder, 'generated'),
    templates: [join(root, 'templates')],
    check: false,
  };
  await withCompiler((compiler) => generate(options, { compiler }));
});
afterAll(() => rm(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run release`, without building the tool again, in a copy of what a repository of messages holds. */
async function release(
  options: readonly string[],
  environment: Record<string, string> = {},
  cwd = folder,
): Promise<Outcome> {
  const { GITHUB_TOKEN: _, RELEASE_TAG: __, ...inherited } = process.env;
  const script = join(root, 'scripts/release.mjs');
  return run(process.execPath, [script, ...options], { cwd, env: { ...inherited, ...environment } }).then(
    (result) => ({ code: 0, ...result }),
    (error: Outcome) => error,
  );
}

describe('A release', () => {
  it('lists what would go out, in a dry run, and leaves everything as it was', async () => {
    const before = (await readdir(folder, { recursive: true })).sort();
    const { code, stdout, stderr } = await release(['--dry-run']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ +\d+ {2}README\.md$/m);
    expect(stdout).toMatch(/^ +\d+ {2}dist\/esm\/index\.js$/m);
    expect(stdout).toMatch(/^ +\d+ {2}dist\/types\/index\.d\.ts$/m);
    expect(stdout).toMatch(
      /\nDry run: @mesh-sync\/worker-backend-client \d+\.\d+\.\d+ would go to https:\/\/npm\.pkg\.github\.com\.\n$/,
    );
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before);
  });

  it('is refused under a tag that names another version', async () => {
    const { code, stderr } = await release(['--dry-run'], { RELEASE_TAG: 'v0.0.1' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: The tag v0\.0\.1 does not name the version/);
  });

  it('is refused without a token', async () => {
    const { code, stderr } = await release([]);
    expect(code).toBe(2);
    expect(stderr).toBe('error: There is no token: set GITHUB_TOKEN, or pass --dry-run.\n');
  });

  it('is refused where the catalog names no registry, and the name has no scope', async () => {
    const bare = join(folder, 'bare');
    const catalog = join(bare, 'catalog');
    await mkdir(join(catalog, 'messages'), { recursive: true });
    await writeFile(join(catalog, 'catalog.yaml'), 'title: Paper mill\nversion: 0.1.0\n');
    await writeFile(join(catalog, 'messages/cut.yaml'), 'name: cut\ndescription: Takes a sheet.\npayload: true\n');
    const options = { catalog, out: join(bare, 'generated'), templates: [join(root, 'templates')], check: false };
    await withCompiler((compiler) => generate(options, { compiler }));
    const { code, stderr } = await release(['--dry-run'], {}, bare);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'error: The catalog names no registry for paper-mill-client: set package.registry in catalog/catalog.yaml.\n',
    );
  });

  it('is refused where the package is not what the catalog yields', async () => {
    await appendFile(join(folder, 'generated/typescript/README.md'), 'By hand.\n');
    const { code, stdout, stderr } = await release(['--dry-run']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: generated differs from what the catalog yields: run npm run generate/);
  });
});
