import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startRegistry, type TestRegistry } from '../emitted/start-registry.js';
import { packSmall } from '../testing/small-package.js';
import { finish } from './finish.js';
import { askRegistries, planSteps } from './plan.js';
import type { Publication } from './publish.js';
import type { Registry } from './registry.js';

let work: string;
let first: TestRegistry;
let second: TestRegistry;
let count = 0;

beforeAll(async () => {
  // Milliseconds that npm waits before it asks again.
  vi.stubEnv('npm_config_fetch_retry_mintimeout', '1');
  vi.stubEnv('npm_config_fetch_retry_maxtimeout', '1');
  [work, first, second] = await Promise.all([mkdtemp(join(tmpdir(), 'publishing-')), startRegistry(), startRegistry()]);
});
beforeEach(() => {
  first.fault = undefined;
  second.fault = undefined;
  count += 1;
});
afterAll(() => vi.unstubAllEnvs());
afterAll(() =>
  Promise.all([first[Symbol.asyncDispose](), second[Symbol.asyncDispose](), rm(work, { recursive: true })]),
);

/** A package of one file; each test has its own. */
const packed = (version: string, text = 'same'): Promise<Publication> => {
  const name = `@paper-mill/client-${count}`;
  const publishConfig = { registry: 'http://localhost:1' };
  return packSmall({ name, version, publishConfig }, { 'index.js': `// ${text}\n` }, work);
};

function at(registry: TestRegistry, token: string | undefined = registry.token): Registry {
  return {
    url: registry.url,
    tokenName: registry === first ? 'GITHUB_TOKEN' : 'NPM_TOKEN',
    token,
    hasProvenance: false,
  };
}

/** Publishes as a release does, or says what it would publish, and gives what it reports, or how it fails. */
async function publishing(
  publication: Publication,
  registries: [Registry, ...Registry[]] = [at(first)],
  isDryRun = false,
): Promise<string> {
  const folder = await mkdtemp(join(work, 'npm-'));
  const lines: string[] = [];
  const report = (line: string): void => void lines.push(line);
  try {
    const states = await askRegistries(registries, publication.name, folder);
    lines.push(...states.flatMap(({ problem }) => (problem === undefined ? [] : [problem])));
    await finish(publication, await planSteps(publication, states, folder), folder, { isDryRun, report });
  } catch (error) {
    lines.push(String(error));
  }
  return lines
    .join('\n')
    .replaceAll(first.url, 'FIRST')
    .replaceAll(second.url, 'SECOND')
    .replaceAll(publication.name, 'NAME');
}

/** Answers 404 to whoever has no token of this registry, as those do that do not say what they have. */
function hide(registry: TestRegistry): TestRegistry['fault'] {
  return ({ headers, url }) => {
    if (headers.authorization === `Bearer ${registry.token}`) return undefined;
    return url === '/-/whoami' ? 401 : 404;
  };
}

describe('Publishing to a registry', () => {
  it('brings it a version once, and finds it there the next time', async () => {
    const publication = await packed('1.0.0');
    expect(await publishing(publication, [at(first)], true)).toBe('Dry run: NAME 1.0.0 would go to FIRST.');
    expect(await first.packument(publication.name)).toBeUndefined();
    expect(await publishing(publication)).toBe('Published NAME 1.0.0 to FIRST.');
    expect(await publishing(publication)).toBe('NAME 1.0.0 is on FIRST already, with the same content.');
    const { versions } = (await first.packument(publication.name)) ?? {};
    expect(versions?.['1.0.0']?.dist.integrity).toBe(publication.packed.integrity);
  });

  it('refuses a version that is there with other content', async () => {
    await first.add(await packed('1.0.0'), 'latest');
    expect(await publishing(await packed('1.0.0', 'other'))).toBe(
      'ReleaseError: NAME 1.0.0 is on FIRST already, with other content. A version can never be replaced: raise the version.',
    );
  });

  it('leaves latest where it is when an older line gets a version', async () => {
    await first.add(await packed('4.0.24'), 'latest');
    await first.add(await packed('4.2.0'), 'latest');
    const publication = await packed('4.0.25');
    expect(await publishing(publication)).toBe('Published NAME 4.0.25 to FIRST, under the tag latest-4.0.');
    expect((await first.packument(publication.name))?.['dist-tags']).toEqual({
      latest: '4.2.0',
      'latest-4.0': '4.0.25',
    });
  });

  it('takes a version that another run has brought meanwhile for success, where its content is the same', async () => {
    const publication = await packed('1.0.0');
    await first.add(publication, 'latest');
    let isHidden = true;
    first.fault = ({ method }) => {
      if (method === 'PUT') isHidden = false;
      return isHidden ? 404 : undefined;
    };
    expect(await publishing(publication)).toBe('Published NAME 1.0.0 to FIRST.');
    isHidden = true;
    const other = await packed('1.0.0', 'other');
    expect(await publishing(other)).toContain('is on FIRST already, with other content');
  });

  it('says that a token is wrong', async () => {
    await first.add(await packed('1.0.0'), 'latest');
    expect(await publishing(await packed('1.0.1'), [at(first, 'wrong')])).toBe(
      'ReleaseError: NAME 1.0.1 is not everywhere.\nFIRST refuses access to NAME (401): renew GITHUB_TOKEN, or give it the right to publish it.',
    );
  });

  it('tells a wrong token from a package that is not there, where both are answered with 404', async () => {
    first.fault = hide(first);
    expect(await publishing(await packed('1.0.0'), [at(first, 'wrong')])).toContain(
      'FIRST answers 404. It does not know the token in GITHUB_TOKEN, although it says that NAME is not there: renew the token.',
    );
    expect(await publishing(await packed('1.0.0'))).toBe('Published NAME 1.0.0 to FIRST.');
  });

  it('says that a token may not publish, where that is answered with 404', async () => {
    first.fault = ({ method }) => (method === 'PUT' ? 404 : undefined);
    expect(await publishing(await packed('1.0.0'))).toBe(
      'ReleaseError: NAME 1.0.0 is not everywhere.\nFIRST answers 404. It knows the token in GITHUB_TOKEN, which may not publish NAME: give it the right to.',
    );
  });

  it('brings to one registry what another does not take, and the next run finishes the rest', async () => {
    const publication = await packed('1.0.0');
    second.fault = ({ method }) => (method === 'PUT' ? 503 : undefined);
    expect(await publishing(publication, [at(first), at(second)])).toMatch(
      /^Published NAME 1\.0\.0 to FIRST\.\nReleaseError: NAME 1\.0\.0 is not everywhere\. The others have it; run again to finish\.\nSECOND failed \(E503\):\n(?: {2}.+\n?){1,4}$/,
    );
    second.fault = () => 'hang up';
    expect(await publishing(publication, [at(first), at(second)])).toMatch(
      /NAME 1\.0\.0 is on FIRST already[^]*SECOND failed \(E/,
    );
    second.fault = undefined;
    expect(await publishing(publication, [at(first), at(second)])).toBe(
      'NAME 1.0.0 is on FIRST already, with the same content.\nPublished NAME 1.0.0 to SECOND.',
    );
  });

  it('leaves the tarball and what is left to do for another job', async () => {
    const publication = await packed('1.0.0');
    await first.add(publication, 'latest');
    const folder = await mkdtemp(join(work, 'npm-'));
    const states = await askRegistries([at(first, undefined), at(second, undefined)], publication.name, folder);
    const packTo = join(work, 'left');
    const steps = await planSteps(publication, states, folder);
    await finish(publication, steps, folder, { isDryRun: false, packTo, report: () => undefined });
    const [tarball = '', ...others] = (await readdir(packTo)).filter((file) => file !== 'publish.tsv');
    expect(others).toEqual([]);
    expect(await readFile(join(packTo, tarball))).toEqual(await readFile(publication.packed.tarball));
    const row = [tarball, publication.name, '1.0.0', publication.packed.integrity, second.url, 'latest'];
    expect(await readFile(join(packTo, 'publish.tsv'), 'utf8')).toBe(`${row.join('\t')}\n`);
  });
});
