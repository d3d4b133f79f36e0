import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Format } from '../diagnostics/formats.js';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { createProgram } from './program.js';
import { Failure } from './run.js';

const path = 'messages/demo/sync-request.yaml';
const text = `name: sync-request
description: Brings a shop up to date.
payload:
  properties:
    apiKey: { type: string, description: Opens the shop. }
`;

let folder: CatalogFolder;
beforeEach(async () => {
  folder = await writeCatalog({ [path]: text }, 'catalog');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await folder[Symbol.asyncDispose]();
});

const validate = (...flags: string[]): Promise<CapturedOutput> =>
  captureOutput(() => createProgram(folder.root).parseAsync(['node', 'worker-codegen', 'validate', ...flags]));

describe('validate tells its steps', () => {
  const steps = 'Reading the catalog…\nValidating 1 message…\nLooking for what could be better…\n';

  it.each([
    { what: 'to people in CI', ci: 'true', flags: [], want: steps },
    { what: 'of fixing too', ci: 'true', flags: ['--fix'], want: `Fixing what can be fixed…\n${steps}` },
    { what: 'to no program in CI', ci: 'true', flags: ['--format', 'json'], want: '' },
    { what: 'to no pipe', ci: '', flags: [], want: '' },
  ])('$what', async ({ ci, flags, want }) => {
    vi.stubEnv('CI', ci);
    expect((await validate(...flags)).stderr).toBe(want);
  });
});

describe('validate shows what lint finds', () => {
  const told: Readonly<Record<Format, (output: string) => unknown>> = {
    pretty: (output) =>
      [...output.matchAll(/^(\S+): warning: .* \((\S+)\)$/gm)].map(([, place, rule]) => [place, rule]),
    json: (output) =>
      (JSON.parse(output) as { file: string; line: number; column: number; severity: string; rule: string }[])
        .filter(({ severity }) => severity === 'warning')
        .map(({ file, line, column, rule }) => [`${file}:${line}:${column}`, rule]),
    github: (output) =>
      [...output.matchAll(/^::warning file=(.*),line=(\d+),col=(\d+).*,title=(.*?)::/gm)].map(
        ([, file, line, column, rule]) => [`${file}:${line}:${column}`, rule],
      ),
    sarif: (output) =>
      (
        JSON.parse(output) as {
          runs: {
            results: {
              level: string;
              ruleId: string;
              locations: {
                physicalLocation: {
                  artifactLocation: { uri: string };
                  region: { startLine: number; startColumn: number };
                };
              }[];
            }[];
          }[];
        }
      ).runs
        .flatMap(({ results }) => results)
        .filter(({ level }) => level === 'warning')
        .map(({ ruleId, locations }) => {
          const { artifactLocation, region } = locations[0]?.physicalLocation ?? {};
          return [`${artifactLocation?.uri}:${region?.startLine}:${region?.startColumn}`, ruleId];
        }),
  };

  it.each(Object.entries(told))('as %s', async (format, read) => {
    const { stdout, error } = await validate('--format', format);
    expect(error).toBeUndefined();
    expect(read(stdout)).toEqual([
      [`catalog/${path}:1:7`, 'example-per-request'],
      [`catalog/${path}:5:5`, 'secret-marked'],
    ]);
  });
});

describe('validate --max-warnings', () => {
  it.each([
    { most: '0', fails: true },
    { most: '1', fails: true },
    { most: '2', fails: false },
  ])('$most', async ({ most, fails }) => {
    const { stdout, error } = await validate('--max-warnings', most);
    expect(error instanceof Failure).toBe(fails);
    expect(stdout).toContain('The catalog is valid: 1 message, 0 shared types, 2 warnings.\n');
    expect(stdout.includes(`more than --max-warnings ${most} allows`)).toBe(fails);
  });

  it('tells why it fails beside a form for programs', async () => {
    const { stdout, stderr, error } = await validate('--max-warnings', '0', '--format', 'json');
    expect(error).toBeInstanceOf(Failure);
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(stderr).toBe('2 warnings: more than --max-warnings 0 allows.\n');
  });

  it.each(['-1', '1.5', 'none', ''])('refuses %j', async (most) => {
    const { error } = await validate(`--max-warnings=${most}`);
    expect(error).toMatchObject({ code: 'commander.invalidArgument' });
  });
});

describe('validate for GitHub', () => {
  it.each([
    {
      what: "from the repository's root",
      root: () => dirname(folder.root),
      want: () => `${basename(folder.root)}/catalog/${path}`,
    },
    {
      what: 'from the current folder, where the repository is elsewhere',
      root: () => '/elsewhere',
      want: () => `catalog/${path}`,
    },
    { what: 'from the current folder, where there is no repository', root: () => '', want: () => `catalog/${path}` },
  ])('gives paths $what', async ({ root, want }) => {
    vi.stubEnv('GITHUB_WORKSPACE', root());
    const { stdout } = await validate('--format', 'github');
    expect(stdout).toContain(`::warning file=${want()},line=`);
    expect((await validate('--format', 'sarif')).stdout).toContain(`"uri": "${want()}"`);
  });
});

describe('validate --fix', () => {
  it('fixes, and tells what is left', async () => {
    const { stdout, error } = await validate('--fix');
    expect(error).toBeUndefined();
    expect(stdout).toMatch(/^Fixed 1 finding in catalog\/messages\/demo\/sync-request\.yaml\.\n/);
    expect(stdout).toContain(`\n  catalog/${path}#/payload/properties/apiKey: added x-secret: true\n`);
    expect(stdout).toContain('(example-per-request)');
    expect(stdout).not.toContain('(secret-marked)');
    expect(await folder.read(path)).toBe(text.replace('shop. }', 'shop., x-secret: true }'));
  });

  it('tells how many findings it leaves alone', async () => {
    await writeFile(join(folder.path, path), `${text}    token:\n      ?\n        type\n      : string\n`);
    const { stdout } = await validate('--fix');
    expect(stdout).toMatch(/^Fixed 1 finding in \S+\n {2}.*\nLeft 1 finding alone, /);
    expect(stdout).toContain('(secret-marked)');
  });

  it('counts the files where there are many', async () => {
    for (let number = 1; number <= 10; number += 1) {
      const name = `sync${number}-request`;
      await writeFile(join(folder.path, `messages/demo/${name}.yaml`), text.replace('sync-request', name));
    }
    const { stdout } = await validate('--fix');
    expect(stdout).toMatch(/^Fixed 11 findings in 11 files\.\n/);
  });

  it('says that nothing was fixed where the settings have an error', async () => {
    await writeFile(join(folder.path, 'catalog.yaml'), 'title: Demo\n');
    const { stdout, error } = await validate('--fix');
    expect(error).toBeInstanceOf(Failure);
    expect(stdout).toMatch(/^The catalog has 1 problem\. Nothing was fixed\.$/m);
    expect(await folder.read(path)).toBe(text);
  });

  it('keeps quiet in forms for programs', async () => {
    const { stdout } = await validate('--fix', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ rule: 'example-per-request' })]);
  });

  it('tells the errors of a catalog that has some, and fixes the other files', async () => {
    await writeFile(join(folder.path, 'messages/demo/bad.yaml'), 'name: bad\n');
    const { stdout, error } = await validate('--fix');
    expect(error).toBeInstanceOf(Failure);
    expect(stdout).toContain('catalog/messages/demo/bad.yaml:1:1: error:');
    expect(stdout).toMatch(/^The catalog has 2 problems\.$/m);
    expect(await folder.read(path)).toContain('x-secret: true');
  });
});
