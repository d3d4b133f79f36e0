import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Reporter } from '../diagnostics/reporter.js';
import { locatorOf } from '../load/locate.js';
import { lintFindings } from '../lint/lint.js';
import { load } from '../load/load.js';
import { captureOutput, type CapturedOutput } from '../testing/captured-output.js';
import { type CatalogFolder, writeCatalog } from '../testing/diagnose.js';
import { UsageError } from '../usage-error.js';
import type { Catalog } from '../catalog/catalog.js';
import { validate } from '../validate/validate.js';
import { createProgram } from './program.js';

const existing = `name: file-download-request
description: Fetches a file for the worker that renders it.
examples: [{ title: One, payload: {} }]
payload: { type: object }
`;

let folder: CatalogFolder;
beforeEach(async () => {
  folder = await writeCatalog({ 'messages/file/file-download-request.yaml': existing }, 'catalog');
});
afterEach(() => folder[Symbol.asyncDispose]());

const create = (...words: string[]): Promise<CapturedOutput> =>
  captureOutput(() => createProgram(folder.root).parseAsync(['node', 'worker-codegen', 'new', ...words]));

const files = async (): Promise<string[]> =>
  (await readdir(join(folder.path, 'messages'), { recursive: true })).filter((path) => path.includes('.')).sort();

/** Checks the catalog; throws where it has an error. Returns it with what lint finds. */
async function check(): Promise<{ catalog: Catalog; findings: number }> {
  const reporter = new Reporter(locatorOf);
  const catalog = validate(await load(folder.path, reporter), reporter);
  return { catalog, findings: lintFindings(catalog).length };
}

describe('new', () => {
  it.each([
    ['a request', 'file-zip-request', 'file'],
    ['an event', 'file-moved-event', 'file'],
    ['a completed message', 'file-moved-completed', 'file'],
    ['a name of one word', 'ping', 'ping'],
    ['a name of digits behind a letter', 'x9-9-9', 'x9'],
  ])('writes %s that validates and leaves lint nothing to say', async (_, name, domain) => {
    const { stdout, error } = await create(name);
    expect(error).toBeUndefined();
    expect(stdout).toMatch(`Created catalog/messages/${domain}/${name}.yaml\n`);
    const { catalog, findings } = await check();
    expect(findings).toBe(0);
    expect(catalog.messages.find((message) => message.name === name)).toMatchObject({ domain, examples: [{}] });
  });

  it('writes the outcome beside the request, and links it', async () => {
    const { stdout } = await create('file-zip-request', '--with-outcome');
    expect(stdout.match(/Created .*/g)).toEqual([
      'Created catalog/messages/file/file-zip-request.yaml',
      'Created catalog/messages/file/file-zip-completed.yaml',
    ]);
    const { catalog, findings } = await check();
    expect(findings).toBe(0);
    const [completed, request] = catalog.messages.filter(({ name }) => name.startsWith('file-zip'));
    expect(request).toMatchObject({ name: 'file-zip-request', outcome: 'file-zip-completed' });
    expect(completed).toMatchObject({ name: 'file-zip-completed' });
  });

  it('leaves lint nothing to say about several of a kind', async () => {
    for (const name of ['file-zip', 'file-cut-request', 'file-glue-request']) await create(name, '--with-outcome');
    expect(await check()).toMatchObject({ catalog: { messages: { length: 7 } }, findings: 0 });
  });

  it('writes beside a message that lies in no folder', async () => {
    await writeFile(join(folder.path, 'messages/ping.yaml'), existing.replace('file-download-request', 'ping'));
    expect((await create('ping-request')).stdout).toContain('Created catalog/messages/ping-request.yaml\n');
    expect((await check()).findings).toBe(0);
  });

  it('writes into the folder that --domain says', async () => {
    await create('file-zip-request', '--domain', 'shelf/sync');
    expect(await files()).toEqual(['file/file-download-request.yaml', 'shelf/sync/file-zip-request.yaml']);
  });

  it('works beside files with errors', async () => {
    await writeFile(join(folder.path, 'messages/file/bad.yaml'), 'name: [\n');
    const { error } = await create('file-zip-request');
    expect(error).toBeUndefined();
    expect(await files()).toContain('file/file-zip-request.yaml');
  });
});

describe('new refuses', () => {
  it.each([
    ['a name that exists', ['file-download-request'], /already: messages\/file\/file-download-request\.yaml/],
    ['an outcome that exists', ['file-download', '--with-outcome'], /file-download-completed already/],
    ['an outcome of itself', ['file-zip-completed', '--with-outcome'], /name the request, such as file-zip-request/],
    ['capitals', ['FileZip'], /no name for a message: .*, such as file-zip\.$/],
    [
      'a digit first',
      ['1st-file'],
      /no name for a message: begin with a lower-case letter .*, such as file-download-request\.$/,
    ],
    ['a path', ['../file-zip'], /no name for a message/],
    ['two hyphens', ['file--zip'], /no name for a message/],
    ['an empty name', [''], /no name for a message/],
    ['a long name', ['a'.repeat(101)], /no name for a message/],
    ['a domain outside', ['file-zip', '--domain', '../x'], /no folder for messages/],
    ['an absolute domain', ['file-zip', '--domain', '/tmp'], /no folder for messages/],
    ['a member of the client', ['to-string'], /member toString/],
    ['a type that the catalog has', ['file-cut'], /yields the type FileCutMessage already/],
  ])('%s', async (_, words, want) => {
    await writeFile(
      join(folder.path, 'messages/file/file-download-completed.yaml'),
      existing.replace('-request', '-completed'),
    );
    await mkdir(join(folder.path, 'types'));
    await writeFile(join(folder.path, 'types/file-cut-message.yaml'), 'type: string\n');
    const before = await files();
    const { stdout, error } = await create(...words);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(want);
    expect(stdout).toBe('');
    expect(await files()).toEqual(before);
  });

  it('a folder that a link leads out to, and makes nothing there', async () => {
    const outside = join(folder.root, 'outside');
    await mkdir(outside);
    await symlink(outside, join(folder.path, 'messages/shelf'));
    for (const domain of ['shelf', 'shelf/deep']) {
      const { error } = await create('file-zip-request', '--domain', domain);
      expect(error).toBeInstanceOf(UsageError);
    }
    expect(await readdir(outside)).toEqual([]);
  });
});

describe('The first line of a new message', () => {
  const firstLine = async (): Promise<string | undefined> => {
    await create('file-zip-request', '--domain', 'shelf/sync');
    return (await folder.read('messages/shelf/sync/file-zip-request.yaml')).split('\n')[0];
  };
  const modeline = (schema: string): string => `# yaml-language-server: $schema=${schema}`;
  const write = (schema: string): Promise<void> =>
    writeFile(join(folder.path, 'messages/file/file-download-request.yaml'), `${modeline(schema)}\n${existing}`);

  it('names the schema that other messages name, from its own place', async () => {
    await mkdir(join(folder.root, 'schemas'));
    await writeFile(join(folder.root, 'schemas/message.json'), '{}');
    await write('../../../schemas/message.json');
    expect(await firstLine()).toBe(modeline('../../../../schemas/message.json'));
  });

  it('names the address that other messages name', async () => {
    await write('https://example.com/message.schema.json');
    expect(await firstLine()).toBe(modeline('https://example.com/message.schema.json'));
  });

  it('is no comment where no schema can be reached', async () => {
    await write('../../gone.json');
    expect(await firstLine()).toBe('name: file-zip-request');
  });

  it("names this program's schema where it lies in the project", async () => {
    const project = join(import.meta.dirname, '../..');
    const source = await load(folder.path, new Reporter(locatorOf));
    const { scaffold } = await import('../scaffold/scaffold.js');
    const inProject = { ...source, folder: join(project, 'somewhere/catalog') };
    const [file] = scaffold(inProject, { name: 'file-zip-request', withOutcome: false, project });
    expect(file?.text.split('\n')[0]).toBe(modeline('../../../../generator/schemas/message.schema.json'));
  });
});

it('new says what a folder without a catalog lacks', async () => {
  await rm(join(folder.path, 'catalog.yaml'));
  const { error } = await create('file-zip-request');
  expect(error).toBeInstanceOf(UsageError);
});
