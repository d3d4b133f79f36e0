import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobIdOfKey } from '../backend/job-id.js';
import type { Fault } from './fault.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { rawEnqueue, rawRequest, type RawAnswer } from './_raw-request.js';
import { startBackend, type AnyBackend } from './start-backend.js';

let clock: ManualClock;
let backend: AnyBackend;
beforeEach(async () => {
  clock = createManualClock(Date.UTC(2026, 0, 1));
  backend = await startBackend({ clock });
});
afterEach(() => backend.close());

const key = { 'idempotency-key': 'k' };
/** Enqueues under a key, so that the id of the job is known. */
const enqueue = () => rawEnqueue(backend.url, 'demo', { a: 1 }, key);
const jobId = await jobIdOfKey('demo', 'k');
const right = JSON.stringify({ success: true, jobId, messageName: 'demo', queue: 'demo' });
const half = right.slice(0, right.length / 2);

interface Want extends Omit<Partial<RawAnswer>, 'headers'> {
  readonly headers?: Record<string, string>;
  /** How many jobs there are afterwards. */
  readonly jobs: number;
}

const json = { 'content-type': 'application/json' };
const table: readonly (readonly [fault: Fault, want: Want])[] = [
  [
    { kind: 'status', status: 503 },
    { status: 503, text: '{"error":"Service Unavailable"}', headers: json, jobs: 0 },
  ],
  [
    { kind: 'status', status: 599 },
    { status: 599, text: '{"error":"Status 599"}', jobs: 0 },
  ],
  [
    { kind: 'status', status: 502, stage: 'after' },
    { status: 502, jobs: 1 },
  ],
  [
    { kind: 'status', status: 500, body: 'oops', headers: { 'x-a': 'b' } },
    { status: 500, text: 'oops', headers: { 'x-a': 'b', 'content-type': 'text/plain; charset=utf-8' }, jobs: 0 },
  ],
  [
    { kind: 'status', status: 409, body: { message: 'no' } },
    { status: 409, text: '{"message":"no"}', jobs: 0 },
  ],
  [
    { kind: 'status', status: 204 },
    { status: 204, text: '', jobs: 0 },
  ],
  [
    { kind: 'retry-after', delay: 1500 },
    { status: 503, headers: { 'retry-after': '2' }, jobs: 0 },
  ],
  [
    { kind: 'retry-after', delay: 1000, format: 'http-date', status: 429 },
    { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:01 GMT' }, jobs: 0 },
  ],
  [
    { kind: 'retry-after', delay: 70, format: 'milliseconds', stage: 'after' },
    { status: 503, headers: { 'retry-after-ms': '70' }, jobs: 1 },
  ],
  [
    { kind: 'redirect', location: 'http://other.example/' },
    { status: 307, headers: { location: 'http://other.example/' }, jobs: 0 },
  ],
  [
    { kind: 'redirect', location: '/x', status: 302, stage: 'after' },
    { status: 302, jobs: 1 },
  ],
  [{ kind: 'reset' }, { status: undefined, error: 'ECONNRESET', jobs: 0 }],
  [
    { kind: 'reset', stage: 'after' },
    { status: undefined, error: 'ECONNRESET', jobs: 1 },
  ],
  [
    { kind: 'reset', at: 'body' },
    { error: 'ECONNRESET', jobs: 1 },
  ],
  [{ kind: 'hang-up' }, { status: undefined, error: 'ECONNRESET', jobs: 0 }],
  [
    { kind: 'hang-up', stage: 'after' },
    { status: undefined, error: 'ECONNRESET', jobs: 1 },
  ],
  [{ kind: 'cut-off' }, { status: 201, text: half, error: 'ECONNRESET', jobs: 1 }],
  [{ kind: 'not-http' }, { status: undefined, error: 'HPE_INVALID_CONSTANT', jobs: 0 }],
  [
    { kind: 'not-http', stage: 'after' },
    { status: undefined, error: 'HPE_INVALID_CONSTANT', jobs: 1 },
  ],
  [
    { kind: 'malformed', body: 'text' },
    { status: 201, text: 'this is no JSON', headers: json, jobs: 1 },
  ],
  [
    { kind: 'malformed', body: 'truncated-json' },
    { status: 201, text: half, headers: json, jobs: 1 },
  ],
  [
    { kind: 'malformed', body: 'truncated-json', stage: 'before' },
    { status: 200, text: '{"success":tru', headers: json, jobs: 0 },
  ],
  [
    { kind: 'malformed', body: 'empty' },
    { status: 201, text: '', headers: { 'content-length': '0' }, jobs: 1 },
  ],
  [
    { kind: 'malformed', body: 'null', stage: 'before' },
    { status: 200, text: 'null', headers: json, jobs: 0 },
  ],
  [
    { kind: 'malformed', body: 'array', status: 202 },
    { status: 202, text: '[]', jobs: 1 },
  ],
  [
    { kind: 'malformed', body: 'html' },
    { status: 201, text: expect.stringContaining('<h1>') as string, headers: { 'content-type': 'text/html' }, jobs: 1 },
  ],
  [
    { kind: 'success-false', error: 'full' },
    { status: 200, text: '{"success":false,"error":"full"}', jobs: 0 },
  ],
  [
    { kind: 'success-false', stage: 'after' },
    { status: 201, text: '{"success":false}', jobs: 1 },
  ],
  [{ kind: 'missing-job-id' }, { status: 201, text: '{"success":true,"messageName":"demo","queue":"demo"}', jobs: 1 }],
];

describe('A fault', () => {
  it.each(table)('%j gives %j', async (fault, { jobs, headers = {}, ...want }) => {
    backend.inject(fault);
    const answer = await enqueue();
    expect(answer).toMatchObject({ error: undefined, ...want });
    expect(answer.headers).toMatchObject(headers);
    expect(backend.stored).toHaveLength(jobs);
    expect(await enqueue()).toMatchObject({ status: 201, error: undefined });
  });

  it.each<[stage: 'before' | 'after', storedMeanwhile: number]>([
    ['before', 0],
    ['after', 1],
  ])('delays the right answer, with the job stored %s the delay', async (stage, storedMeanwhile) => {
    backend.inject({ kind: 'delay', delay: 5000, stage });
    const answer = enqueue();
    await backend.until(() => backend.held === 1);
    expect(backend.stored).toHaveLength(storedMeanwhile);
    clock.advance(4999);
    expect(backend.held).toBe(1);
    clock.advance(1);
    expect(await answer).toMatchObject({ status: 201, text: right });
    expect(backend.stored).toHaveLength(1);
  });

  it('that delays stores the job even if the caller has gone', async () => {
    backend.inject({ kind: 'delay', delay: 10 });
    const controller = new AbortController();
    const answer = rawRequest(`${backend.url}/api/jobs/demo`, {
      method: 'POST',
      body: '{}',
      signal: controller.signal,
    });
    await backend.until(() => backend.held === 1);
    controller.abort();
    expect((await answer).error).toBe('ABORT_ERR');
    clock.advance(10);
    await backend.until(() => backend.stored.length === 1);
    expect(await backend.jobs()).toHaveLength(1);
  });

  it.each<[stage: 'before' | 'after', storedMeanwhile: number]>([
    ['before', 0],
    ['after', 1],
  ])('stalls before the headers until it is released, with the job stored %s', async (stage, storedMeanwhile) => {
    backend.inject({ kind: 'stall', at: 'headers', stage });
    const answer = enqueue();
    await backend.until(() => backend.held === 1);
    expect(backend.stored).toHaveLength(storedMeanwhile);
    backend.release();
    expect(await answer).toMatchObject({ status: 201, text: right });
    expect([backend.stored.length, backend.held]).toEqual([1, 0]);
  });

  it('that stalls stores nothing if the caller has gone', async () => {
    backend.inject({ kind: 'stall', at: 'headers' });
    const controller = new AbortController();
    const answer = rawRequest(`${backend.url}/api/jobs/demo`, {
      method: 'POST',
      body: '{}',
      signal: controller.signal,
    });
    await backend.until(() => backend.held === 1);
    controller.abort();
    await backend.until(() => backend.held === 0);
    expect((await answer).status).toBeUndefined();
    backend.release();
    expect(backend.stored).toHaveLength(0);
  });

  it('stalls in the middle of the body until it is released', async () => {
    backend.inject({ kind: 'stall', at: 'body' });
    const pieces: string[] = [];
    const answer = new Promise<RawAnswer>((resolve) => {
      const onData = (text: string): void => {
        pieces.push(text);
        if (pieces.length === 1) void backend.until(() => backend.held === 1).then(() => backend.release());
      };
      void rawRequest(`${backend.url}/api/jobs/demo`, { method: 'POST', body: '{"a":1}', headers: key, onData }).then(
        resolve,
      );
    });
    expect(await answer).toMatchObject({ status: 201, text: right });
    expect(pieces).toEqual([half, right.slice(half.length)]);
  });

  it('trickles the right answer', async () => {
    backend.inject({ kind: 'trickle', interval: 100, bytes: Math.ceil(right.length / 3) });
    const pieces: string[] = [];
    const onData = (text: string): void => void pieces.push(text);
    const answer = rawRequest(`${backend.url}/api/jobs/demo`, {
      method: 'POST',
      body: '{"a":1}',
      headers: key,
      onData,
    });
    for (let sent = 0; sent < 3; sent += 1) {
      await backend.until(() => clock.pending === 1);
      clock.advance(100);
    }
    expect(await answer).toMatchObject({ status: 201, text: right });
    expect(pieces.join('')).toBe(right);
  });

  it('strikes status calls too', async () => {
    await enqueue();
    backend.inject({ kind: 'missing-job-id' }, { match: ({ method }) => method === 'GET' });
    const answer = await rawRequest(`${backend.url}/api/jobs/${jobId}`);
    expect(JSON.parse(answer.text)).not.toHaveProperty('jobId');
  });

  it('after which a repetition with the same idempotency key finds the job', async () => {
    backend.inject({ kind: 'reset', stage: 'after' });
    expect((await enqueue()).error).toBe('ECONNRESET');
    expect(await enqueue()).toMatchObject({ status: 201, text: right });
    expect(backend.storedWithKey('k')).toHaveLength(1);
  });
});

describe('A backend that misbehaves on every other answer', () => {
  it('loses no job and doubles none, for callers that repeat with the same key', async () => {
    await backend.close();
    const faults = table.map(([fault]) => fault);
    let answers = 0;
    backend = await startBackend({
      faults: () => (++answers % 2 === 0 ? faults[(answers / 2) % faults.length] : undefined),
    });
    const enqueueSurely = async (index: number): Promise<string> => {
      for (;;) {
        const answer = await rawEnqueue(backend.url, 'demo', { index }, { 'idempotency-key': `key-${index}` });
        const id =
          answer.error === undefined ? /^\{"success":true,"jobId":"([^"]+)".*\}$/.exec(answer.text)?.[1] : undefined;
        if (answer.status === 201 && id !== undefined) return id;
      }
    };
    const jobIds: string[] = [];
    for (let index = 0; index < 400; index += 20) {
      jobIds.push(...(await Promise.all(Array.from({ length: 20 }, (_, offset) => enqueueSurely(index + offset)))));
    }
    expect(new Set(jobIds).size).toBe(400);
    expect(backend.stored).toHaveLength(400);
    expect(new Set(backend.stored.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(400);
    expect(backend.received.length).toBeGreaterThan(600);
  });
});
