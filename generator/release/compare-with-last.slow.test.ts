import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf } from '../catalog/bundle.js';
import { startRegistry, type TestRegistry } from '../emitted/start-registry.js';
import { catalogOf } from '../testing/catalog-texts.js';
import { packSmall } from '../testing/small-package.js';
import { compareWithLast } from './compare-with-last.js';
import type { Registry } from './registry.js';

const run = promisify(execFile);
const name = '@paper-mill/client';
const message = (title: string): string => `name: ${title}\ndescription: Works.\npayload: { type: object }\n`;

let work: string;
let server: TestRegistry;
let registry: Registry;

beforeAll(async () => {
  [work, server] = await Promise.all([mkdtemp(join(tmpdir(), 'comparing-')), startRegistry()]);
  registry = { url: server.url, tokenName: 'GITHUB_TOKEN', token: server.token, hasProvenance: false };
  await bring('4.0.24', ['cut-request', 'press-request']);
  await bring('4.2.0', ['cut-request']);
  await bring('5.0.0', undefined);
});
afterAll(() => Promise.all([server[Symbol.asyncDispose](), rm(work, { recursive: true })]));

/** Publishes a version with these messages in its catalog, or with none of its own. */
async function bring(version: string, messages: readonly string[] | undefined): Promise<void> {
  const catalogFiles = (titles: readonly string[]) => ({
    'catalog.yaml': `title: Mill\nversion: ${version}\n`,
    ...Object.fromEntries(titles.map((each) => [`messages/${each}.yaml`, message(each)])),
  });
  const carried =
    messages === undefined ? {} : { 'catalog.json': JSON.stringify(bundleOf(catalogOf(catalogFiles(messages)))) };
  await server.add(await packSmall({ name, version }, carried, work), `v-${version}`);
}

/** A repository whose catalog has one message. */
async function repository(version: string): Promise<string> {
  const folder = await mkdtemp(join(work, 'repository-'));
  await mkdir(join(folder, 'catalog/messages'), { recursive: true });
  await writeFile(join(folder, 'catalog/catalog.yaml'), `title: Mill\nversion: ${version}\n`);
  await writeFile(join(folder, 'catalog/messages/cut-request.yaml'), message('cut-request'));
  return folder;
}

/** What is reported, or how it fails. */
async function comparing(version: string, versions: readonly string[], given?: string): Promise<string> {
  const folder = given ?? (await repository(version));
  const lines: string[] = [];
  const report = (line: string): void => void lines.push(line);
  const options = { name, version, tagPrefix: 'v', folder, work: await mkdtemp(join(work, 'npm-')), report };
  await compareWithLast({ registry, versions }, options).catch((error: unknown) => lines.push(String(error)));
  return lines.join('\n');
}

const all = ['4.0.24', '4.2.0', '5.0.0'];

describe('A release is compared with the version before', () => {
  it('and refused where its version is too low for what it breaks', async () => {
    const lines = await comparing('4.0.25', all);
    expect(lines).toContain('press-request');
    expect(lines).toMatch(/5\.0\.0[^]*\nReleaseError: @paper-mill\/client 4\.0\.25 may not go out as it is/);
  });

  it('and goes on where it is high enough', async () => {
    expect(await comparing('4.2.1', all)).not.toContain('Error');
    expect(await comparing('5.0.0', ['4.0.24'])).toMatch(/press-request[^]*5\.0\.0/);
  });

  it('and goes on where that carries no catalog, and says so', async () => {
    expect(await comparing('5.1.0', all)).toMatch(
      /^warning: 5\.1\.0 is not compared with 5\.0\.0: \S+ holds no catalog\.json/,
    );
  });

  it('which is a tag where none is published', async () => {
    expect(await comparing('1.0.0', all)).toBe('There is no version before 1.0.0 to compare with.');
    const folder = await repository('1.0.0');
    const git = (...words: string[]) =>
      run('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...words], { cwd: folder });
    await git('init', '--quiet');
    await writeFile(join(folder, 'catalog/messages/press-request.yaml'), message('press-request'));
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'One');
    await git('tag', 'v1.0.0');
    await rm(join(folder, 'catalog/messages/press-request.yaml'));
    await writeFile(join(folder, 'catalog/catalog.yaml'), 'title: Mill\nversion: 1.0.1\n');
    expect(await comparing('1.0.1', [], folder)).toContain('ReleaseError: @paper-mill/client 1.0.1 may not go out');
  });
});
