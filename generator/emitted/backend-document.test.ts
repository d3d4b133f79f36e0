import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  hasRedis,
  needsRedis,
  startRedis,
  type TestRedis,
} from '../../templates/typescript/src/bullmq/_testing/redis.js';
import { createScratchProject, strictest, type ScratchProject } from './scratch.js';
import { startProcess } from './start-process.js';

let project: ScratchProject;
let withBullMq: ScratchProject;
/** The blocks of the page, by their first lines. */
let blocks: ReadonlyMap<string, string>;
beforeAll(async () => {
  [project, withBullMq] = await Promise.all([
    createScratchProject(inject('tarball'), 'module'),
    createScratchProject(inject('tarball'), 'module', ['bullmq', 'ioredis']),
  ]);
  const page = await readFile(join(inject('packageFolder'), 'docs/backend.md'), 'utf8');
  const codes = [...page.matchAll(/^```\w+\n(.*)\n([^]*?)^```$/gm)];
  blocks = new Map(codes.map(([, first = '', rest = '']) => [first, `${first}\n${rest}`]));
});
afterAll(() => Promise.all([project, withBullMq].map((each) => each[Symbol.asyncDispose]())));

const block = (start: string): string =>
  [...blocks].find(([first]) => first.startsWith(start))?.[1] ?? `There is no block that begins with ${start}.`;

/** A program of the scratch project that says where it listens. */
async function running(folder: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { line, end } = await startProcess(folder, args, environment);
  return { url: /http:\/\/\S+/.exec(line)?.[0] ?? line, end };
}

const command = 'node_modules/@mesh-sync/worker-backend-client/dist/esm/backend/worker-backend.js';

/** Enqueues, reads, begins to wait, and ends what listens. Resolves with statuses, and how it ended. */
async function use({ url, end }: Awaited<ReturnType<typeof running>>, key?: string): Promise<unknown[]> {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  const enqueued = await fetch(`${url}/api/jobs/file-download-request`, { method: 'POST', headers, body: '{}' });
  const { jobId } = (await enqueued.json()) as { jobId: string };
  const read = await fetch(`${url}/api/jobs/${jobId}`, { headers });
  await read.arrayBuffer();
  const conditions = { 'if-none-match': read.headers.get('etag') ?? '', prefer: 'wait=60' };
  const other = await fetch(`${url}/api/jobs/unknown-request`, { method: 'POST', headers, body: '{}' });
  const held = fetch(`${url}/api/jobs/${jobId}`, { headers: { ...headers, ...conditions } });
  // An answer that came meanwhile shows that the one before it is being held.
  await (await fetch(`${url}/api/capabilities`, { headers })).arrayBuffer();
  const ended = await end();
  return [enqueued.status, read.status, other.status, (await held).status, ended];
}

describe('The command worker-backend', () => {
  it('keeps jobs in memory, and ends on SIGTERM with what is under way answered', async () => {
    expect(await use(await running(project.folder, [command, '--port', '0']))).toEqual([201, 200, 404, 304, [0, null]]);
  });

  it('lets nobody in without the key', async () => {
    const args = [command, '--port', '0', '--api-key-env', 'KEY'];
    const backend = await running(project.folder, args, { KEY: 'right' });
    expect((await fetch(`${backend.url}/api/capabilities`)).status).toBe(401);
    expect(await use(backend, 'right')).toEqual([201, 200, 404, 304, [0, null]]);
  });

  it('says what Redis needs where that is not installed', async () => {
    const failing = project.node(command, {}, ['--redis', 'redis://127.0.0.1:1']);
    await expect(failing).rejects.toMatchObject({
      code: 1,
      stderr: 'worker-backend: --redis needs the package bullmq: npm install bullmq@6\n',
    });
  });

  it('refuses a wrong option', async () => {
    await expect(project.node(command, {}, ['--prot', '1'])).rejects.toMatchObject({ code: 2 });
  });

  it('says that Redis cannot be reached', async () => {
    const failing = withBullMq.node(command, {}, ['--redis', 'redis://:hidden@127.0.0.1:1']);
    await expect(failing).rejects.toMatchObject({
      code: 1,
      stderr: 'worker-backend: Redis cannot be reached: connect ECONNREFUSED 127.0.0.1:1\n',
    });
  });
});

describe.skipIf(!hasRedis)(`On Redis${needsRedis}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis[Symbol.asyncDispose]());

  it('the command serves one job for 50 requests at once under one key, through two processes', async () => {
    const args = [command, '--port', '0', '--redis', redis.url];
    const backends = await Promise.all([1, 2].map(() => running(withBullMq.folder, args)));
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const url = `${backends[index % 2]?.url ?? ''}/api/jobs/file-download-request`;
        const answer = await fetch(url, { method: 'POST', headers, body: '{"modelId":"m"}' });
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^201 /);
    for (const backend of backends) expect(await use(backend)).toEqual([201, 200, 404, 304, [0, null]]);
  });

  it('the code of the page compiles, serves, and ends on SIGTERM', async () => {
    await withBullMq.write('backend.ts', block('import { createBackend }'));
    expect(await withBullMq.typeCheck({ ...strictest, noEmit: false, outDir: 'built' })).toBe('');
    const environment = { REDIS_URL: redis.url, PORT: '0', WORKER_BACKEND_API_KEY: 'right' };
    const backend = await running(withBullMq.folder, ['built/backend.js'], environment);
    expect(await use(backend, 'right')).toEqual([201, 200, 404, 304, [0, null]]);
  });
});

/** Modules of this repository, for a project elsewhere. */
const require = createRequire(import.meta.url);
const expressUrl = pathToFileURL(require.resolve('express')).href;
const fastifyUrl = pathToFileURL(require.resolve('fastify')).href;
const honoUrl = pathToFileURL(require.resolve('hono')).href;

const server = `
import { WorkerClient } from '@mesh-sync/worker-backend-client';
import { createBackend, MemoryStore } from '@mesh-sync/worker-backend-client/backend';
const store = new MemoryStore();
const backend = createBackend({ store });
store.work('file-download-request', async () => ({ returnvalue: { status: 'SUCCESS' } }));
async function use(baseUrl, fetch) {
  const client = new WorkerClient({ baseUrl, fetch });
  const refused = await client.fileDownloadRequest({ modelId: 5 }).catch(({ status }) => status);
  const { state } = await client.waitFor(await client.fileDownloadRequest({ modelId: 'm'.repeat(100_000) }));
  const { jobId } = await client.fileDownloadRequest({}, { delay: 60_000 });
  console.log(JSON.stringify([refused, state, await client.cancelJob(jobId)]));
}
`;

const express = (parser: string): string => `
import express from '${expressUrl}';
const app = express();
${parser}
RECIPE
const listening = app.listen(0, '127.0.0.1', async () => {
  await use('http://127.0.0.1:' + listening.address().port);
  listening.close();
  listening.closeAllConnections();
});`;

const fastify = `
import fastify from '${fastifyUrl}';
const app = fastify();
app.post('/own', async (request) => request.body);
RECIPE
await app.listen({ port: 0, host: '127.0.0.1' });
await use('http://127.0.0.1:' + app.server.address().port);
app.server.closeAllConnections();
await app.close();`;

const hono = `
import { Hono } from '${honoUrl}';
const app = new Hono();
RECIPE
await use('http://localhost', (url, init) => app.request(url, init));`;

describe('The recipes of the page', () => {
  it.each([
    { title: 'Express', recipe: '// Express', program: express('') },
    {
      title: 'Express, whose parser has read the body',
      recipe: '// Express',
      program: express("app.use(express.json({ limit: '1mb' }));"),
    },
    { title: 'Fastify', recipe: '// Fastify', program: fastify },
    { title: 'Hono', recipe: '// Hono', program: hono },
  ])('serve: $title', async ({ recipe, program }) => {
    const code = block(recipe);
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(6);
    await project.write('main.js', server + program.replace('RECIPE', () => code));
    expect(JSON.parse(await project.node('main.js'))).toEqual([400, 'completed', 'removed']);
  });
});
