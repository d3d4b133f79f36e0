import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { apiKey, createTestClient, outcomeOf, type TestClient } from '../client/_test-client.js';
import type { WorkerClientConfig } from '../configuration.js';
import type { JobResponse } from '../job.js';
import { jobIn, refused, reset, type Step } from '../transport/_scripted-fetch.js';
import type { WaitOptions, WatchOptions } from './wait-options.js';

const missing: Step = { status: 404, body: { error: 'no such job' } };
const answer = (status: number, headers: Record<string, string> = {}): Step => ({ status, headers, body: {} });
const job: JobResponse<'resize'> = { success: true, jobId: '1', messageName: 'resize', queue: 'images' };

const byId = (client: TestClient, options: WaitOptions): Promise<unknown> => client.waitForJob('1', options);
const byJob = (client: TestClient, options: WaitOptions): Promise<unknown> => client.waitFor(job, options);

/** Waits for a job, and moves time by an hour. */
async function wait(steps: readonly Step[], options: WaitOptions = {}, by = byId, config: WorkerClientConfig = {}) {
  const test = createTestClient(steps, config);
  const outcome = outcomeOf(by(test.client, options));
  await test.clock.advance(3_600_000);
  return { ...test, outcome: await outcome };
}

const repeat = (step: Step, times: number): Step[] => Array.from({ length: times }, () => step);

describe('A wait ends', () => {
  it.each<{ name: string; steps: readonly Step[]; want: object; by?: typeof byId }>([
    { name: 'completed at once', steps: [jobIn('completed', { returnvalue: 5 })], want: { returnvalue: 5 } },
    {
      name: 'completed after every other state',
      steps: [
        ...['waiting', 'active', 'delayed', 'prioritized', 'waiting-children', 'paused', 'unknown'].map((state) =>
          jobIn(state),
        ),
        jobIn('completed'),
      ],
      want: { state: 'completed' },
    },
    {
      name: 'completed after a state of tomorrow',
      steps: [jobIn('Completed'), jobIn(''), jobIn('completed')],
      want: { state: 'completed' },
    },
    {
      name: 'completed, whatever returnvalue and failedReason said before',
      steps: [
        jobIn('active', { returnvalue: 3, failedReason: 'first try' }),
        jobIn('completed', { returnvalue: null }),
      ],
      want: { state: 'completed', returnvalue: null },
    },
    {
      name: 'failed',
      steps: [jobIn('active'), jobIn('failed', { failedReason: 'no disk' })],
      want: {
        name: 'JobFailedError',
        message: 'Job 1 failed: no disk',
        failedReason: 'no disk',
        messageType: 'resize',
      },
    },
    {
      name: 'failed without a reason',
      steps: [jobIn('failed', { failedReason: null })],
      want: { name: 'JobFailedError', message: 'Job 1 failed: the worker gave no reason' },
    },
    { name: 'gone after being seen', steps: [jobIn('active'), missing], want: { name: 'JobRemovedError', jobId: '1' } },
    { name: 'never seen', steps: [missing], want: { name: 'JobNotFoundError', cause: { status: 404 } } },
    { name: 'enqueued, but never seen', steps: [missing], want: { name: 'JobRemovedError' }, by: byJob },
    { name: 'seen late', steps: [missing, missing, jobIn('completed')], want: { state: 'completed' } },
    {
      name: 'never over',
      steps: [jobIn('active')],
      want: {
        name: 'DeadlineExceededError',
        deadline: 300_000,
        state: 'active',
        message: 'Job 1 is not known to have ended after 300000 ms: it was last seen active.',
      },
    },
    {
      name: 'out of reach',
      steps: [refused()],
      want: {
        name: 'DeadlineExceededError',
        message: 'Job 1 is not known to have ended after 300000 ms: the backend has not said how it is doing.',
        cause: { name: 'ConnectionError' },
      },
    },
    { name: 'refused a key', steps: [answer(401)], want: { name: 'HttpError', status: 401 } },
    { name: 'refused a method', steps: [answer(501)], want: { name: 'HttpError', status: 501 } },
    { name: 'redirected', steps: [answer(302)], want: { name: 'HttpError', status: 302 } },
    { name: 'refused a request', steps: [jobIn('active'), answer(400)], want: { name: 'HttpError', status: 400 } },
  ])('$name', async ({ steps, want, by }) => {
    const { outcome, clock } = await wait(steps, {}, by);
    expect(outcome).toMatchObject(want);
    expect(clock.pending).toEqual([]);
  });

  it.each<{ name: string; step: Step }>([
    { name: 'a refused connection', step: refused() },
    { name: 'a reset', step: reset() },
    { name: 'a stall', step: 'stall' },
    { name: 'a stalled body', step: 'stalled body' },
    { name: 'a page', step: { body: '<html>' } },
    { name: 'success: false', step: { body: { success: false } } },
    { name: 'another job', step: jobIn('completed', { jobId: '2' }) },
    ...[408, 425, 429, 500, 502, 503, 504, 599].map((code) => ({ name: `status ${code}`, step: answer(code) })),
  ])('well after $name', async ({ step }) => {
    const { outcome } = await wait([step, jobIn('active'), step, step, jobIn('completed')]);
    expect(outcome).toMatchObject({ state: 'completed' });
  });
});

describe('A wait for a job that the backend does not know', () => {
  it('lasts for the grace period of 5 seconds', async () => {
    const { client, clock } = createTestClient([missing]);
    let isOver = false;
    const outcome = outcomeOf(client.waitForJob('1')).then((value) => {
      isOver = true;
      return value;
    });
    await clock.advance(4_900);
    expect(isOver).toBe(false);
    await clock.advance(5_000);
    expect(await outcome).toMatchObject({ name: 'JobNotFoundError' });
  });

  it('counts from when the backend first said so, not from when it was down', async () => {
    const { outcome } = await wait([...repeat(refused(), 8), missing, jobIn('completed')]);
    expect(outcome).toMatchObject({ state: 'completed' });
  });

  it('counts on through failures that say nothing of it', async () => {
    const { outcome, requests } = await wait([missing, ...repeat(refused(), 8), missing, jobIn('completed')]);
    expect(outcome).toMatchObject({ name: 'JobNotFoundError' });
    expect(requests).toHaveLength(10);
  });
});

describe('The intervals of a wait', () => {
  it('grow from a quarter of a second to five, and never stop', async () => {
    const times: number[] = [];
    const { client, clock } = createTestClient([], {
      fetch: () => {
        times.push(clock.now());
        return Promise.resolve(Response.json({ jobId: '1', state: 'active' }));
      },
    });
    const outcome = outcomeOf(client.waitForJob('1', { deadline: 60_000 }));
    await clock.advance(60_000);
    await outcome;
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps.slice(0, 4)).toEqual([250, 375, 562.5, 843.75]);
    expect(Math.max(...gaps)).toBe(5_000);
    expect(gaps.at(-1)).toBe(5_000);
  });

  it('are spread over their upper half', async () => {
    const { client, clock, requests } = createTestClient([jobIn('active')], { random: () => 0 });
    const outcome = outcomeOf(client.waitForJob('1', { deadline: 1_000 }));
    await clock.advance(124);
    expect(requests).toHaveLength(1);
    await clock.advance(1);
    expect(requests).toHaveLength(2);
    await clock.advance(1_000);
    await outcome;
  });

  it('heed Retry-After', async () => {
    const { client, clock, requests } = createTestClient([answer(503, { 'retry-after': '20' }), jobIn('completed')]);
    const outcome = outcomeOf(client.waitForJob('1'));
    await clock.advance(19_999);
    expect(requests).toHaveLength(1);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ state: 'completed' });
  });

  it.each(['retry-after', 'retry-after-ms'])('heed no %s that is longer than maxRetryDelay', async (name) => {
    const headers = { [name]: '999999999999'.slice(0, name === 'retry-after' ? 9 : 12) };
    const { client, clock, requests } = createTestClient([answer(503, headers), jobIn('completed')]);
    const outcome = outcomeOf(client.waitForJob('1'));
    await clock.advance(29_999);
    expect(requests).toHaveLength(1);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ state: 'completed' });
  });

  it.each([
    { pollInterval: 100, want: [100, 100, 100, 100] },
    { pollInterval: 600, want: [250, 375, 562.5, 600] },
  ])('are no longer than $pollInterval where that is given', async ({ pollInterval, want }) => {
    for (const [config, options] of [
      [{ pollInterval }, {}],
      [{}, { pollInterval }],
    ] as const) {
      const { client, clock, requests } = createTestClient([jobIn('active')], config);
      const outcome = outcomeOf(client.waitForJob('1', { ...options, deadline: 60_000 }));
      await clock.advance(0);
      for (const gap of want) {
        const before = requests.length;
        await clock.advance(gap - 1);
        expect(requests).toHaveLength(before);
        await clock.advance(1);
        expect(requests).toHaveLength(before + 1);
      }
      await clock.advance(60_000);
      await outcome;
    }
  });

  it('hold no retries of their own: the wait repeats', async () => {
    const { client, clock, requests } = createTestClient([refused()]);
    const outcome = outcomeOf(client.waitForJob('1', { deadline: 240 }));
    await clock.advance(240);
    await outcome;
    expect(requests).toHaveLength(1);
  });
});

describe('The deadline of a wait', () => {
  it.each<{ name: string; step: Step }>([
    { name: 'an interval', step: jobIn('active') },
    { name: 'a request without an answer', step: 'stall' },
    { name: 'a body without an end', step: 'stalled body' },
  ])('ends $name', async ({ step }) => {
    const { client, clock } = createTestClient([step]);
    const outcome = outcomeOf(client.waitForJob('1', { deadline: 700 }));
    await clock.advance(700);
    expect(await outcome).toMatchObject({ name: 'DeadlineExceededError', deadline: 700 });
    expect(clock.pending).toEqual([]);
  });

  it.each([0, -1, Number.NaN, Infinity, 2 ** 31])('is refused where it is %s', async (deadline) => {
    const { client, requests } = createTestClient([jobIn('completed')]);
    await expect(client.waitForJob('1', { deadline })).rejects.toMatchObject({ name: 'InvalidArgumentError' });
    expect(requests).toEqual([]);
  });
});

describe('The cause of a deadline that passed', () => {
  it.each<{ name: string; steps: readonly Step[]; want: number | undefined }>([
    { name: 'is the last failure', steps: [jobIn('active'), answer(503)], want: 503 },
    { name: 'is none where the job was read since', steps: [answer(503), jobIn('active')], want: undefined },
  ])('$name', async ({ steps, want }) => {
    const { outcome } = await wait(steps);
    expect(outcome).toMatchObject({ name: 'DeadlineExceededError', state: 'active' });
    expect((outcome as { cause?: { status: number } }).cause?.status).toBe(want);
  });
});

describe('The signal of a wait', () => {
  const reason = new Error('not needed any more');

  it.each<{ name: string; step: Step }>([
    { name: 'an interval', step: jobIn('active') },
    { name: 'a request', step: 'stall' },
    { name: 'a body', step: 'stalled body' },
  ])('ends $name at once', async ({ step }) => {
    const controller = new AbortController();
    const { client, clock, requests } = createTestClient([step]);
    const outcome = outcomeOf(client.waitForJob('1', { signal: controller.signal }));
    await clock.advance(100);
    controller.abort(reason);
    expect(await outcome).toMatchObject({
      name: 'RequestAbortedError',
      message: 'Wait aborted for job 1.',
      cause: reason,
      jobId: '1',
    });
    expect(requests).toHaveLength(1);
    expect(clock.pending).toEqual([]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('that has fired keeps anything from being sent', async () => {
    const { client, requests, clock } = createTestClient([jobIn('completed')]);
    const outcome = await outcomeOf(client.waitForJob('1', { signal: AbortSignal.abort(reason) }));
    expect(outcome).toMatchObject({ name: 'RequestAbortedError', cause: reason });
    expect(requests).toEqual([]);
    expect(clock.pending).toEqual([]);
  });

  it('is left without a listener by a wait that ends well', async () => {
    const { signal } = new AbortController();
    await wait([jobIn('active'), jobIn('completed')], { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each([null, {}])('is refused where it is %s', async (signal) => {
    const { client } = createTestClient([jobIn('completed')]);
    const call = client.waitForJob('1', { signal: signal as AbortSignal });
    await expect(call).rejects.toMatchObject({ name: 'InvalidArgumentError' });
  });

  it('refuses an onProgress that is no function', async () => {
    const { client, requests } = createTestClient([]);
    const call = Reflect.apply(client.waitForJob, client, ['1', { onProgress: 5 }]);
    await expect(call).rejects.toMatchObject({
      name: 'InvalidArgumentError',
      message: 'onProgress must be a function, got 5.',
    });
    expect(requests).toEqual([]);
  });
});

describe('The progress of a job', () => {
  const told = async (progress: readonly unknown[]): Promise<unknown[]> => {
    const onProgress = vi.fn<(progress: unknown) => void>();
    const steps = progress.map((value) => jobIn('active', value === undefined ? {} : { progress: value }));
    await wait([...steps, jobIn('completed')], { onProgress });
    return onProgress.mock.calls.map(([value]) => value);
  };

  it.each([
    { progress: [10, 10, 20, 20], want: [10, 20] },
    { progress: [0, 0, 50], want: [0, 50] },
    { progress: [undefined, undefined, 5], want: [5] },
    { progress: [null, 5, null, 5], want: [5] },
    { progress: [{ page: 1 }, { page: 1 }, { page: 2 }], want: [{ page: 1 }, { page: 2 }] },
  ])('$progress is told as $want', async ({ progress, want }) => {
    expect(await told(progress)).toEqual(want);
  });

  it('ends the wait where the function throws', async () => {
    const onProgress = (): never => {
      throw new Error('mine');
    };
    const { outcome, clock } = await wait([jobIn('active', { progress: 1 })], { onProgress });
    expect(outcome).toMatchObject({
      name: 'RequestAbortedError',
      message: 'Wait aborted for job 1: onProgress threw: mine',
      cause: { message: 'mine' },
    });
    expect(clock.pending).toEqual([]);
  });

  it('is waited for, and ends the wait where the function rejects', async () => {
    let isReady = false;
    const { client, clock, requests } = createTestClient([jobIn('active', { progress: 1 }), jobIn('completed')]);
    const onProgress = async (): Promise<void> => {
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, 1_000));
      isReady = true;
    };
    const outcome = outcomeOf(client.waitForJob('1', { onProgress }));
    await clock.advance(999);
    expect(requests).toHaveLength(1);
    await clock.advance(1_000);
    expect(await outcome).toMatchObject({ state: 'completed' });
    expect(isReady).toBe(true);
    const rejecting = { onProgress: () => Promise.reject(new Error('mine')) };
    expect((await wait([jobIn('active', { progress: 1 })], rejecting)).outcome).toMatchObject({
      name: 'RequestAbortedError',
      cause: { message: 'mine' },
    });
  });

  it('may be nested 100,000 times', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const body = `{"jobId":"1","state":"active","progress":${deep}}`;
    const onProgress = vi.fn<() => void>();
    const { outcome } = await wait([{ body }, { body: `${body} ` }, jobIn('completed')], { onProgress });
    expect(outcome).toMatchObject({ state: 'completed' });
    expect(onProgress).toHaveBeenCalledTimes(2);
  });
});

describe('keepProcessAlive', () => {
  it.each([true, false, undefined])('%s holds for every timer of a wait', async (keepProcessAlive) => {
    const controller = new AbortController();
    const { client, clock } = createTestClient([jobIn('active'), 'stall']);
    const outcome = outcomeOf(client.waitForJob('1', { keepProcessAlive, signal: controller.signal }));
    await clock.advance(0);
    const between = clock.pending;
    await clock.advance(250);
    const within = clock.pending;
    controller.abort();
    await outcome;
    expect(between).toHaveLength(2);
    expect(within).toHaveLength(2);
    for (const timer of [...between, ...within]) expect(timer.keepsProcessAlive).toBe(keepProcessAlive ?? true);
  });
});

describe('What the error of a failed job shows', () => {
  it('holds neither the key nor secret fields', async () => {
    const data = { image: 'a', token: 't0ken-value' };
    const failedReason = `refused\n ${apiKey} and t0ken-value`;
    const more = {
      progress: { token: 'of progress', step: 2 },
      returnvalue: ['t0ken-value', apiKey],
      outcome: { token: 'of outcome' },
    };
    const { outcome } = await wait([jobIn('failed', { failedReason, data, ...more })]);
    expect(outcome).toMatchObject({
      message: 'Job 1 failed: refused [redacted] and [redacted]',
      failedReason: 'refused\n [redacted] and [redacted]',
      job: {
        name: 'resize',
        data: { image: 'a', token: '[redacted]' },
        progress: { token: '[redacted]', step: 2 },
        returnvalue: ['[redacted]', '[redacted]'],
      },
      outcome: { token: '[redacted]' },
    });
    expect(inspect(outcome, { depth: 20, showHidden: true })).not.toMatch(
      `${apiKey}|t0ken-value|of progress|of outcome`,
    );
  });
});

describe('What an error of a wait says of a job', () => {
  it.each([
    { state: 'active', name: apiKey, by: byJob },
    { state: 'failed', name: apiKey, by: byId },
    { state: apiKey, name: 'resize', by: byId },
  ])('holds no key, though the backend gives it as state $state or name $name', async ({ state, name, by }) => {
    const { outcome } = await wait([jobIn(state, { name })], {}, by);
    expect(outcome).toBeInstanceOf(Error);
    expect(inspect(outcome, { depth: 20, showHidden: true })).not.toContain(apiKey);
    expect(inspect(outcome)).toContain('[redacted]');
  });
});

describe('Many waits', () => {
  it.each([undefined, 3])('keep a bounded number of requests in flight (%s), and all end', async (pollConcurrency) => {
    let inFlight = 0;
    let most = 0;
    const seen = new Map<string, number>();
    const { client, clock } = createTestClient([], {
      pollConcurrency,
      fetch: async (url) => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        inFlight -= 1;
        const polls = (seen.get(url) ?? 0) + 1;
        seen.set(url, polls);
        const jobId = url.split('/').at(-1);
        return Response.json({ jobId, name: 'resize', state: polls < 3 ? 'active' : 'completed', data: {} });
      },
    });
    const outcomes = Promise.all(Array.from({ length: 300 }, (_, index) => client.waitForJob(`job-${index}`)));
    for (let step = 0; step < 9_000 && clock.pending.length > 0; step += 1) await clock.advance(100);
    expect(most).toBe(pollConcurrency ?? 16);
    expect((await outcomes).every(({ state }) => state === 'completed')).toBe(true);
    expect(clock.pending).toEqual([]);
  });
});

describe('Polls that hang', () => {
  it('keep other waits waiting for ten seconds at most', async () => {
    const { client, clock } = createTestClient([], {
      pollConcurrency: 2,
      fetch: (url) =>
        url.endsWith('hangs')
          ? new Promise(() => undefined)
          : Promise.resolve(Response.json({ jobId: '1', state: 'completed' })),
    });
    const hanging = [1, 2].map(() => outcomeOf(client.waitForJob('hangs', { deadline: 60_000 })));
    await clock.advance(0);
    const outcome = outcomeOf(client.waitForJob('1'));
    await clock.advance(10_000);
    expect(await outcome).toMatchObject({ state: 'completed' });
    await clock.advance(60_000);
    for (const each of await Promise.all(hanging)) {
      expect(each).toMatchObject({ name: 'DeadlineExceededError' });
      expect(each).not.toHaveProperty('state');
    }
  });
});

describe('A backend that holds its answer', () => {
  const tagged = (state: string, etag: string, more: Record<string, string> = {}): Step => ({
    ...(jobIn(state) as { body: unknown }),
    headers: { etag, ...more },
  });
  const applied = { 'preference-applied': 'wait=25' };

  it('is asked to, once it has given an ETag, and is asked again at once', async () => {
    const { client, clock, requests } = createTestClient([
      tagged('waiting', '"1"'),
      tagged('active', '"2"', applied),
      { status: 304, headers: { etag: '"2"', ...applied }, body: '' },
      tagged('completed', '"3"', applied),
    ]);
    const outcome = outcomeOf(client.waitForJob('1'));
    await clock.advance(750);
    expect(await outcome).toMatchObject({ state: 'completed' });
    expect(requests.map(({ headers }) => [headers['if-none-match'], headers['prefer']])).toEqual([
      [undefined, undefined],
      ['"1"', 'wait=25'],
      ['"2"', 'wait=25'],
      ['"2"', 'wait=25'],
    ]);
  });

  it('is not asked again in a hurry where it does not hold', async () => {
    const { client, clock, requests } = createTestClient([
      tagged('active', 'W/"1"'),
      { status: 304, headers: {}, body: '' },
    ]);
    const outcome = outcomeOf(client.waitForJob('1', { deadline: 60_000 }));
    await clock.advance(60_000);
    expect(await outcome).toMatchObject({ name: 'DeadlineExceededError', state: 'active' });
    expect(requests.length).toBeLessThan(20);
  });

  it('holds for a quarter of the polls at most, so that others are made meanwhile', async () => {
    const held: string[] = [];
    const { client, clock } = createTestClient([], {
      pollConcurrency: 8,
      fetch: (url, { headers }) => {
        const jobId = url.split('/').at(-1) ?? '';
        if (headers['prefer'] !== undefined) {
          held.push(jobId);
          return new Promise(() => undefined);
        }
        return Promise.resolve(Response.json({ jobId, state: 'active' }, { headers: { etag: '"1"' } }));
      },
    });
    const waits = Array.from({ length: 20 }, (_, index) =>
      outcomeOf(client.waitForJob(String(index), { deadline: 9_000 })),
    );
    await clock.advance(8_000);
    expect(held).toHaveLength(2);
    await clock.advance(9_000);
    expect(await Promise.all(waits)).toHaveLength(20);
  });

  it('is no answer where nothing was asked for', async () => {
    const { outcome } = await wait([{ status: 304, body: '' }]);
    expect(outcome).toMatchObject({ name: 'HttpError', status: 304 });
  });
});

describe('watch', () => {
  const seen = async (steps: readonly Step[], options: WatchOptions = {}) => {
    const test = createTestClient(steps);
    const states: string[] = [];
    const ended = outcomeOf(
      (async () => {
        for await (const { state, progress } of test.client.watch(job, options))
          states.push(progress === undefined ? state : `${state} ${JSON.stringify(progress)}`);
      })(),
    );
    await test.clock.advance(3_600_000);
    return { states, error: await ended, ...test };
  };

  it.each(['completed', 'failed'])('gives the job whenever it differs, and ends with %s', async (end) => {
    const steps = [jobIn('waiting'), jobIn('waiting'), jobIn('active'), jobIn('active', { progress: 5 }), jobIn(end)];
    const { states, error, clock } = await seen([...steps, jobIn(end)]);
    expect(states).toEqual(['waiting', 'active', 'active 5', end]);
    expect(error).toBeUndefined();
    expect(clock.pending).toEqual([]);
  });

  it('throws where a wait would', async () => {
    const { states, error } = await seen([jobIn('active'), missing]);
    expect(states).toEqual(['active']);
    expect(error).toMatchObject({ name: 'JobRemovedError' });
    expect((await seen([jobIn('active')], { deadline: 5 })).error).toMatchObject({ name: 'DeadlineExceededError' });
    expect((await seen([], { deadline: -5 })).error).toMatchObject({ name: 'InvalidArgumentError' });
  });

  it('leaves nothing behind where the caller stops', async () => {
    const { signal } = new AbortController();
    const { client, clock } = createTestClient([jobIn('active')]);
    for await (const { state } of client.watch('1', { signal })) {
      expect(state).toBe('active');
      break;
    }
    expect(clock.pending).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
