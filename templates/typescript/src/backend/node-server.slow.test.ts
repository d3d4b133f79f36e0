import { Agent, createServer, request as send } from 'node:http';
import { connect, Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NodeClient } from '../_test-client.js';
import type { Logger } from '../runtime/log.js';
import { rawEnqueue, rawRequest } from '../testing/_raw-request.js';
import { createBackendOf, type Backend, type CreateBackendOptions } from './create-backend.js';
import { MemoryStore } from './memory-store.js';
import type { BackendServer } from './node-server.js';

let store: MemoryStore;
let backend: Backend;
let server: BackendServer;
const start = async (options: Partial<CreateBackendOptions> = {}): Promise<void> => {
  await backend?.close();
  store = new MemoryStore();
  backend = createBackendOf({ store, ...options }, { version: '1.2.3' });
  server = await backend.listen({ port: 0 });
};
beforeEach(() => start());
afterEach(() => backend.close());

const client = () => new NodeClient({ baseUrl: server.url });
const jobIdIn = ({ text }: { readonly text: string }): string => (JSON.parse(text) as { jobId: string }).jobId;
/** Begins to wait for a change of a job; resolves when the backend holds the answer. */
async function hold(jobId: string) {
  const url = `${server.url}/api/jobs/${jobId}`;
  const { headers } = await rawRequest(url);
  const watch = vi.spyOn(store, 'watch');
  const controller = new AbortController();
  const fields = { 'if-none-match': String(headers['etag']), prefer: 'wait=90' };
  const answer = rawRequest(url, { headers: fields, signal: controller.signal });
  await vi.waitFor(() => expect(watch).toHaveBeenCalled());
  return { answer, controller, watch };
}

describe('A client of a backend', () => {
  it('waits for a job by holding its question', async () => {
    store.work('demo-request', async (job, { updateProgress }) => {
      await updateProgress(50);
      return { returnvalue: { got: job.data } };
    });
    await using caller = client();
    const job = await caller.sendToQueue('demo-request', { a: 1 });
    expect(await caller.waitFor(job)).toMatchObject({ state: 'completed', returnvalue: { got: { a: 1 } } });
  });

  it('watches a job, asking once for each change', async () => {
    await using caller = client();
    const job = await caller.sendToQueue('demo-request', { a: 1 });
    const get = vi.spyOn(store, 'get');
    const seen: unknown[] = [];
    const steps = [
      () => store.updateProgress(job.jobId, 10),
      () => store.updateProgress(job.jobId, 20),
      () => store.fail(job.jobId, 'broken', { outcome: { ok: false } }),
    ];
    for await (const { state, progress } of caller.watch(job)) {
      seen.push([state, progress]);
      await steps.shift()?.();
    }
    expect(seen).toEqual([
      ['waiting', 0],
      ['waiting', 10],
      ['waiting', 20],
      ['failed', 20],
    ]);
    // One for each answer, and one more where it was held.
    expect(get.mock.calls.length).toBeLessThanOrEqual(8);
    await expect(caller.waitFor(job)).rejects.toMatchObject({ name: 'JobFailedError', outcome: { ok: false } });
  });

  it('cancels jobs and delays them', async () => {
    await using caller = client();
    const job = await caller.sendToQueue('demo-request', {}, { delay: 60_000 });
    expect((await caller.getJobStatus(job.jobId)).state).toBe('delayed');
    expect(await caller.cancelJob(job.jobId)).toBe('removed');
    await expect(caller.cancelJob(job.jobId)).rejects.toMatchObject({ name: 'HttpError', status: 404 });
    store.work(
      'demo-request',
      (_, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
    );
    const running = await caller.sendToQueue('demo-request', {});
    await vi.waitFor(async () => expect((await store.get(running.jobId))?.state).toBe('active'));
    expect(await caller.cancelJob(running.jobId)).toBe('stopping');
    await expect(caller.waitFor(running)).rejects.toMatchObject({ name: 'JobFailedError', failedReason: 'stopped' });
    await expect(caller.cancelJob(running.jobId)).rejects.toMatchObject({ name: 'HttpError', status: 409 });
  });

  it('sends again under its key what a backend took and did not answer', async () => {
    let answers = 0;
    // The first job is stored, and its answer lost with the connection.
    const front = createServer((request, response) => {
      const isFirst = request.method === 'POST' && answers++ === 0;
      if (!isFirst) return backend.listener(request, response);
      response.end = () => {
        response.destroy();
        return response;
      };
      backend.listener(request, response);
    });
    await new Promise<void>((resolve) => void front.listen(0, '127.0.0.1', resolve));
    const { port } = front.address() as { port: number };
    await using caller = new NodeClient({ baseUrl: `http://127.0.0.1:${port}`, retryDelay: 1 });
    const { jobId } = await caller.sendToQueue('demo-request', {});
    expect(await caller.getJobStatus(jobId)).toMatchObject({ state: 'waiting' });
    expect(answers).toBe(2);
    await new Promise((resolve) => {
      front.close(resolve);
      front.closeAllConnections();
    });
  });
});

describe('A backend that listens', () => {
  it('says where, and why it cannot', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const port = Number(new URL(server.url).port);
    await expect(backend.listen({ port })).rejects.toThrow(`The backend cannot listen on 127.0.0.1:${port}: `);
    const everywhere = await backend.listen({ port: 0, host: '0.0.0.0' });
    expect(everywhere.url).toMatch(/^http:\/\/localhost:\d+$/);
  });

  it('takes a body in chunks, up to the limit, and answers where it is longer', async () => {
    await start({ maxBodyBytes: 100_000 });
    const chunked = (length: number) =>
      rawEnqueue(server.url, 'demo', 'x'.repeat(length), { 'transfer-encoding': 'chunked' });
    expect([(await chunked(99_998)).status, (await chunked(99_999)).status]).toEqual([201, 413]);
    expect((await rawEnqueue(server.url, 'demo', 'x'.repeat(5_000_000))).status).toBe(413);
    expect(await store.list()).toHaveLength(1);
  });

  it('ends the wait of a caller who has gone', async () => {
    const { controller, watch } = await hold(jobIdIn(await rawEnqueue(server.url, 'demo', {})));
    controller.abort();
    const [, signal] = watch.mock.calls[0] ?? [];
    await vi.waitFor(() => expect(signal?.aborted).toBe(true));
  });

  it('answers what is under way when it closes, ends idle connections, and refuses others', async () => {
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) => {
      send(`${server.url}/api/capabilities`, { agent }, (response) => response.resume().once('end', resolve)).end();
    });
    const { answer } = await hold(jobIdIn(await rawEnqueue(server.url, 'demo', {})));
    await server.close();
    expect(await answer).toMatchObject({ status: 304, error: undefined, headers: { connection: 'close' } });
    expect((await rawRequest(server.url)).error).toBe('ECONNREFUSED');
    await server.close();
    agent.destroy();
  });

  it('closes with the backend, and the store after both', async () => {
    const { answer } = await hold(jobIdIn(await rawEnqueue(server.url, 'demo', {})));
    const close = vi.spyOn(store, 'close');
    await backend.close();
    await backend[Symbol.asyncDispose]();
    expect((await answer).status).toBe(304);
    expect(close).toHaveBeenCalled();
    await expect(store.ready()).rejects.toThrow('closed');
  });

  it('leaves no server that listens where it closes meanwhile, and opens none afterwards', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen');
    const listening = Promise.allSettled([backend.listen({ port: 0 }), backend.listen({ port: 0 })]);
    await backend.close();
    expect(listen.mock.contexts.map((each) => each instanceof Server && each.listening)).toEqual([false, false]);
    const reason = new Error('The backend has been closed: create another one.');
    expect(await listening).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    await expect(backend.listen({ port: 0 })).rejects.toThrow(reason);
  });

  it('answers 503 where the store fails, and logs why', async () => {
    const error = vi.fn<Logger['error']>();
    await start({ logger: { error } });
    vi.spyOn(store, 'add').mockRejectedValue(new Error('no Redis at redis://:secret@host'));
    const answer = await rawEnqueue(server.url, 'demo', {}, { 'x-request-id': 'r1' });
    expect(answer).toMatchObject({ status: 503, headers: { 'x-request-id': 'r1' } });
    expect(JSON.parse(answer.text)).toEqual({ error: 'The backend cannot do this at the moment; its log says why.' });
    expect(error.mock.calls).toEqual([
      ['worker backend: request r1 failed', { requestId: 'r1', error: new Error('no Redis at redis://:secret@host') }],
    ]);
  });

  it('answers targets that are no paths, and what is no HTTP', async () => {
    const exchange = async (head: string): Promise<string> => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.end(`${head}\r\nhost: a\r\nconnection: close\r\n\r\n`);
      let text = '';
      for await (const chunk of socket) text += String(chunk);
      return text.slice(0, 12);
    };
    expect(await exchange('GET //evil.example/api/jobs/1 HTTP/1.1')).toBe('HTTP/1.1 404');
    expect(await exchange('OPTIONS * HTTP/1.1')).toBe('HTTP/1.1 404');
    expect(await exchange('GET http://elsewhere/api/jobs/1 HTTP/1.1')).toBe('HTTP/1.1 404');
    expect(await exchange('nonsense')).toBe('HTTP/1.1 400');
  });
});

it.each([{ apiKey: '' }, { apiKey: [] }, { apiKey: ['key', ''] }])(
  'An API key that is no key is refused: %o',
  (options) => {
    const create = () => createBackendOf({ store, ...options }, { version: '1.2.3' });
    expect(create).toThrow(new RangeError('apiKey must not be empty: leave it out to let everybody in.'));
  },
);

it('A limit of the body that is no number is refused', () => {
  const create = () => createBackendOf({ store, maxBodyBytes: Number.NaN }, { version: '1.2.3' });
  expect(create).toThrow(new RangeError('maxBodyBytes must be 0 or more, got NaN.'));
});
