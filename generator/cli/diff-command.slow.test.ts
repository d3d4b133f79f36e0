import { execFile, execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleOf } from '../catalog/bundle.js';
import type { ChangeReport } from '../diff/change-report.js';
import { startRegistry } from '../emitted/start-registry.js';
import { captureOutput } from '../testing/captured-output.js';
import { catalogOf } from '../testing/catalog-texts.js';
import { createProgram } from './program.js';
import { run } from './run.js';

const settings = 'title: Demo\n# The version of the package.\nversion: 1.0.0 # raised by diff --write\n';
const message = (limit: string): string =>
  `name: demo-request\ndescription: Asks.\npayload:\n  type: object\n  properties:\n    size: { type: integer${limit} }\nexamples:\n  - { title: Small, payload: { size: 3 } }\n`;
const texts = (limit: string) => ({ 'catalog.yaml': settings, 'messages/demo-request.yaml': message(limit) });

let folder = '';

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const inCatalog = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`catalog/${path}`, text]));

beforeEach(async () => {
  // In CI each step is reported too.
  vi.stubEnv('CI', '');
  folder = await mkdtemp(join(tmpdir(), 'diff-'));
  await write(inCatalog(texts(', maximum: 10')));
  const package_ = { name: 'demo-client', version: '1.0.0' };
  await write({
    'package/package.json': JSON.stringify(package_),
    'package/catalog.json': JSON.stringify(bundleOf(catalogOf(texts('')))),
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function diff(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly errors: string }> {
  let code = -1;
  const { stdout, stderr } = await captureOutput(async () => {
    code = await run(() => createProgram(folder).parseAsync(['diff', ...words], { from: 'user' }));
  });
  return { code, out: stdout, errors: stderr };
}

const git = (...words: readonly string[]): void => {
  const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, ...words], { cwd: folder, stdio: 'ignore' });
};

describe('The version before', () => {
  it.each(['package', 'demo-client-1.0.0.tgz'])('may be %s', async (before) => {
    execFileSync('tar', ['-czf', 'demo-client-1.0.0.tgz', 'package'], { cwd: folder });
    const { code, out } = await diff(before, '--format', 'json');
    const report = JSON.parse(out) as ChangeReport;
    expect([code, report.bump, report.changes[0]?.witness]).toEqual([1, 'major', { size: 11 }]);
  });

  it('may be a git revision or a tag', async () => {
    await write(inCatalog(texts('')));
    git('init');
    git('add', '.');
    git('commit', '-m', 'One');
    git('tag', 'v1.0.0');
    await write(inCatalog(texts(', maximum: 10')));
    for (const words of [['HEAD'], ['v1.0.0', 'catalog']]) {
      const { out } = await diff(...words, '--format', 'json');
      expect((JSON.parse(out) as ChangeReport).bump).toBe('major');
    }
  });

  it('is the last tag where the registry has none, which is said', async () => {
    await using registry = await startRegistry();
    vi.stubEnv('npm_config_registry', registry.url);
    vi.stubEnv('npm_config_cache', join(folder, 'npm-cache'));
    await write(inCatalog(texts('')));
    git('init');
    git('add', '.');
    git('commit', '-m', 'One');
    git('tag', 'v1.0.0');
    git('tag', 'v0.9.0');
    await write(inCatalog(texts(', maximum: 10')));
    const report = JSON.parse((await diff('--format', 'json')).out) as ChangeReport;
    expect([report.bump, report.notices]).toEqual([
      'major',
      [expect.stringMatching(/^compared-with: the tag v1\.0\.0, since npm does not give demo-client: 404 Not Found/)],
    ]);
  });

  it.each(['HEAD', 'package', 'before'])('is compared where only a type has changed, as %s', async (before) => {
    const typed = {
      ...texts(''),
      'messages/demo-request.yaml': message('').replace('{ type: integer }', '{ $ref: ../types/size.yaml }'),
    };
    const files = (type: string): Record<string, string> => ({ ...typed, 'types/size.yaml': type });
    await write(inCatalog(files('{ type: integer }')));
    await cp(join(folder, 'catalog'), join(folder, 'before'), { recursive: true });
    await write({ 'package/catalog.json': JSON.stringify(bundleOf(catalogOf(files('{ type: integer }')))) });
    git('init');
    git('add', '.');
    git('commit', '-m', 'One');
    await write(inCatalog(files('{ type: integer, maximum: 10 }')));
    const report = JSON.parse((await diff(before, '--format', 'json')).out) as ChangeReport;
    expect(report.changes.map(({ pointer, witness }) => [pointer, witness])).toEqual([
      ['/properties/size/maximum', { size: 11 }],
    ]);
  });

  it('may be a version on the registry that npm knows', async () => {
    await using registry = await startRegistry();
    vi.stubEnv('npm_config_registry', registry.url);
    vi.stubEnv('npm_config_cache', join(folder, 'npm-cache'));
    const token = `--${registry.url.replace('http:', '')}/:_authToken=${registry.token}`;
    // The registry is in this process: it has to go on while npm runs.
    await promisify(execFile)('npm', ['publish', token], { cwd: join(folder, 'package') });
    const { code, out } = await diff('npm:demo-client@1.0.0', '--format', 'json');
    const report = JSON.parse(out) as ChangeReport;
    expect([code, report.bump, report.changes[0]?.witness]).toEqual([1, 'major', { size: 11 }]);
    const missing = await diff('npm:demo-client@9.9.9');
    expect([missing.code, missing.errors]).toEqual([
      2,
      expect.stringMatching(/^error: npm does not give demo-client@9\.9\.9: .+\n$/),
    ]);
  });

  it.each([
    ['nowhere', 'nowhere is no folder, tarball, npm:<name>@<version> or git revision.'],
    ['nowhere.tgz', 'There is no file nowhere.tgz.'],
  ])('that is not there is wrong usage: %s', async (before, want) => {
    const { code, errors } = await diff(before);
    expect([code, errors]).toEqual([2, `error: ${want}\n`]);
  });
});

describe('A diff', () => {
  it('of an invalid catalog says what is wrong, and nothing of output that it never writes', async () => {
    await write(inCatalog(texts(', maximum: ten')));
    const { code, errors } = await diff('package');
    expect([code, errors.split('\n').at(-2)]).toEqual([1, '1 problem.']);
  });

  it('sets the version where it is asked to, and keeps comments', async () => {
    const { code, out } = await diff('package', '--write');
    expect([code, out.split('\n').at(-2)]).toEqual([
      0,
      '1.0.0 → 2.0.0: the changes need a major version, 2.0.0 at least, and it has one.',
    ]);
    expect(await readFile(join(folder, 'catalog/catalog.yaml'), 'utf8')).toBe(settings.replace('1.0.0', '2.0.0'));
  });

  it('of what is the same says so', async () => {
    const { code, out } = await diff('catalog');
    expect([code, out]).toEqual([0, 'Nothing has changed since 1.0.0.\n']);
  });

  it('is printed for people, with both places and a payload to paste', async () => {
    const { out } = await diff('package');
    expect(out).toMatchInlineSnapshot(`
      "demo-request (sent by callers)
        breaks those who write it as before: \`"size"\` must now be at most 10. (/properties/size/maximum)
          before: messages/demo-request.yaml:7:15
            6 |     "properties": {
          > 7 |       "size": {
              |               ^
            8 |         "type": "integer"
          after: catalog/messages/demo-request.yaml:6:37
            5 |   properties:
          > 6 |     size: { type: integer, maximum: 10 }
              |                                     ^^
            7 | examples:
          Accepted before, refused after:
            {
              "size": 11
            }
          Callers change what they send first; then deploy the workers.

      1.0.0 → 1.0.0: the changes need a major version, 2.0.0 at least. Set version: 2.0.0 in catalog.yaml, or let --write set it.
      "
    `);
  });

  it('is printed for a pull request', async () => {
    const { out } = await diff('package', '--format', 'markdown');
    expect(out).toMatchInlineSnapshot(`
      "## 1.0.0 → 1.0.0: the changes need a major version, 2.0.0 at least. Set version: 2.0.0 in catalog.yaml, or let --write set it.

      ### \`demo-request\`, sent by callers

      **breaks those who write it as before**: \`"size"\` must now be at most 10. (\`/properties/size/maximum\`)

      Accepted before, refused after:

      \`\`\`json
      {
        "size": 11
      }
      \`\`\`

      Callers change what they send first; then deploy the workers.
      "
    `);
  });

  it.each([
    ['pretty', 'added: `demo-request` may have `a_b_`: Says `x|y`.\n\n1.0.0 → '],
    ['markdown', '### Added\n\n- `demo-request` may have `a_b_`: Says `x|y`.\n'],
  ])('names what callers gain, as %s', async (format, want) => {
    await write(inCatalog(texts(' }\n    a_b_: { type: string, description: Says `x|y`.')));
    const { out } = await diff('package', '--format', format);
    expect(out).toContain(want);
  });

  const twoPlaces = texts(', maximum: 10 }\n  required: [size]\n  x-note: {');

  it.each([
    [
      'pretty',
      '  breaks those who write it as before:\n    - `"size"` must now be at most 10. (/properties/size/maximum)\n    - The payload must now have `"size"`. (/required/0)\n',
    ],
    [
      'markdown',
      '**breaks those who write it as before**:\n\n- `"size"` must now be at most 10. (`/properties/size/maximum`)\n- The payload must now have `"size"`. (`/required/0`)\n',
    ],
  ])('lists the places of a change with what a waiver of each names, as %s', async (format, want) => {
    await write(inCatalog(twoPlaces));
    const { out } = await diff('package', '--format', format);
    expect(out).toContain(want);
  });

  it('says below 1.0.0 which part of the version changes', async () => {
    const early = (text: string): string => text.replace('1.0.0', '0.1.4');
    const earlier = catalogOf({ ...texts(''), 'catalog.yaml': early(settings) });
    await write({ 'package/catalog.json': JSON.stringify(bundleOf(earlier)), 'catalog/catalog.yaml': early(settings) });
    const { code, out } = await diff('package');
    expect([code, out.split('\n').at(-2)]).toEqual([
      1,
      '0.1.4 → 0.1.4: the changes break users of the package: below 1.0.0 that needs a new minor version, 0.2.0 at least. Set version: 0.2.0 in catalog.yaml, or let --write set it.',
    ]);
  });

  it('shows values as code in a pull request', async () => {
    await write(inCatalog(texts(' }\n    a_b_: { type: string')));
    git('init');
    git('add', '.');
    git('commit', '-m', 'One');
    await write(inCatalog(texts(' }\n    a_b_: { type: string, pattern: ^(a|b)*$')));
    const { out } = await diff('HEAD', '--format', 'markdown');
    expect(out).toContain('`"a_b_"` must now match `^(a|b)*$`.');
  });

  it('is printed as annotations of GitHub', async () => {
    const { out } = await diff('package', '--format', 'github');
    expect(out).toMatchInlineSnapshot(`
      "::error file=catalog/catalog.yaml,line=3,col=10,endColumn=15,title=version::1.0.0 → 1.0.0: the changes need a major version, 2.0.0 at least. Set version: 2.0.0 in catalog.yaml, or let --write set it.
      ::error file=catalog/messages/demo-request.yaml,line=6,col=37,endColumn=39,title=runtime-breaking::demo-request breaks those who write it as before: \`"size"\` must now be at most 10.
      "
    `);
  });
});
