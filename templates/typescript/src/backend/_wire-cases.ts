import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobProgress } from '../runtime/job.js';
import { systemClock } from '../runtime/time/clock.js';
import { catalog, post, sender, type Got, type Sent } from './_wire.js';
import { createBackendOf, type Backend, type CreateBackendOptions } from './create-backend.js';
import type { JobStore } from './job-store.js';

/** Jobs that several stores can keep together, and a worker of theirs. */
export interface WireFixture {
  /** Makes a store; each has the same jobs. */
  openStore(): JobStore;
  /** Begins an attempt of a job, and goes no further. */
  begin(jobId: string): Promise<void>;
  /** Reports progress of a job that was begun. */
  progress(jobId: string, progress: JobProgress): Promise<void>;
  /** Ends a job that was begun. */
  complete(jobId: string, returnvalue: unknown): Promise<void>;
  /** Ends what the fixture holds. */
  close(): Promise<void>;
}

const uuid = /^demo-request\.[\da-f]{8}-[\da-f]{4}-([78])[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/**
 * Holds a backend on some store to the table of answers of the wire.
 *
 * @param name - Name of the store.
 * @param createFixture - Makes empty stores.
 */
export function describeWire(name: string, createFixture: () => Promise<WireFixture>): void {
  describe(`A backend on ${name}`, () => {
    let fixture: WireFixture;
    let backends: Backend[];
    let send: (path: string, sent?: Sent, signal?: AbortSignal) => Promise<Got>;
    beforeEach(async () => {
      fixture = await createFixture();
      backends = [];
      send = sender(open());
    });
    afterEach(async () => {
      for (const backend of backends) await backend.close();
      await fixture.close();
    });

    function open(options: Partial<CreateBackendOptions> = {}): Backend {
      const backend = createBackendOf({ store: fixture.openStore(), ...options }, catalog);
      backends.push(backend);
      return backend;
    }

    async function enqueue(body: unknown = { a: 1 }, headers?: Sent['headers']): Promise<string> {
      const { body: answer } = await send('/api/jobs/demo-request', post(body, headers));
      return (answer as { jobId: string }).jobId;
    }

    const read = (jobId: string, headers: Sent['headers'] = {}, signal?: AbortSignal): Promise<Got> =>
      send(`/api/jobs/${encodeURIComponent(jobId)}`, { headers }, signal);

    it('enqueues a job, and reads it', async () => {
      const answer = await send('/api/jobs/demo-request?x=1', post({ a: [1, null], b: 'ü' }));
      expect(answer).toMatchObject({
        status: 201,
        body: {
          success: true,
          jobId: expect.stringMatching(uuid) as string,
          messageName: 'demo-request',
          queue: 'demo-request',
        },
      });
      const { jobId } = answer.body as { jobId: string };
      const { status, headers, body } = await read(jobId);
      expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
      expect(body).toMatchObject({
        jobId,
        name: 'demo-request',
        queue: 'demo-request',
        state: 'waiting',
        data: { a: [1, null], b: 'ü' },
        progress: 0,
        timestamp: expect.any(Number) as number,
      });
      expect(body).not.toHaveProperty('attemptsMade');
    });

    it.each(['9', 'no-queue.9', 'demo-request.9'])('knows no job %s, and cannot cancel it', async (jobId) => {
      const body = { error: `There is no job "${jobId}", or it has been removed.` };
      expect(await read(jobId)).toMatchObject({ status: 404, body });
      expect(await send(`/api/jobs/${jobId}`, { method: 'DELETE' })).toMatchObject({ status: 404, body });
    });

    describe('asked to be idempotent', () => {
      const key = { 'idempotency-key': 'k' };

      it('makes one job of repeated requests, whose properties may be in another order', async () => {
        const first = await enqueue({ a: 1, b: 2 }, key);
        expect(first).toMatch(uuid);
        expect(await enqueue({ b: 2, a: 1 }, key)).toBe(first);
        expect(await enqueue({ a: 1, b: 2 }, { 'idempotency-key': 'l' })).not.toBe(first);
      });

      it('makes one job of 50 requests at once, through two backends', async () => {
        const senders = [sender(open()), sender(open())];
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, index) => senders[index % 2]?.('/api/jobs/demo-request', post({ a: 1 }, key))),
        );
        expect(new Set(answers.map((answer) => JSON.stringify([answer?.status, answer?.body])))).toHaveProperty(
          'size',
          1,
        );
        expect(answers[0]?.status).toBe(201);
      });

      it('refuses another payload, and keeps the first', async () => {
        const jobId = await enqueue({ a: 1 }, key);
        expect(await send('/api/jobs/demo-request', post({ a: 2 }, key))).toMatchObject({
          status: 422,
          body: { error: 'This idempotency key belongs to a demo-request with another payload.' },
        });
        expect(await read(jobId)).toMatchObject({ body: { data: { a: 1 } } });
      });

      it('knows the key after the job has ended', async () => {
        const jobId = await enqueue({ a: 1 }, key);
        await fixture.begin(jobId);
        await fixture.complete(jobId, null);
        expect(await enqueue({ a: 1 }, key)).toBe(jobId);
      });
    });

    describe('asked for a delay', () => {
      it.each(['0', '0.0', '31536000'])('takes %s seconds', async (delay) => {
        const jobId = await enqueue({}, { 'job-delay': delay });
        expect(await read(jobId)).toMatchObject({ body: { state: Number(delay) > 0 ? 'delayed' : 'waiting' } });
      });
    });

    describe('asked to cancel', () => {
      const cancel = (jobId: string): Promise<Got> => send(`/api/jobs/${jobId}`, { method: 'DELETE' });

      it.each([{}, { 'job-delay': '60' }])('removes a job that has not begun, enqueued with %o', async (headers) => {
        const jobId = await enqueue({}, headers);
        expect(await cancel(jobId)).toMatchObject({ status: 204, body: undefined });
        expect(await read(jobId)).toMatchObject({ status: 404 });
        expect(await cancel(jobId)).toMatchObject({ status: 404 });
      });

      it('asks a job that has begun to stop', async () => {
        const jobId = await enqueue();
        await fixture.begin(jobId);
        expect(await cancel(jobId)).toMatchObject({ status: 202, body: { success: true, jobId } });
      });

      it('refuses where the job has ended', async () => {
        const jobId = await enqueue();
        await fixture.begin(jobId);
        await fixture.complete(jobId, null);
        expect(await cancel(jobId)).toMatchObject({ status: 409 });
        expect(await read(jobId)).toMatchObject({ status: 200 });
      });
    });

    describe('asked to wait', () => {
      const tagOf = async (jobId: string): Promise<string> => (await read(jobId)).headers.get('etag') ?? '';
      const waiting = async (jobId: string, seconds = 60): Promise<Record<string, string>> => ({
        'if-none-match': await tagOf(jobId),
        prefer: `wait=${seconds}`,
      });

      it('tags a job by state, progress and attempt', async () => {
        const jobId = await enqueue();
        const tags = [await tagOf(jobId), await tagOf(jobId)];
        await fixture.begin(jobId);
        tags.push(await tagOf(jobId));
        await fixture.progress(jobId, { percent: 5 });
        tags.push(await tagOf(jobId));
        await fixture.complete(jobId, null);
        tags.push(await tagOf(jobId));
        expect(tags[0]).toBe(tags[1]);
        expect(new Set(tags).size).toBe(4);
      });

      it.each(['W/', ''])('answers 304 where the job is as it was, asked with %s"…"', async (prefix) => {
        const jobId = await enqueue();
        const tag = await tagOf(jobId);
        const answer = await read(jobId, { 'if-none-match': `"other", ${prefix}${tag}` });
        expect(answer).toMatchObject({ status: 304, body: undefined });
        expect([answer.headers.get('etag'), answer.headers.get('preference-applied')]).toEqual([tag, null]);
      });

      it('answers at once where the job differs already', async () => {
        const jobId = await enqueue();
        const headers = await waiting(jobId);
        await fixture.begin(jobId);
        const answer = await read(jobId, headers);
        expect(answer).toMatchObject({ status: 200, body: { state: 'active' } });
        expect(answer.headers.get('preference-applied')).toBe('wait=60');
      });

      it('answers at once where the job has ended', async () => {
        const jobId = await enqueue();
        await fixture.begin(jobId);
        await fixture.complete(jobId, null);
        expect((await read(jobId, await waiting(jobId))).status).toBe(304);
      });

      it('answers as soon as the job differs', async () => {
        const jobId = await enqueue();
        await fixture.begin(jobId);
        const answers = [read(jobId, await waiting(jobId)), read(jobId, await waiting(jobId))];
        await fixture.progress(jobId, 50);
        for (const answer of await Promise.all(answers))
          expect(answer).toMatchObject({ status: 200, body: { state: 'active', progress: 50 } });
        const end = read(jobId, await waiting(jobId));
        await fixture.complete(jobId, { done: true });
        expect(await end).toMatchObject({ status: 200, body: { state: 'completed', returnvalue: { done: true } } });
      });

      it('answers 404 as soon as the job is removed', async () => {
        const jobId = await enqueue();
        const answer = read(jobId, await waiting(jobId));
        await send(`/api/jobs/${jobId}`, { method: 'DELETE' });
        expect((await answer).status).toBe(404);
      });

      it.each([
        ['25', 25],
        ['"7"; a=b', 7],
        ['9000', 300],
      ])('answers 304 when the time is over, with wait=%s after %i seconds', async (wait, seconds) => {
        const jobId = await enqueue();
        const delays: number[] = [];
        const setTimeout = (callback: () => void, delay: number): void => {
          delays.push(delay);
          callback();
        };
        const ask = sender(open({ clock: { ...systemClock, setTimeout } }));
        const headers = { 'if-none-match': await tagOf(jobId), prefer: `respond-async, wait=${wait}` };
        const answer = await ask(`/api/jobs/${jobId}`, { headers });
        expect(answer.status).toBe(304);
        expect(answer.headers.get('preference-applied')).toBe(`wait=${seconds}`);
        expect(delays).toEqual([seconds * 1000]);
      });

      it('answers when it closes, and when the caller goes', async () => {
        const jobId = await enqueue();
        const headers = await waiting(jobId);
        const gone = new AbortController();
        const left = read(jobId, headers, gone.signal);
        gone.abort();
        expect((await left).status).toBe(304);
        const other = open();
        const held = sender(other)(`/api/jobs/${jobId}`, { headers });
        await other.close();
        expect((await held).status).toBe(304);
      });
    });
  });
}
