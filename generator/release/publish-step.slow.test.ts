import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startRegistry, type TestRegistry } from '../emitted/start-registry.js';
import { packSmall } from '../testing/small-package.js';
import { finish } from './finish.js';

const run = promisify(execFile);

interface Workflow {
  readonly jobs: { readonly publish: { readonly steps: readonly { readonly run?: string }[] } };
}

let work: string;
let script: string;
let github: TestRegistry;
let npm: TestRegistry;

beforeAll(async () => {
  [work, github, npm] = await Promise.all([mkdtemp(join(tmpdir(), 'step-')), startRegistry(), startRegistry()]);
  const file = join(import.meta.dirname, '../../.github/workflows/release.yml');
  const workflow = parse(await readFile(file, 'utf8')) as Workflow;
  [script = ''] = workflow.jobs.publish.steps.flatMap((step) => step.run ?? []);
});
afterAll(() => Promise.all([github[Symbol.asyncDispose](), npm[Symbol.asyncDispose](), rm(work, { recursive: true })]));

/** Leaves a package of one file as the job that tests does. */
async function leave(name: string, text = 'same'): Promise<string> {
  const folder = await mkdtemp(join(work, 'job-'));
  const steps = [github, npm].map(({ url }) => ({
    registry: { url, tokenName: 'GITHUB_TOKEN' as const, token: undefined, hasProvenance: false },
    tag: 'latest',
  }));
  const options = { isDryRun: false, packTo: join(folder, 'packages'), report: () => undefined };
  const publication = await packSmall({ name, version: '1.0.0' }, { 'index.js': `// ${text}\n` }, folder);
  await finish(publication, steps, folder, options);
  return folder;
}

/** Runs the step as GitHub does. */
async function publishStep(cwd: string, tokens: { GITHUB_TOKEN?: string; NPM_TOKEN?: string } = {}): Promise<string> {
  const environment = {
    GITHUB_REGISTRY: new URL(github.url).host,
    NPM_REGISTRY: new URL(npm.url).host,
    NPM_OPTIONS: '',
    GITHUB_TOKEN: tokens.GITHUB_TOKEN ?? github.token,
    NPM_TOKEN: tokens.NPM_TOKEN ?? npm.token,
    RUNNER_TEMP: cwd,
    npm_config_fetch_retries: '0',
  };
  const options = { cwd, env: { ...process.env, ...environment } };
  const { stdout, code } = await run('bash', ['-eo', 'pipefail', '-c', script], options).then(
    (result) => ({ ...result, code: 0 }),
    (error: { stdout: string; code: number }) => error,
  );
  const said = stdout.split('\n').filter((line) => /^(?:::error|Published|There)|already/.test(line));
  return [...said, `exit ${code}`].join('\n').replaceAll(github.url, 'GITHUB').replaceAll(npm.url, 'NPM');
}

describe('The step of the release workflow that publishes', () => {
  it('brings a package to both registries, once', async () => {
    const folder = await leave('@paper-mill/once');
    expect(await publishStep(folder)).toBe(
      'Published @paper-mill/once 1.0.0 to GITHUB as latest.\nPublished @paper-mill/once 1.0.0 to NPM as latest.\nexit 0',
    );
    expect(await publishStep(folder)).toBe(
      '@paper-mill/once 1.0.0 is on GITHUB already.\n@paper-mill/once 1.0.0 is on NPM already.\nexit 0',
    );
    expect(Object.keys((await npm.packument('@paper-mill/once'))?.versions ?? {})).toEqual(['1.0.0']);
    expect(await publishStep(await leave('@paper-mill/once', 'other'))).toMatch(
      /^::error::@paper-mill\/once 1\.0\.0 is not on GITHUB\.[^]*exit 1$/,
    );
  });

  it('leaves npm out where there is no token for it', async () => {
    expect(await publishStep(await leave('@paper-mill/own'), { NPM_TOKEN: '' })).toBe(
      'Published @paper-mill/own 1.0.0 to GITHUB as latest.\nThere is no token for npm: @paper-mill/own is not published there.\nexit 0',
    );
  });

  it('brings to one registry what the other does not take, and the next run finishes the rest', async () => {
    const folder = await leave('@paper-mill/half');
    expect(await publishStep(folder, { GITHUB_TOKEN: 'wrong' })).toBe(
      '::error::@paper-mill/half 1.0.0 is not on GITHUB. Run the failed job again to finish; what is published stays.\nPublished @paper-mill/half 1.0.0 to NPM as latest.\nexit 1',
    );
    expect(await publishStep(folder)).toBe(
      'Published @paper-mill/half 1.0.0 to GITHUB as latest.\n@paper-mill/half 1.0.0 is on NPM already.\nexit 0',
    );
  });

  it('sends no token to a registry that the list of packages names and the workflow does not', async () => {
    const folder = await leave('@paper-mill/elsewhere');
    const plan = join(folder, 'packages/publish.tsv');
    await using other = await startRegistry();
    const headers: (string | undefined)[] = [];
    other.fault = ({ headers: { authorization } }) => {
      headers.push(authorization);
      return 401;
    };
    await writeFile(plan, (await readFile(plan, 'utf8')).replaceAll(github.url, other.url));
    expect(await publishStep(folder)).toContain('::error::@paper-mill/elsewhere 1.0.0 is not on http://localhost:');
    expect(headers).not.toEqual([]);
    expect(headers.filter((header) => header !== undefined)).toEqual([]);
  });
});
