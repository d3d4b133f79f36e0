import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCompiler } from './typecheck/compiler.js';
import { CatalogError } from './diagnostics/diagnostic.js';
import type { GenerateOptions, RunResult } from './generate.js';
import { lockName } from './write/lock.js';
import { generateIfChanged } from './generate-if-changed.js';

const compiler = startCompiler();
afterAll(() => compiler.close());

let folder: string;
let options: GenerateOptions;
/** The steps that the last run told of; a run that is cut short tells none. */
let steps: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-codegen-unchanged-'));
  await cp(join(import.meta.dirname, 'fixtures/received-types/catalog'), join(folder, 'catalog'), {
    recursive: true,
  });
  await mkdir(join(folder, 'node_modules'));
  // Few and small, since each case runs several times.
  const templates = {
    'src/client.ts.hbs': '{{#each package.messages}}\nexport const {{this.constant}} = 1;\n{{/each}}\n',
    'docs/[message].md.hbs': '{{message.name}}\n',
  };
  for (const [path, content] of Object.entries(templates)) {
    await mkdir(dirname(join(folder, 'templates/typescript', path)), { recursive: true });
    await writeFile(join(folder, 'templates/typescript', path), content);
  }
  options = {
    catalog: join(folder, 'catalog'),
    out: join(folder, 'out'),
    templates: [join(folder, 'templates')],
    check: false,
  };
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function run(changed: Partial<GenerateOptions> = {}): Promise<RunResult> {
  steps = [];
  return generateIfChanged(
    { ...options, ...changed },
    folder,
    () => compiler,
    (step) => steps.push(step),
  );
}

const cacheFolder = (): string => join(folder, 'node_modules/.cache/worker-codegen');

async function damageCache(damage: (content: string) => string): Promise<void> {
  const names = await readdir(cacheFolder());
  expect(names).toHaveLength(1);
  for (const name of names) {
    const file = join(cacheFolder(), name);
    await writeFile(file, damage(await readFile(file, 'utf8')));
  }
}

describe('A second run', { timeout: 60_000 }, () => {
  it('does nothing where nothing changed', async () => {
    const first = await run();
    expect(steps).not.toEqual([]);
    const second = await run();
    expect(steps).toEqual([]);
    const { messages, types, warnings, targets } = first;
    const unchanged = first.changes.length - 1;
    expect(second).toEqual({ messages, types, warnings, targets, changes: [], kept: [], unchanged });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a file of the catalog is added', () => writeFile(join(options.catalog, 'types/added.yaml'), 'type: string\n')],
    ['a file of the output is gone', () => rm(join(options.out, 'typescript/src/client.ts'))],
    ['a file of the output was edited', () => writeFile(join(options.out, 'typescript/src/client.ts'), '')],
    ['the manifest was edited', () => writeFile(join(options.out, 'typescript/.worker-codegen.json'), '{"files":{}}')],
    ['a run was cut off', () => mkdir(join(options.out, lockName))],
  ])('runs in full where %s', async (_, change) => {
    await run();
    await change();
    await run();
    expect(steps).not.toEqual([]);
    expect((await run({ check: true })).changes).toEqual([]);
  });

  it('runs in full where the licence has changed, which is in a file', async () => {
    await writeFile(join(folder, 'templates/typescript/LICENSE.hbs'), '{{package.licence}}\n');
    const settings = join(options.catalog, 'catalog.yaml');
    const own = '\npackage: { license: SEE LICENSE IN LICENSE.md, licenseFile: TERMS.txt }\n';
    await writeFile(settings, (await readFile(settings, 'utf8')) + own);
    await writeFile(join(options.catalog, 'TERMS.txt'), 'One.\n');
    await run();
    await writeFile(join(options.catalog, 'TERMS.txt'), 'Two.\n');
    await run();
    expect(await readFile(join(options.out, 'typescript/LICENSE.md'), 'utf8')).toBe('Two.\n');
  });

  it('refuses, as a full one does, where a folder of the output has become a link', async () => {
    await run();
    await rename(join(options.out, 'typescript/docs'), join(folder, 'docs'));
    await symlink(join(folder, 'docs'), join(options.out, 'typescript/docs'));
    await expect(run()).rejects.toThrow('is a symbolic link');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['beside the parts of the catalog', () => writeFile(join(options.catalog, 'README.md'), 'On this catalog.')],
    ['in the output, of someone else', () => writeFile(join(options.out, 'typescript/own.txt'), 'Mine.')],
  ])('does nothing where a file is added %s', async (_, change) => {
    await run();
    await change();
    await run();
    expect(steps).toEqual([]);
  });

  it.each(['message', 'b.yaml'])(
    'tells of %s that is put beside the parts of the catalog, and is not read',
    async (name) => {
      await run();
      const path = join(options.catalog, name);
      await (name.endsWith('.yaml')
        ? writeFile(path, '')
        : cp(join(options.catalog, 'messages'), path, { recursive: true }));
      const countIgnored = ({ warnings }: RunResult): number => warnings['read-file'] ?? 0;
      expect(countIgnored(await run())).toBe(1);
      expect(countIgnored(await run())).toBe(1);
      expect(steps).toEqual([]);
      await rm(path, { recursive: true });
      expect(countIgnored(await run())).toBe(0);
    },
  );

  it.skipIf(process.platform === 'win32')(
    'tells of a pipe in the catalog, and does not wait for its other end',
    async () => {
      execFileSync('mkfifo', [join(options.catalog, 'messages/pipe.yaml')]);
      await expect(run()).rejects.toThrow(CatalogError);
    },
  );

  it.skipIf(process.platform === 'win32')('waits for no pipe in the place of a manifest', async () => {
    await run();
    const manifest = join(options.out, 'typescript/.worker-codegen.json');
    await rm(manifest);
    execFileSync('mkfifo', [manifest]);
    await run();
    expect(steps).not.toEqual([]);
    expect((await run({ check: true })).changes).toEqual([]);
  });

  it.each<[string, (content: string) => string]>([
    ['damaged', (content) => content.replaceAll('string', 'number').replace('"inputs":"', '"inputs":"0')],
    ['cut short', (content) => content.slice(0, content.length / 2)],
    ['no cache at all', () => 'not\na cache'],
    ['empty', () => ''],
  ])('is right where the cache is %s', async (_, damage) => {
    await run();
    await damageCache(damage);
    await run();
    expect(steps).not.toEqual([]);
    expect((await run({ check: true })).changes).toEqual([]);
  });

  it('with --check believes no record', async () => {
    await run();
    await run({ check: true });
    expect(steps).not.toEqual([]);
  });

  it('keeps nothing where there is no node_modules', async () => {
    await rm(join(folder, 'node_modules'), { recursive: true });
    await run();
    expect((await readdir(folder)).sort()).toEqual(['catalog', 'out', 'templates']);
  });
});
