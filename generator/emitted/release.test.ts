import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withCompiler } from '../typecheck/compiler.js';
import { generate } from '../generate.js';
import { startBackend } from '../../templates/typescript/src/testing/start-backend.js';
import { startRegistry, type TestRegistry } from './start-registry.js';

const run = promisify(execFile);
const root = process.cwd();

/** As much of this repository's catalog as one call needs: each release generates, compiles and checks it all anew. */
const released = [
  'catalog.yaml',
  'CHANGELOG.md',
  'messages/file/file-download-request.yaml',
  'messages/file/file-download-completed.yaml',
  'types/storage-location.yaml',
  'types/s3-location.yaml',
];

let folder: string;
let registry: TestRegistry;
beforeAll(async () => {
  [folder, registry] = await Promise.all([mkdtemp(join(tmpdir(), 'releasing-')), startRegistry()]);
  for (const path of released) await cp(join(root, 'catalog', path), join(folder, 'catalog', path));
  const settings = join(folder, 'catalog/catalog.yaml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('https://npm.pkg.github.com', registry.url));
  const options = {
    catalog: join(folder, 'catalog'),
    out: join(folder, 'generated'),
    templates: [join(root, 'templates')],
    check: false,
  };
  await withCompiler((compiler) => generate(options, { compiler }));
});
afterAll(() => Promise.all([registry[Symbol.asyncDispose](), rm(folder, { recursive: true })]));

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
  const { GITHUB_TOKEN: _, RELEASE_TAG: __, NPM_TOKEN: ___, ...inherited } = process.env;
  const script = join(root, 'scripts/release.mjs');
  return run(process.execPath, [script, ...options], { cwd, env: { ...inherited, ...environment } }).then(
    (result) => ({ code: 0, ...result }),
    (error: Outcome) => error,
  );
}

const call = `const client = new WorkerClient({ baseUrl: process.env.BACKEND });
const storageLocation = { storageConnectionId: 'c1', path: '/a.stl' };
const job = await client.fileDownloadRequest({ modelId: 'm1', storageLocation });
const { name, state } = await client.getJobStatus(job.jobId);
console.log(name, state);`;

describe('A release', () => {
  it('says what it can do, without a token', async () => {
    const { code, stdout } = await release(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run release -- \[options\]$/m);
    expect(await release(['--dry'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown option '--dry'"),
    });
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

  it('publishes the package', async () => {
    const { code, stdout, stderr } = await release([], { GITHUB_TOKEN: registry.token });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\nPublished @mesh-sync\/worker-backend-client \d+\.\d+\.\d+ to \S+\.\n$/);
  });

  it.each([
    ['module', "const { WorkerClient } = await import('@mesh-sync/worker-backend-client');"],
    ['commonjs', "const { WorkerClient } = require('@mesh-sync/worker-backend-client');"],
  ])(
    'brought a package that a project of type %s installs by its name, and calls a backend with',
    async (type, load) => {
      const project = await mkdtemp(join(folder, 'project-'));
      await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'project', private: true, type }));
      await writeFile(join(project, 'main.js'), `(async () => {\n${load}\n${call}\n})();\n`);
      const options = [`--registry=${registry.url}`, '--omit=optional', '--omit=peer', '--no-audit', '--no-fund'];
      await run('npm', ['install', ...options, '@mesh-sync/worker-backend-client'], { cwd: project });
      await using backend = await startBackend();
      const env = { PATH: process.env['PATH'], BACKEND: backend.url };
      const { stdout } = await run(process.execPath, ['main.js'], { cwd: project, env });
      expect(stdout).toBe('file-download-request waiting\n');
    },
  );

  it('lists in a dry run what would go out, finds the same content there, and leaves everything as it was', async () => {
    const before = (await readdir(folder, { recursive: true })).sort();
    const { code, stdout, stderr } = await release(['--dry-run']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ +\d+ {2}README\.md$/m);
    expect(stdout).toMatch(/^ +\d+ {2}dist\/esm\/index\.js$/m);
    expect(stdout).toMatch(/^ +\d+ {2}dist\/types\/index\.d\.ts$/m);
    expect(stdout).toMatch(
      /\n@mesh-sync\/worker-backend-client \d+\.\d+\.\d+ is on \S+ already, with the same content\.\n$/,
    );
    expect(stdout).toContain(`is on ${registry.url} already`);
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before);
  });

  it('fails in a few lines where the token is wrong', async () => {
    registry.fault = ({ headers, url }) => {
      if (headers.authorization === `Bearer ${registry.token}`) return undefined;
      return url === '/-/whoami' ? 401 : 404;
    };
    const { code, stderr } = await release([], { GITHUB_TOKEN: 'wrong' });
    registry.fault = undefined;
    expect(code).toBe(1);
    expect(stderr).toBe(
      `error: ${registry.url} answers 404. It does not know the token in GITHUB_TOKEN, although it says that @mesh-sync/worker-backend-client is not there: renew the token.\n`,
    );
  });

  it('is refused where the package is not what the catalog yields', async () => {
    await appendFile(join(folder, 'generated/typescript/README.md'), 'By hand.\n');
    const { code, stdout, stderr } = await release(['--dry-run']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: generated differs from what the catalog yields: run npm run generate/);
  });
});
