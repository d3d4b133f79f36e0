import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { BackendCatalog, BackendOptions } from './backend-options.js';
import { createManualClock } from './manual-clock.js';
import { MemoryQueue } from './memory-queue.js';
import { rawEnqueue, rawRequest, type RawRequest } from './_raw-request.js';
import { startBackend, type AnyBackend } from './start-backend.js';

let backend: AnyBackend | undefined;
const start = async (options?: BackendOptions, catalog?: BackendCatalog) => {
  backend = await startBackend(options, catalog);
  return backend;
};
afterEach(() => backend?.close());

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };

describe('The HTTP interface', () => {
  it('enqueues a job and tells how it is doing', async () => {
    const { url } = await start({ clock: createManualClock(1234) });
    const enqueued = await rawEnqueue(url, 'demo', { a: 1 });
    expect(enqueued.status).toBe(201);
    expect(JSON.parse(enqueued.text)).toEqual({
      success: true,
      jobId: '1',
      messageName: 'demo',
      queue: 'demo-queue',
    });
    const read = await rawRequest(`${url}/api/jobs/1?verbose=1`);
    expect([read.status, read.headers['content-type']]).toEqual([200, 'application/json']);
    expect(JSON.parse(read.text)).toEqual({
      jobId: '1',
      name: 'demo',
      queue: 'demo-queue',
      state: 'waiting',
      data: { a: 1 },
      returnvalue: null,
      progress: 0,
      timestamp: 1234,
    });
  });

  it('takes message types and job ids that need percent encoding', async () => {
    const { url } = await start({ jobOptions: () => ({ jobId: 'a/b ü' }) });
    const enqueued = await rawEnqueue(url, 'x%20y', {});
    expect(JSON.parse(enqueued.text)).toMatchObject({ jobId: 'a/b ü', messageName: 'x y' });
    expect((await rawRequest(`${url}/api/jobs/${encodeURIComponent('a/b ü')}`)).status).toBe(200);
  });

  const refusals: readonly (readonly [
    what: string,
    path: string,
    request: RawRequest,
    status: number,
    error: string,
  ])[] = [
    ['an unknown route', '/', {}, 404, 'There is no route /.'],
    ['a route below a job', '/api/jobs/1/logs', {}, 404, 'There is no route /api/jobs/1/logs.'],
    ['no message type', '/api/jobs/', post, 404, 'There is no route /api/jobs/.'],
    ['an unknown job', '/api/jobs/9', {}, 404, 'There is no job "9", or it has been removed.'],
    ['another method', '/api/jobs/9', { method: 'DELETE' }, 405, 'DELETE is not allowed here.'],
    ['a malformed path', '/api/jobs/%E0%A4', {}, 400, 'The path holds a malformed percent encoding.'],
    ['no JSON', '/api/jobs/demo', { ...post, body: '{"a":' }, 400, 'The body is no JSON.'],
    ['no UTF-8', '/api/jobs/demo', { ...post, body: Uint8Array.of(0x22, 0xff, 0x22) }, 400, 'The body is no UTF-8.'],
    ['no body', '/api/jobs/demo', { method: 'POST' }, 400, 'The body is empty: it must be the payload, as JSON.'],
    ['too large a body', '/api/jobs/demo', { ...post, body: `"${'x'.repeat(99)}"` }, 413, 'The body is too large.'],
    [
      'another content type',
      '/api/jobs/demo',
      { ...post, headers: { 'content-type': 'text/plain' } },
      415,
      'The content type must be application/json.',
    ],
    [
      'an empty idempotency key',
      '/api/jobs/demo',
      { ...post, headers: { 'idempotency-key': '' } },
      400,
      'The header Idempotency-Key is empty.',
    ],
    ['an unknown message type', '/api/jobs/demos', post, 400, 'There is no message type "demos".'],
    ['a payload that does not fit', '/api/jobs/strict', post, 400, 'The payload does not fit strict.'],
  ];
  it.each(refusals)('refuses %s', async (_, path, request, status, error) => {
    const { url, stored } = await start(
      { maxBodyBytes: 100 },
      {
        messageTypes: { DEMO: 'demo', STRICT: 'strict' },
        validate: (type) => (type === 'strict' ? [{ pointer: '/a', message: 'It is missing.' }] : []),
      },
    );
    const answer = await rawRequest(url + path, request);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ error });
    expect(answer.headers['x-request-id']).toBe('request-1');
    expect(stored).toEqual([]);
  });

  it('tells the problems of a payload, and none where validation is off', async () => {
    const problems = [{ pointer: '/a', message: 'It is missing.' }];
    const checked = await start({}, { validate: () => problems });
    expect(JSON.parse((await rawEnqueue(checked.url, 'demo', {})).text)).toMatchObject({ problems });
    await checked.close();
    const unchecked = await start({ validate: false }, { validate: () => problems });
    expect((await rawEnqueue(unchecked.url, 'demo', {})).status).toBe(201);
  });

  it.each([
    [undefined, 401, 'The header Authorization is missing.'],
    ['Bearer other', 401, 'The header Authorization does not hold the API key.'],
    ['key', 401, 'The header Authorization does not hold the API key.'],
    ['Bearer key', 404, 'There is no job "1", or it has been removed.'],
  ])('with an API key answers Authorization %s with %i', async (authorization, status, error) => {
    const { url } = await start({ apiKey: 'key' });
    const headers = authorization === undefined ? {} : { authorization };
    const answer = await rawRequest(`${url}/api/jobs/1`, { headers });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({ error });
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
  });

  it('says so when a function of the test throws', async () => {
    const { url } = await start({
      jobOptions: () => ({ jobId: '5' }),
    });
    const answer = await rawEnqueue(url, 'demo', {});
    expect([answer.status, answer.text]).toEqual([
      500,
      '{"error":"The job id \\"5\\" must not be an integer: those are the ids that the queue makes itself."}',
    ]);
  });

  it('gives the request id of the caller back', async () => {
    const { url } = await start();
    const answer = await rawRequest(url, { headers: { 'x-request-id': 'import-7' } });
    expect(answer.headers['x-request-id']).toBe('import-7');
  });

  it('answers what is no HTTP', async () => {
    const { url } = await start();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.end('nonsense\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*\{"error":"The request is no well-formed HTTP\."\}$/);
  });
});

/** A queue that is slow to add: not before a gate opens. */
class GatedQueue extends MemoryQueue {
  readonly #gate: Promise<void>;

  constructor(gate: Promise<void>) {
    super();
    this.#gate = gate;
  }

  override async add(...job: Parameters<MemoryQueue['add']>): ReturnType<MemoryQueue['add']> {
    await this.#gate;
    return super.add(...job);
  }
}

describe('What the backend can do', () => {
  it.each<{ options: BackendOptions; status: number; features: unknown }>([
    { options: {}, status: 200, features: ['idempotency'] },
    { options: { honorsIdempotencyKey: false }, status: 200, features: [] },
    { options: { features: ['wait'] }, status: 200, features: ['wait'] },
    { options: { features: false }, status: 404, features: undefined },
  ])('is $features with $options', async ({ options, status, features }) => {
    const { url } = await start(options);
    const answer = await rawRequest(`${url}/api/capabilities`);
    expect(answer.status).toBe(status);
    expect((JSON.parse(answer.text) as { features?: unknown }).features).toEqual(features);
  });
});

describe('Idempotency keys', () => {
  const key = (value: string) => ({ 'idempotency-key': value });

  it('make one job of requests that are repeated, with the same answer', async () => {
    const running = await start();
    const first = await rawEnqueue(running.url, 'demo', { a: 1 }, key('k'));
    const second = await rawEnqueue(running.url, 'demo', { a: 1 }, key('k'));
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect(running.storedWithKey('k')).toHaveLength(1);
  });

  it('make one job of requests at the same time', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const running = await start({ queue: new GatedQueue(gate) });
    void running.until(() => running.received.length === 20).then(open);
    const answers = await Promise.all(Array.from({ length: 20 }, () => rawEnqueue(running.url, 'demo', {}, key('k'))));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(running.storedWithKey('k')).toHaveLength(1);
  });

  it.each([
    ['payload', 'demo', { a: 2 }],
    ['message type', 'other', { a: 1 }],
  ])('are refused for another %s', async (_, messageType, payload) => {
    const running = await start();
    await rawEnqueue(running.url, 'demo', { a: 1 }, key('k'));
    const answer = await rawEnqueue(running.url, messageType, payload, key('k'));
    expect(answer.status).toBe(422);
    expect(running.stored).toHaveLength(1);
  });

  it('are not used up by a request that is refused', async () => {
    let isBroken = true;
    const running = await start({
      jobOptions: () => {
        if (isBroken) throw new Error('no Redis');
        return {};
      },
    });
    expect(await rawEnqueue(running.url, 'demo', {}, key('k'))).toMatchObject({
      status: 500,
      text: '{"error":"no Redis"}',
    });
    isBroken = false;
    expect((await rawEnqueue(running.url, 'demo', { a: 1 }, key('k'))).status).toBe(201);
  });

  it('mean nothing to a backend that does not honour them', async () => {
    const running = await start({ honorsIdempotencyKey: false });
    for (const _ of [1, 2]) await rawEnqueue(running.url, 'demo', {}, key('k'));
    expect(running.storedWithKey('k').map(({ jobId }) => jobId)).toEqual(['1', '2']);
  });
});
