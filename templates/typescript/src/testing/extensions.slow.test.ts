import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../backend/memory-store.js';
import type { AddOptions, StoredJob } from '../backend/job-store.js';
import type { BackendCatalog, BackendOptions } from './backend-options.js';
import { createManualClock } from './manual-clock.js';
import { rawEnqueue, rawRequest } from './_raw-request.js';
import { startBackend, type AnyBackend } from './start-backend.js';

let backend: AnyBackend | undefined;
const start = async (options?: BackendOptions, catalog?: BackendCatalog) => {
  backend = await startBackend(options, catalog);
  return backend;
};
afterEach(() => backend?.close());

const jobIdIn = ({ text }: { readonly text: string }): string => (JSON.parse(text) as { jobId: string }).jobId;
const key = (value: string) => ({ 'idempotency-key': value });

describe('A testing backend', () => {
  it('answers as any backend does, with requests numbered, and the clock of the test', async () => {
    const { url } = await start({ clock: createManualClock(1234) });
    const enqueued = await rawEnqueue(url, 'demo', { a: 1 });
    expect([enqueued.status, enqueued.headers['x-request-id']]).toEqual([201, 'request-1']);
    const jobId = jobIdIn(enqueued);
    expect(JSON.parse(enqueued.text)).toEqual({ success: true, jobId, messageName: 'demo', queue: 'demo' });
    const read = await rawRequest(`${url}/api/jobs/${jobId}?verbose=1`, { headers: { 'x-request-id': 'import-7' } });
    expect(read.headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': 'import-7' });
    expect(JSON.parse(read.text)).toEqual({
      jobId,
      name: 'demo',
      queue: 'demo',
      state: 'waiting',
      data: { a: 1 },
      returnvalue: null,
      progress: 0,
      timestamp: 1234,
    });
  });

  it('refuses what its options and its catalog refuse, and stores nothing then', async () => {
    const problems = [{ pointer: '/a', message: 'It is missing.' }];
    const catalog: BackendCatalog = { messageTypes: { DEMO: 'demo', STRICT: 'strict' }, validate: () => problems };
    const { url, stored } = await start({ apiKey: 'key', maxBodyBytes: 99 }, catalog);
    const authorization = 'Bearer key';
    const long = await rawEnqueue(url, 'demo', 'x'.repeat(99), { authorization });
    const chunked = await rawEnqueue(url, 'demo', 'x'.repeat(99), { authorization, 'transfer-encoding': 'chunked' });
    const answers = [
      await rawEnqueue(url, 'demo', {}),
      long,
      chunked,
      await rawEnqueue(url, 'other', {}, { authorization }),
      await rawEnqueue(url, 'strict', {}, { authorization }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 413, 413, 404, 400]);
    expect(JSON.parse(answers[4]?.text ?? '')).toMatchObject({ problems });
    expect(stored).toEqual([]);
  });

  it('takes any payload where validation is off', async () => {
    const { url } = await start({ validate: false }, { validate: () => [{ pointer: '', message: 'It is wrong.' }] });
    expect((await rawEnqueue(url, 'demo', {})).status).toBe(201);
  });

  it('answers what is no HTTP', async () => {
    const { url } = await start();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.end('nonsense\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*\{"error":"The request is no well-formed HTTP\."\}$/);
  });

  it('says so when its store throws, and makes the job once that works again', async () => {
    let isBroken = true;
    class BrokenStore extends MemoryStore {
      override async add(type: string, payload: unknown, options: AddOptions): Promise<StoredJob> {
        if (isBroken) throw new Error('no Redis');
        return super.add(type, payload, options);
      }
    }
    const { url } = await start({ store: new BrokenStore() });
    expect(await rawEnqueue(url, 'demo', {}, key('k'))).toMatchObject({ status: 500, text: '{"error":"no Redis"}' });
    isBroken = false;
    expect((await rawEnqueue(url, 'demo', { a: 1 }, key('k'))).status).toBe(201);
  });
});

describe('The extensions', () => {
  it.each<{ options: BackendOptions; status: number; features: unknown; jobs: number }>([
    { options: {}, status: 200, features: ['idempotency', 'wait', 'cancel', 'delay'], jobs: 1 },
    { options: { features: ['wait'] }, status: 200, features: ['wait'], jobs: 2 },
    {
      options: { features: ['idempotency'], honorsIdempotencyKey: false },
      status: 200,
      features: ['idempotency'],
      jobs: 2,
    },
    { options: { features: false }, status: 404, features: undefined, jobs: 2 },
    { options: { features: false, honorsIdempotencyKey: true }, status: 404, features: undefined, jobs: 1 },
  ])(
    'are $features with $options, and make $jobs of a repeated request',
    async ({ options, status, features, jobs }) => {
      const running = await start(options);
      const answer = await rawRequest(`${running.url}/api/capabilities`);
      expect(answer.status).toBe(status);
      expect((JSON.parse(answer.text) as { features?: unknown }).features).toEqual(features);
      for (const _ of [1, 2]) await rawEnqueue(running.url, 'demo', {}, key('k'));
      expect(running.storedWithKey('k')).toHaveLength(jobs);
    },
  );

  it('are absent where they are switched off', async () => {
    const { url } = await start({ features: [] });
    const jobId = jobIdIn(await rawEnqueue(url, 'demo', {}, { 'job-delay': '60' }));
    const read = await rawRequest(`${url}/api/jobs/${jobId}`, { headers: { 'if-none-match': '*', prefer: 'wait=60' } });
    expect([read.status, read.headers['etag'], JSON.parse(read.text)]).toMatchObject([
      200,
      undefined,
      { state: 'waiting' },
    ]);
    const cancelled = await rawRequest(`${url}/api/jobs/${jobId}`, { method: 'DELETE' });
    expect([cancelled.status, cancelled.headers['allow']]).toEqual([405, 'GET, POST']);
  });

  it('wait and delay on the clock of the test', async () => {
    const clock = createManualClock();
    const running = await start({ clock });
    const jobId = jobIdIn(await rawEnqueue(running.url, 'demo', {}, { 'job-delay': '60' }));
    const url = `${running.url}/api/jobs/${jobId}`;
    const { headers } = await rawRequest(url);
    const held = rawRequest(url, { headers: { 'if-none-match': String(headers['etag']), prefer: 'wait=90' } });
    // The timers of the delay and of the wait.
    await running.until(() => running.received.length === 3);
    while (clock.pending < 2) await new Promise(setImmediate);
    clock.advance(60_000);
    expect(JSON.parse((await held).text)).toMatchObject({ state: 'waiting' });
  });

  it('end a wait when the backend closes', async () => {
    const running = await start();
    const url = `${running.url}/api/jobs/${jobIdIn(await rawEnqueue(running.url, 'demo', {}))}`;
    const { headers } = await rawRequest(url);
    const held = rawRequest(url, { headers: { 'if-none-match': String(headers['etag']), prefer: 'wait=90' } });
    await running.until(() => running.received.length === 3);
    await running.close();
    expect([304, undefined]).toContain((await held).status);
  });
});
