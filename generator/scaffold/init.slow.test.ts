import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../cli/program.js';
import { toolFolder } from '../installation.js';
import { checkCatalog } from '../read-catalog.js';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'init-')));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...words: string[]): Promise<CapturedOutput> =>
  captureOutput(() => createProgram(folder).parseAsync(['node', 'worker-codegen', 'init', ...words]));
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

const paths = [
  '.github/workflows/catalog.yml',
  '.gitignore',
  '.vscode/extensions.json',
  '.vscode/settings.json',
  'catalog/catalog.yaml',
  'catalog/messages/report/report-render-completed.yaml',
  'catalog/messages/report/report-render-request.yaml',
  'package.json',
];

async function filesIn(path: string): Promise<Record<string, string>> {
  const names = await readdir(join(folder, path), { recursive: true });
  const files = await Promise.all(
    names.map(async (name) => ((await stat(join(folder, path, name))).isFile() ? [name] : [])),
  );
  return Object.fromEntries(
    await Promise.all(
      files
        .flat()
        .sort()
        .map(async (name) => [name, await read(join(path, name))] as const),
    ),
  );
}

describe('init', () => {
  it('starts a project whose catalog is valid and leaves lint nothing to say', async () => {
    const { stdout, error } = await run('my-queue');
    expect(error).toBeUndefined();
    expect(Object.keys(await filesIn('my-queue'))).toEqual(paths);
    for (const path of paths) expect(stdout).toContain(`Wrote my-queue/${path}\n`);
    expect(stdout).toContain('  cd my-queue\n');
    const { catalog, diagnostics } = await checkCatalog(join(folder, 'my-queue/catalog'));
    expect([catalog?.settings.title, diagnostics]).toEqual(['My queue', []]);
  });

  it('names schemas to editors that the package has, and commands to the workflow that there are', async () => {
    await run();
    const { 'yaml.schemas': schemas } = JSON.parse(await read('.vscode/settings.json')) as {
      'yaml.schemas': Record<string, string>;
    };
    const own = './node_modules/@mesh-sync/worker-codegen/';
    for (const path of Object.keys(schemas))
      await expect(stat(join(toolFolder, path.slice(own.length)))).resolves.toBeDefined();
    const { jobs } = parse(await read('.github/workflows/catalog.yml')) as {
      jobs: { catalog: { steps: { run?: string; with?: object; env?: object }[] } };
    };
    // What setup-node needs in order that npm finds the package: it writes a file of settings that names the variable.
    expect(jobs.catalog.steps.find(({ with: settings }) => settings && 'registry-url' in settings)?.with).toMatchObject(
      {
        'registry-url': 'https://npm.pkg.github.com',
        scope: '@mesh-sync',
      },
    );
    expect(jobs.catalog.steps.find(({ run: text }) => text === 'npm ci')?.env).toEqual({
      NODE_AUTH_TOKEN: '${{ github.token }}',
    });
    expect(await read('.gitignore')).toMatch(/^\*\.tgz\ngenerated\/typescript\/package-lock\.json$/m);
    const called = jobs.catalog.steps.flatMap(({ run: text = '' }) =>
      [...text.matchAll(/worker-codegen (\w+)/g)].map(([, name]) => name),
    );
    expect(called).toEqual(['validate', 'generate', 'diff']);
  });

  it('changes nothing the second time', async () => {
    await run();
    const before = await filesIn('.');
    const { stdout } = await run();
    expect(stdout).toMatch(/^Nothing to write/);
    expect(await filesIn('.')).toEqual(before);
  });

  it('writes over nothing, and completes a package.json in its own indentation', async () => {
    await mkdir(join(folder, '.vscode'));
    await mkdir(join(folder, 'catalog'));
    const manifest = {
      name: 'mine',
      scripts: { generate: 'own' },
      dependencies: { '@mesh-sync/worker-codegen': '9.9.9' },
    };
    const own = {
      '.vscode/settings.json': '{ "editor.tabSize": 8 } // mine\n',
      'catalog/catalog.yaml': 'title: Mine\nversion: 1.0.0\n',
      'package.json': JSON.stringify(manifest, null, 4),
    };
    for (const [path, text] of Object.entries(own)) await writeFile(join(folder, path), text);
    const { stdout } = await run();
    const complete = { ...manifest, scripts: { generate: 'own', validate: 'worker-codegen validate' } };
    expect(await filesIn('.')).toMatchObject({ ...own, 'package.json': `${JSON.stringify(complete, null, 4)}\n` });
    expect(Object.keys(await filesIn('catalog'))).toEqual(['catalog.yaml']);
    expect(stdout).toContain('.vscode/settings.json is there already, and was left as it is.');
  });

  it.skipIf(!existsSync('/proc'))('says where no folder can be made', async () => {
    expect(String((await run('/proc/none/deeper')).error)).toContain(
      '/proc/none/deeper cannot be written (no such file or directory, ENOENT): name another folder.',
    );
  });

  it('says that package.json is broken, and writes nothing', async () => {
    await writeFile(join(folder, 'package.json'), '{');
    expect(String((await run()).error)).toMatch(/package\.json is no JSON: fix it first\./);
    expect(await readdir(folder)).toEqual(['package.json']);
  });
});
