import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../content-hash.js';
import { pack } from '../release/pack.js';
import { strictest } from './scratch.js';

const run = promisify(execFile);
const root = process.cwd();

/** The smallest catalog that a stranger may have, in all kinds of files. */
const catalog: Readonly<Record<string, string>> = {
  'catalog.yaml': 'title: Paper mill\nversion: 0.1.0\n',
  'messages/cut-request.yaml': 'name: cut-request\ndescription: Cuts a sheet.\npayload: { type: object }\n',
  'messages/press/press-request.yml': `name: press-request
description: Presses pulp into sheets.
payload:
  type: object
  required: [sheets]
  properties:
    sheets: { type: integer }
`,
  'messages/press/deep/press-completed.json': JSON.stringify({
    name: 'press-completed',
    description: 'Tells that sheets are ready.',
    payload: { type: 'object', properties: { sheets: { type: 'array', items: { type: 'string' } } } },
  }),
};

let work: string;
let project: string;
let files: string[];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'tool-'));
  project = join(work, 'project');
  await mkdir(project);
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], {
    cwd: root,
  });
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string; files: { path: string }[] }>);
  files = packed?.files.map(({ path }) => path) ?? [];
  await install(join(work, packed?.filename ?? ''));
  for (const [path, content] of Object.entries(catalog)) {
    await mkdir(dirname(join(project, 'catalog', path)), { recursive: true });
    await writeFile(join(project, 'catalog', path), content);
  }
});
afterAll(() => rm(work, { recursive: true }));

/**
 * Does what `npm install <tarball>` does, without a registry: unpacks, links the command, and puts beside the tool what it
 * depends on, and nothing else.
 */
async function install(tarball: string): Promise<void> {
  const modules = join(project, 'node_modules');
  const tool = join(modules, '@mesh-sync/worker-codegen');
  await mkdir(tool, { recursive: true });
  await run('tar', ['xzf', tarball, '--strip-components=1', '-C', tool]);
  const manifest = JSON.parse(await readFile(join(tool, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  await mkdir(join(modules, '.bin'));
  for (const [name, path] of Object.entries(manifest.bin)) {
    await chmod(join(tool, path), 0o755);
    await symlink(join(tool, path), join(modules, '.bin', name));
  }
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'paper-mill', private: true }));
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ending = (program: string, words: readonly string[]): Promise<Ended> =>
  run(program, words, { cwd: project }).then(
    (result) => ({ code: 0, ...result }),
    (error: Ended) => error,
  );

/** Runs the installed command, without waiting for npx each time. */
const codegen = (...options: string[]): Promise<Ended> =>
  ending(join(project, 'node_modules/.bin/worker-codegen'), options);

describe('The packed tool, installed elsewhere', () => {
  it('holds what it needs, and no more', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'dist/cli/cli.js',
        'generator/schemas/message.schema.json',
        'templates/typescript/README.md.hbs',
        'templates/typescript/src/runtime/index.ts',
      ]),
    );
    const surplus =
      /\.test(?:-d)?\.|^dist\/generator\/(?:bench|build|release|testing|emitted|hostile)\/|fixtures|\/_|^generated|^catalog|^scripts/;
    expect(files.filter((path) => surplus.test(path))).toEqual([]);
  });

  it('holds its templates compiled', async () => {
    const tool = join(project, 'node_modules/@mesh-sync/worker-codegen');
    const { precompiled } = (await import(pathToFileURL(join(tool, 'dist/generator/render/precompiled.js')).href)) as {
      precompiled: ReadonlyMap<string, unknown>;
    };
    const templates = files.filter((path) => path.endsWith('.hbs'));
    const sources = await Promise.all(templates.map((path) => readFile(join(tool, path), 'utf8')));
    expect(sources.filter((source) => !precompiled.has(contentHash(source)))).toEqual([]);
  });

  it("checks, generates and compares a stranger's catalog", async () => {
    const checked = await ending('npx', ['--offline', 'worker-codegen', 'validate']);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('3 messages') });

    const generated = await codegen('generate');
    expect(generated).toMatchObject({ code: 0, stdout: expect.stringContaining('created') });
    const pages = await readdir(join(project, 'generated/typescript/docs'));
    expect(pages.filter((name) => name.includes('-')).sort()).toEqual([
      'cut-request.md',
      'press-completed.md',
      'press-request.md',
    ]);
    expect(await codegen('generate', '--check')).toMatchObject({ code: 0 });
    // GitHub Packages takes scoped names alone, and this one has no scope.
    for (const file of ['package.json', 'README.md'])
      expect(await readFile(join(project, 'generated/typescript', file), 'utf8')).not.toContain('npm.pkg.github.com');

    await writeFile(join(project, 'generated/typescript/LICENSE'), 'Mine.\n');
    expect(await codegen('generate', '--check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('-Mine.'),
    });
  });

  it('tells a mistake, and nothing of the compiler that had begun to get ready', async () => {
    const file = join(project, 'broken/messages/cut-request.yaml');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(join(project, 'broken/catalog.yaml'), 'title: Paper mill\nversion: 0.1.0\n');
    await writeFile(file, 'name: cut-request\ndescriptin: Cuts a sheet.\npayload: { type: object }\n');
    // How far the compiler has come when the mistake is found differs from run to run.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { code, stderr } = await codegen('generate', '--catalog', 'broken');
      expect(code).toBe(1);
      expect(stderr).toContain('Did you mean "description"?');
      expect(stderr).not.toMatch(/panic|goroutine/);
    }
  });

  it('generates a package that builds and can be loaded', async () => {
    expect(await codegen('generate', '--catalog', 'catalog', '--out', 'packages')).toMatchObject({ code: 0 });
    const built = join(work, 'built');
    await mkdir(built);
    const { folder } = await pack(join(project, 'packages/typescript'), built);
    const script = `import('./dist/esm/index.js').then((p) => console.log(Object.values(p.MessageTypes).join()))`;
    const { stdout } = await run(process.execPath, ['-e', script], { cwd: folder });
    expect(stdout).toBe('cut-request,press-completed,press-request\n');
  });

  it('is a library that compiles in a strict program, and does what the commands do', async () => {
    const program = `import { CatalogError, diff, generate, loadCatalog, validate, type ChangeReport, type Diagnostic } from '@mesh-sync/worker-codegen';
const { catalog, diagnostics } = await validate({ catalog: 'catalog' });
const errors: readonly Diagnostic[] = diagnostics.filter(({ severity }) => severity === 'error');
const { messages, settings } = await loadCatalog('catalog');
const names: readonly string[] = messages.map(({ name }) => name);
const { changes } = await generate({ catalog: 'catalog', out: 'by-library' });
const again = await generate({ catalog: 'catalog', out: 'by-library', check: true });
const refused = await loadCatalog('nonsense').catch((error: unknown) => (error instanceof CatalogError ? error.diagnostics[0]?.rule : String(error)));
const report: ChangeReport = await diff({ before: 'catalog', after: 'catalog' });
console.log(JSON.stringify([report.bump, catalog?.messages.length, errors.length, names, settings.title, changes.length > 0, again.changes, refused]));
`;
    await writeFile(join(project, 'use.mts'), program);
    await mkdir(join(project, 'nonsense'), { recursive: true });
    await writeFile(join(project, 'nonsense/catalog.yaml'), 'title: Nonsense\n');
    const compilerOptions = { ...strictest, noEmit: false, types: [] };
    await writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['use.mts', 'console.d.ts'] }),
    );
    await writeFile(join(project, 'console.d.ts'), 'declare const console: { log(text: string): void };\n');
    await run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: project });
    const { stdout } = await run(process.execPath, ['use.mjs'], { cwd: project });
    const names = ['cut-request', 'press-completed', 'press-request'];
    expect(JSON.parse(stdout)).toEqual(['none', 3, 0, names, 'Paper mill', true, [], 'some-message']);
    expect((await codegen('generate', '--out', 'by-library', '--check')).code).toBe(0);
  });

  it('links to nothing that is not in it', async () => {
    const tool = join(project, 'node_modules/@mesh-sync/worker-codegen');
    const readme = await readFile(join(tool, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !files.some((file) => file === path || file.startsWith(`${path}/`)))).toEqual([]);
  });
});
