import { beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../testing/manual-clock.js';
import { JobStop } from '../worker/job-stop.js';
import type { MessagePolicy } from '../worker/message-policy.js';
import type { AddOptions } from './job-store.js';
import { MemoryStore, type MemoryStoreOptions } from './memory-store.js';
import type { Ending, JobEvent } from './processor.js';

const base = { domain: '', sentBy: 'callers' } as const;
const policies: Record<string, MessagePolicy> = {
  thrice: { ...base, retry: { attempts: 3 } },
  fixed: { ...base, retry: { attempts: 3, backoff: { type: 'fixed', delay: 50 } } },
  exponential: { ...base, retry: { attempts: 4, backoff: { type: 'exponential', delay: 50 } } },
};

let clock: ManualClock;
let store: MemoryStore;
let events: JobEvent[];
let added: number;
const create = (options: MemoryStoreOptions = {}): void => {
  clock = createManualClock(1000);
  store = new MemoryStore({ clock, policies, ...options });
  events = [];
  added = 0;
  store.subscribe((event) => events.push(event));
};
beforeEach(() => create());

const add = async (messageType = 'demo', options: Partial<AddOptions> = {}): Promise<string> =>
  (await store.add(messageType, { a: 1 }, { jobId: `${messageType}.${++added}`, ...options })).jobId;
const state = async (jobId: string) => (await store.get(jobId))?.state;
/** Resolves once a job has gone through a number of events of a kind. */
const happened = (kind: JobEvent['kind'], times = 1): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (events.filter((event) => event.kind === kind).length >= times) resolve();
    };
    store.subscribe(look);
    look();
  });
const never = new AbortController().signal;

describe('A store in memory', () => {
  it('keeps a job as it was added', async () => {
    const data = { a: [1, undefined], b: undefined };
    const job = await store.add('demo', data, { jobId: 'demo.a' });
    data.a.push(2);
    expect(job).toEqual({
      jobId: 'demo.a',
      name: 'demo',
      queue: 'demo',
      state: 'waiting',
      data: { a: [1, null] },
      returnvalue: null,
      progress: 0,
      attemptsMade: 0,
      timestamp: 1000,
    });
    expect(await store.get('demo.a')).toEqual(job);
    expect(await store.get('demo.b')).toBeUndefined();
  });

  it('takes a repeated id for the same job, as long as it is kept', async () => {
    await store.add('demo', { first: true }, { jobId: 'own' });
    expect(await store.add('demo', { first: false }, { jobId: 'own' })).toMatchObject({ data: { first: true } });
    await store.remove('own');
    expect(await store.add('demo', { first: false }, { jobId: 'own' })).toMatchObject({ data: { first: false } });
  });

  it.each([10, 365 * 86_400_000])('ends a delay of %i ms when its time has come, not earlier', async (delay) => {
    const jobId = await add('demo', { delay });
    expect(await state(jobId)).toBe('delayed');
    clock.advance(delay - 1);
    expect(await state(jobId)).toBe('delayed');
    clock.advance(1);
    expect(await state(jobId)).toBe('waiting');
  });

  it('runs a processor, with progress on the way', async () => {
    store.work('demo', async (job, { updateProgress }) => {
      await updateProgress({ done: 1 });
      return { returnvalue: { got: job.data } };
    });
    const jobId = await add();
    await happened('completed');
    expect(await store.get(jobId)).toMatchObject({
      state: 'completed',
      returnvalue: { got: { a: 1 } },
      progress: { done: 1 },
      attemptsMade: 1,
    });
    expect(events.map(({ kind }) => kind)).toEqual(['added', 'waiting', 'active', 'progress', 'completed']);
  });

  it('runs jobs that waited before the processor came, and leaves those of other messages alone', async () => {
    const [jobId, other] = [await add(), await add('other')];
    store.work('demo', async () => ({ returnvalue: undefined }));
    await happened('completed');
    expect(await store.get(jobId)).toMatchObject({ state: 'completed', returnvalue: null });
    expect(await state(other)).toBe('waiting');
  });

  it('attempts a job as often as its policy says, with the reason of the last failure', async () => {
    const seen: number[] = [];
    store.work('thrice', async ({ attemptsMade }) => {
      seen.push(attemptsMade);
      throw new Error(`attempt ${attemptsMade}`);
    });
    const jobId = await add('thrice');
    await happened('failed');
    expect(seen).toEqual([0, 1, 2]);
    expect(await store.get(jobId)).toMatchObject({ state: 'failed', failedReason: 'attempt 2', attemptsMade: 3 });
  });

  it.each([
    ['fixed', [50, 50]],
    ['exponential', [50, 100, 200]],
  ])('waits between two attempts by a backoff that is %s', async (messageType, delays) => {
    const jobId = await add(messageType);
    for (const [index, delay] of delays.entries()) {
      await store.fail(jobId, 'no network');
      expect(await store.get(jobId)).toMatchObject({
        state: 'delayed',
        failedReason: 'no network',
        attemptsMade: index + 1,
      });
      clock.advance(delay - 1);
      expect(await state(jobId)).toBe('delayed');
      clock.advance(1);
      expect(await state(jobId)).toBe('waiting');
    }
    await store.fail(jobId, 'no disk');
    expect(await store.get(jobId)).toMatchObject({ state: 'failed', failedReason: 'no disk' });
  });

  it.each<[messageType: string, ending: Ending, want: object]>([
    ['demo', { reason: 'broken' }, { state: 'failed', failedReason: 'broken' }],
    [
      'thrice',
      { reason: 'no such file', isFinal: true, outcome: { ok: false } },
      { attemptsMade: 1, outcome: { ok: false } },
    ],
  ])('ends a job of %s that fails with %o', async (messageType, ending, want) => {
    store.work(messageType, async () => ending);
    const jobId = await add(messageType);
    await happened('failed');
    expect(await store.get(jobId)).toMatchObject(want);
  });

  it('drops what an attempt comes to when the job has been ended or removed meanwhile', async () => {
    const go: (() => void)[] = [];
    store.work('demo', () => new Promise((resolve) => void go.push(() => resolve({ returnvalue: 'late' }))));
    const [ended, removed] = [await add(), await add()];
    await happened('active', 2);
    await store.complete(ended, 'early');
    await store.remove(removed);
    for (const each of go) each();
    await new Promise(setImmediate);
    expect(await store.get(ended)).toMatchObject({ returnvalue: 'early', attemptsMade: 1 });
    expect(await store.get(removed)).toBeUndefined();
  });

  it('fails a job whose return value has no JSON form', async () => {
    store.work('demo', async () => ({ returnvalue: 1n }));
    const jobId = await add();
    await happened('failed');
    expect((await store.get(jobId))?.failedReason).toContain('The return value cannot be written as JSON');
  });

  it('gives another state in place of its own, until the job ends', async () => {
    const jobId = await add();
    await store.setState(jobId, 'paused');
    expect([await state(jobId), (await store.list())[0]?.state]).toEqual(['paused', 'paused']);
    await store.complete(jobId);
    expect(await state(jobId)).toBe('completed');
  });

  it.each<[what: string, act: (jobId: string) => Promise<void>, message: string]>([
    ['completes an unknown job', () => store.complete('7'), 'There is no job "7", or it has been removed.'],
    ['removes an unknown job', () => store.remove('7'), 'There is no job "7", or it has been removed.'],
    ['reports progress of one', () => store.updateProgress('7', 1), 'There is no job "7", or it has been removed.'],
    ['gives a state to one', () => store.setState('7', 'paused'), 'There is no job "7", or it has been removed.'],
    ['completes a job twice', (jobId) => store.complete(jobId), 'The job "demo.1" has completed already.'],
    ['fails a completed job', (jobId) => store.fail(jobId, 'x'), 'The job "demo.1" has completed already.'],
  ])('explains when somebody %s', async (_, act, message) => {
    const jobId = await add();
    await store.complete(jobId);
    await expect(act(jobId)).rejects.toThrow(new Error(message));
  });
});

describe('Retention', () => {
  it('keeps a number of jobs of each queue, those that ended last', async () => {
    create({ retention: { completed: { age: Infinity, count: 2 } } });
    const [a, b, c, other] = [await add(), await add(), await add(), await add('other')];
    for (const jobId of [b, a, other, c]) await store.complete(jobId);
    expect((await store.list()).map(({ jobId }) => jobId)).toEqual([a, c, other]);
  });

  it.each([
    ['completed', 86_400_000],
    ['failed', 7 * 86_400_000],
  ] as const)('by default removes jobs that have %s after %i ms, whether another ends or not', async (how, age) => {
    const end = (jobId: string) => (how === 'completed' ? store.complete(jobId) : store.fail(jobId, 'x'));
    const [first, second] = [await add(), await add()];
    await end(first);
    clock.advance(age - 1);
    await end(second);
    expect(await state(first)).toBe(how);
    clock.advance(1);
    expect([await state(first), await state(second)]).toEqual([undefined, how]);
    expect(await store.cancel(first)).toBe('unknown');
    clock.advance(age);
    expect(await store.list()).toEqual([]);
    expect(await add('demo', { jobId: first })).toBe(first);
    expect(await state(first)).toBe('waiting');
  });
});

describe('Cancelling', () => {
  it('removes a job that waits, and the timer of its delay', async () => {
    expect([await store.cancel(await add()), await store.cancel(await add('demo', { delay: 5 }))]).toEqual([
      'removed',
      'removed',
    ]);
    expect([await store.list(), clock.pending]).toEqual([[], 0]);
  });

  it('asks a running attempt to stop, and fails what throws then for good', async () => {
    store.work(
      'thrice',
      (_, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    const jobId = await add('thrice');
    await happened('active');
    expect(await store.cancel(jobId)).toBe('requested');
    await happened('failed');
    expect(await store.get(jobId)).toMatchObject({ state: 'failed', attemptsMade: 1 });
    expect([await store.cancel(jobId), await store.cancel('demo.9')]).toEqual(['ended', 'unknown']);
  });
});

describe('Watching', () => {
  it('resolves at each change, for everybody who watches', async () => {
    const jobId = await add('thrice');
    const changes: (() => Promise<unknown>)[] = [
      () => store.updateProgress(jobId, 1),
      () => store.setState(jobId, 'paused'),
      () => store.fail(jobId, 'x'),
      () => store.remove(jobId),
    ];
    for (const change of changes) {
      const watches = [store.watch(jobId, never), store.watch(jobId, never)];
      await change();
      expect(await Promise.all(watches)).toHaveLength(2);
    }
  });

  it('resolves at once where nothing can change any more', async () => {
    const jobId = await add();
    await store.complete(jobId);
    const other = await add();
    const watches = [store.watch(jobId, never), store.watch('demo.9', never), store.watch(other, AbortSignal.abort())];
    expect(await Promise.all(watches)).toHaveLength(3);
  });

  it('resolves when it is ended, or the store closes, and not before', async () => {
    const jobId = await add();
    const ender = new AbortController();
    let ended = 0;
    const count = (): void => void (ended += 1);
    const watches = [store.watch(jobId, ender.signal).then(count), store.watch(jobId, never).then(count)];
    await new Promise(setImmediate);
    expect(ended).toBe(0);
    ender.abort();
    await watches[0];
    expect(ended).toBe(1);
    await store.close();
    await Promise.all(watches);
  });
});

describe('Closing', () => {
  it('ends delays and running attempts, and may be done twice', async () => {
    const reasons: unknown[] = [];
    store.work('demo', async (_, { signal }) => {
      signal.addEventListener('abort', () => reasons.push(signal.reason));
      return new Promise(() => undefined);
    });
    await add();
    await add('demo', { delay: 5 });
    await happened('active');
    await store.ready();
    await store.close();
    await store.close();
    expect(reasons).toEqual([new JobStop('closing')]);
    expect(clock.pending).toBe(0);
    await expect(add()).rejects.toThrow('The store has been closed.');
    await expect(store.ready()).rejects.toThrow('The store has been closed.');
  });
});
