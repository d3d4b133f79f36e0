import { Worker } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis, needsRedis, startRedis, type TestRedis } from './_testing/redis.js';
import { JobStoreOnBullMq } from './bull-mq-store.js';

const policies = {
  'a-request': {
    domain: '',
    sentBy: 'callers',
    retry: { attempts: 3, backoff: { type: 'exponential', delay: 10 } },
  },
  'b-request': { domain: '', sentBy: 'callers' },
} as const;

describe.skipIf(!hasRedis)(`A store on BullMQ${needsRedis}`, () => {
  let redis: TestRedis;
  let store: JobStoreOnBullMq;
  let other: JobStoreOnBullMq;
  let connection: { url: string };
  beforeAll(async () => {
    redis = await startRedis();
    connection = { url: redis.url };
    [store, other] = [new JobStoreOnBullMq({ connection }, policies), new JobStoreOnBullMq({ connection }, policies)];
    await store.ready();
  });
  afterAll(async () => {
    await Promise.all([store.close(), other.close()]);
    await redis[Symbol.asyncDispose]();
  });

  let count = 0;
  const newId = (type = 'a-request'): string => `${type}.${String((count += 1))}`;
  /** Carries out one job of `b-request` at a time, by BullMQ alone. */
  async function working(run: () => Promise<unknown>, use: () => Promise<void>): Promise<void> {
    const worker = new Worker('b-request', run, { connection });
    try {
      await worker.waitUntilReady();
      await use();
    } finally {
      await worker.close();
    }
  }
  const forever = new AbortController().signal;
  /** Waits until a job is in a state, without asking at intervals. */
  async function until(jobId: string, state: string): Promise<void> {
    for (;;) {
      const change = store.watch(jobId, forever);
      if ((await store.get(jobId))?.state === state) return;
      await change;
    }
  }

  it('gives what it was given', async () => {
    const jobId = newId();
    const job = await store.add('a-request', { a: [1, null] }, { jobId });
    expect(job).toEqual({
      jobId,
      name: 'a-request',
      queue: 'a-request',
      state: 'waiting',
      data: { a: [1, null] },
      returnvalue: null,
      progress: 0,
      attemptsMade: 0,
      timestamp: expect.any(Number) as number,
    });
    expect(await other.get(jobId)).toEqual(job);
  });

  it('keeps the first of those that are added under one id, and gives it to all', async () => {
    const jobId = newId();
    const adds = Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? store : other).add('a-request', { n }, { jobId }));
    const kept = await Promise.all(adds);
    const [{ data } = { data: undefined }] = kept;
    expect(kept.map((job) => job.data)).toEqual(kept.map(() => data));
    expect((await store.get(jobId))?.data).toEqual(data);
  });

  it('keeps a job with a delay until then', async () => {
    expect(await store.add('a-request', {}, { jobId: newId(), delay: 60_000 })).toMatchObject({ state: 'delayed' });
  });

  it.each(['a-request.none', 'c-request.1', '42', '', 'a-request', 'a-request.1:2', '../x', 'constructor.1'])(
    'knows no job %j, and does not wait for it',
    async (jobId) => {
      expect(await store.get(jobId)).toBeUndefined();
      await store.watch(jobId, forever);
      expect(await store.cancel(jobId)).toBe('unknown');
    },
  );

  it.each([0, 60_000])('cancels a job that has not begun, with a delay of %i ms', async (delay) => {
    const jobId = newId();
    await store.add('a-request', {}, { jobId, delay });
    expect(await other.cancel(jobId)).toBe('removed');
    expect(await store.get(jobId)).toBeUndefined();
    expect(await other.cancel(jobId)).toBe('unknown');
  });

  it('asks for a job that runs to be stopped, and says that one has ended', async () => {
    let end = (): void => undefined;
    const running = new Promise<void>((resolve) => {
      end = resolve;
    });
    const jobId = newId('b-request');
    await working(
      () => running.then(() => 5),
      async () => {
        await store.add('b-request', {}, { jobId });
        await until(jobId, 'active');
        expect(await store.cancel(jobId)).toBe('requested');
        end();
        await until(jobId, 'completed');
      },
    );
    expect(await store.get(jobId)).toMatchObject({ state: 'completed', returnvalue: 5, attemptsMade: 1 });
    expect(await store.cancel(jobId)).toBe('ended');
    await store.watch(jobId, forever);
  });

  it('ends a wait when its signal fires, and when it is closed', async () => {
    const jobId = newId();
    await store.add('a-request', {}, { jobId });
    // The first may return at once.
    await store.watch(jobId, AbortSignal.timeout(1));
    const stop = new AbortController();
    const wait = store.watch(jobId, stop.signal);
    stop.abort();
    expect(await wait).toBeUndefined();
    const closing = new JobStoreOnBullMq({ connection }, policies);
    await closing.watch(jobId, forever);
    const waits = Promise.all([closing.watch(jobId, forever), closing.watch(jobId, forever)]);
    await closing.get(jobId);
    await Promise.all([closing.close(), closing.close()]);
    expect(await waits).toHaveLength(2);
  });

  it('keeps jobs that have ended as long as its options say', async () => {
    const short = new JobStoreOnBullMq(
      { connection, prefix: 'short', retention: { completed: { age: 60_000, count: 2 } } },
      policies,
    );
    const ids = Array.from({ length: 4 }, () => newId('b-request'));
    const worker = new Worker('b-request', async () => undefined, { connection, prefix: 'short' });
    for (const jobId of ids) {
      await short.add('b-request', {}, { jobId });
      for (;;) {
        const change = short.watch(jobId, forever);
        const state = (await short.get(jobId))?.state;
        if (state === undefined || state === 'completed') break;
        await change;
      }
    }
    const states = await Promise.all(ids.map((jobId) => short.get(jobId).then((job) => job?.state)));
    expect(states).toEqual([undefined, undefined, 'completed', 'completed']);
    await Promise.all([worker.close(), short.close()]);
  });

  it('says that Redis cannot be reached', async () => {
    const lost = new JobStoreOnBullMq(
      { connection: { host: '127.0.0.1', port: 1 }, onError: () => undefined },
      policies,
    );
    await expect(lost.ready()).rejects.toThrow('ECONNREFUSED');
    await lost.close();
  });
});
