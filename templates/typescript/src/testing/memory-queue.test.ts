import { beforeEach, describe, expect, it } from 'vitest';
import type { JobEvent, JobOptions } from './job-queue.js';
import { createManualClock, type ManualClock } from './manual-clock.js';
import { MemoryQueue } from './memory-queue.js';

let clock: ManualClock;
let queue: MemoryQueue;
let events: JobEvent[];

beforeEach(() => {
  clock = createManualClock(1000);
  queue = new MemoryQueue(clock);
  events = [];
  queue.subscribe((event) => events.push(event));
});

const add = async (options?: JobOptions) => (await queue.add('demo', { a: 1 }, options)).job.jobId;
const state = async (jobId: string) => (await queue.get(jobId))?.state;
/** Resolves once a job has gone through a number of events of a kind. */
const happened = (kind: JobEvent['kind'], times = 1): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (events.filter((event) => event.kind === kind).length >= times) resolve();
    };
    queue.subscribe(look);
    look();
  });

describe('A queue in memory', () => {
  it('keeps a job as it was added', async () => {
    const data = { a: [1, undefined], b: undefined };
    const { job, isNew } = await queue.add('demo', data);
    data.a.push(2);
    expect({ job, isNew }).toEqual({
      isNew: true,
      job: {
        jobId: '1',
        name: 'demo',
        queue: 'demo-queue',
        state: 'waiting',
        data: { a: [1, null] },
        returnvalue: null,
        progress: 0,
        failedReason: undefined,
        attemptsMade: 0,
        timestamp: 1000,
      },
    });
    expect(await queue.get('1')).toEqual(job);
    expect(await queue.get('2')).toBeUndefined();
  });

  it.each<[options: JobOptions, state: string]>([
    [{}, 'waiting'],
    [{ priority: 2 }, 'prioritized'],
    [{ delay: 10 }, 'delayed'],
    [{ delay: 10, priority: 2 }, 'delayed'],
  ])('has a job with %o begin as %s', async (options, expected) => {
    expect(await state(await add(options))).toBe(expected);
  });

  it('ends a delay when its time has come, not earlier', async () => {
    const jobId = await add({ delay: 10, priority: 1 });
    clock.advance(9);
    expect(await state(jobId)).toBe('delayed');
    clock.advance(1);
    expect(await state(jobId)).toBe('prioritized');
  });

  it('takes a repeated id for the same job, as long as it is kept', async () => {
    await queue.add('demo', { first: true }, { jobId: 'own' });
    const again = await queue.add('other', { first: false }, { jobId: 'own' });
    expect(again).toMatchObject({ isNew: false, job: { name: 'demo', data: { first: true } } });
    await queue.remove('own');
    expect(await queue.add('demo', { first: false }, { jobId: 'own' })).toMatchObject({
      isNew: true,
      job: { data: { first: false } },
    });
  });

  it.each<[options: JobOptions, message: string]>([
    [{ jobId: 'a:b' }, 'The job id "a:b" must not hold a colon.'],
    [{ jobId: '12' }, 'The job id "12" must not be an integer: those are the ids that the queue makes itself.'],
    [{ jobId: '-3' }, 'The job id "-3" must not be an integer: those are the ids that the queue makes itself.'],
    [{ jobId: '' }, 'The job id must not be empty.'],
    [{ attempts: 0 }, 'attempts must be an integer of 1 or more, got 0.'],
    [{ priority: -1 }, 'priority must be an integer of 0 or more, got -1.'],
    [{ delay: Number.NaN }, 'delay must be a number of milliseconds from 0 to 2147483647, got NaN.'],
    [{ backoff: -1 }, 'backoff must be a number of milliseconds from 0 to 2147483647, got -1.'],
  ])('refuses %o', async (options, message) => {
    await expect(queue.add('demo', {}, options)).rejects.toThrow(new RangeError(message));
    expect(await queue.list()).toEqual([]);
  });

  it('takes ids that merely begin with a number', async () => {
    expect(await add({ jobId: '12a' })).toBe('12a');
    expect(await add({ jobId: '012' })).toBe('012');
  });

  it('runs a processor, with progress on the way', async () => {
    queue.work('demo', async (job, { updateProgress }) => {
      await updateProgress({ done: 1 });
      return { got: job.data };
    });
    const jobId = await add();
    await happened('completed');
    expect(await queue.get(jobId)).toMatchObject({
      state: 'completed',
      returnvalue: { got: { a: 1 } },
      progress: { done: 1 },
      attemptsMade: 1,
    });
    expect(events.map(({ kind }) => kind)).toEqual(['added', 'waiting', 'active', 'progress', 'completed']);
  });

  it('runs jobs that waited before the processor came', async () => {
    const jobId = await add();
    queue.work('demo', async () => undefined);
    await happened('completed');
    expect(await queue.get(jobId)).toMatchObject({ state: 'completed', returnvalue: null });
  });

  it('leaves jobs of other names alone', async () => {
    queue.work('other', async () => undefined);
    const jobId = await add();
    await queue.add('other', {});
    await happened('completed');
    expect(await state(jobId)).toBe('waiting');
  });

  it('attempts a job again, with the reason of the last failure, until none is left', async () => {
    const seen: number[] = [];
    queue.work('demo', async (job) => {
      seen.push(job.attemptsMade);
      throw new Error(`attempt ${job.attemptsMade}`);
    });
    const jobId = await add({ attempts: 3 });
    await happened('failed');
    expect(seen).toEqual([0, 1, 2]);
    expect(await queue.get(jobId)).toMatchObject({ state: 'failed', failedReason: 'attempt 2', attemptsMade: 3 });
  });

  it('delays the next attempt by the backoff, the reason shown meanwhile', async () => {
    const jobId = await add({ attempts: 2, backoff: 50 });
    await queue.fail(jobId, 'no network');
    expect(await queue.get(jobId)).toMatchObject({ state: 'delayed', failedReason: 'no network', attemptsMade: 1 });
    clock.advance(50);
    expect(await state(jobId)).toBe('waiting');
    await queue.fail(jobId, 'no disk');
    expect(await queue.get(jobId)).toMatchObject({ state: 'failed', failedReason: 'no disk' });
  });

  it('makes no further attempt after an UnrecoverableError', async () => {
    queue.work('demo', async () => {
      throw Object.assign(new Error('no such file'), { name: 'UnrecoverableError' });
    });
    const jobId = await add({ attempts: 5 });
    await happened('failed');
    expect(await queue.get(jobId)).toMatchObject({ failedReason: 'no such file', attemptsMade: 1 });
  });

  it.each<[options: JobOptions, completed: boolean, failed: boolean]>([
    [{}, true, true],
    [{ removeOnComplete: true }, false, true],
    [{ removeOnFail: true }, true, false],
  ])('with %o keeps completed jobs: %s, failed ones: %s', async (options, completed, failed) => {
    const [first, second] = [await add(options), await add(options)];
    await queue.complete(first, 1);
    await queue.fail(second, 'broken');
    expect([(await queue.get(first)) !== undefined, (await queue.get(second)) !== undefined]).toEqual([
      completed,
      failed,
    ]);
  });

  it('drops what an attempt comes to when the job has been ended or removed meanwhile', async () => {
    const go: (() => void)[] = [];
    queue.work('demo', () => new Promise((resolve) => void go.push(() => resolve('late'))));
    const [ended, removed] = [await add(), await add()];
    await happened('active', 2);
    await queue.complete(ended, 'early');
    await queue.remove(removed);
    for (const each of go) each();
    await new Promise(setImmediate);
    expect(await queue.get(ended)).toMatchObject({ returnvalue: 'early', attemptsMade: 1 });
    expect(await queue.get(removed)).toBeUndefined();
  });

  it('fails a job whose return value has no JSON form', async () => {
    queue.work('demo', async () => 1n);
    const jobId = await add();
    await happened('failed');
    expect((await queue.get(jobId))?.failedReason).toContain('The return value cannot be written as JSON');
  });

  it.each<[what: string, act: (jobId: string) => Promise<void>, message: string]>([
    ['completes an unknown job', () => queue.complete('7'), 'There is no job "7", or it has been removed.'],
    ['removes an unknown job', () => queue.remove('7'), 'There is no job "7", or it has been removed.'],
    ['reports progress of one', () => queue.updateProgress('7', 1), 'There is no job "7", or it has been removed.'],
    ['completes a job twice', (jobId) => queue.complete(jobId), 'The job "1" has completed already.'],
    ['fails a completed job', (jobId) => queue.fail(jobId, 'x'), 'The job "1" has completed already.'],
  ])('explains when somebody %s', async (_, act, message) => {
    const jobId = await add();
    await queue.complete(jobId);
    await expect(act(jobId)).rejects.toThrow(new Error(message));
  });

  it('ends delays and aborts processors when it closes', async () => {
    const reasons: unknown[] = [];
    queue.work('demo', async (_, { signal }) => {
      signal.addEventListener('abort', () => reasons.push(signal.reason));
      await new Promise(() => undefined);
    });
    await add();
    await add({ delay: 5 });
    await happened('active');
    await queue.close();
    expect(reasons).toEqual([new Error('The queue has been closed.')]);
    expect(clock.pending).toBe(0);
    await expect(add()).rejects.toThrow('The queue has been closed.');
  });
});
