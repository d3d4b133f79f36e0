import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigurationError } from '../runtime/errors/configuration-error.js';
import { ConnectionError } from '../runtime/errors/connection-error.js';
import { JobError } from '../worker/job-error.js';
import { hasRedis, needsRedis, startRedis } from './_testing/redis.js';
import { gate, rules, World, type TestHandler } from './_testing/world.js';
import { JobStoreOnBullMq } from './bull-mq-store.js';
import type { DeadLetter } from './message-worker.js';
import { Workers } from './start-workers.js';
import type { AnyWorkerOptions } from './worker-options.js';

describe.skipIf(!hasRedis)(`Workers on BullMQ${needsRedis}`, () => {
  let world: World;
  beforeEach(async () => {
    world = await World.start();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it('carry out a job, keep what it returns, and send that as its outcome', async () => {
    const workers = await world.workers({
      'a-request': async (payload, job) => {
        await job.progress({ percent: 10 });
        await job.log('Begun.');
        await job.emit('a-found', { n: 1 });
        return { ...payload, jobId: job.id, attempt: job.attempt };
      },
    });
    const jobId = await world.add('a-request', { x: 1 });
    const outcome = { x: 1, jobId, attempt: 1 };
    expect(await world.until(jobId, 'completed')).toMatchObject({
      returnvalue: outcome,
      progress: { percent: 10 },
      attemptsMade: 1,
    });
    expect((await world.queue('a-request').getJobLogs(jobId)).logs).toEqual(['Begun.']);
    await workers.close();
    expect(await world.jobsOf('a-completed')).toEqual([{ id: expect.stringMatching(/^a-completed\./), data: outcome }]);
    expect(await world.jobsOf('a-found')).toEqual([{ id: expect.stringMatching(/^a-found\./), data: { n: 1 } }]);
    expect(
      await world
        .queue('a-request')
        .getBackend()
        .client.then((client) => client.smembers('bull:a-request:outbox')),
    ).toEqual([]);
  });

  it('send no outcome where that is not wanted, and none of a message that has none', async () => {
    const handler = (): unknown => ({});
    const workers = await world.workers({ 'a-request': handler, 'b-request': handler }, { outcomeMessages: false });
    for (const type of ['a-request', 'b-request']) await world.until(await world.add(type), 'completed');
    await workers.close();
    expect(await world.jobsOf('a-completed')).toEqual([]);
  });

  it('attempt a job again with backoff while attempts are left, and send a message once that each attempt sends', async () => {
    const attempts: number[] = [];
    const dead: DeadLetter[] = [];
    const workers = await world.workers(
      {
        'a-request': async (_, job) => {
          attempts.push(job.attempt);
          await job.emit('a-found', { attempt: job.attempt });
          throw new Error(`No ${job.attempt}.`);
        },
      },
      { onDeadLetter: (letter) => dead.push(letter) },
    );
    const jobId = await world.add('a-request', { x: 1 });
    expect(await world.until(jobId, 'failed')).toMatchObject({ failedReason: 'No 3.', attemptsMade: 3 });
    await workers.close();
    expect(attempts).toEqual([1, 2, 3]);
    expect(await world.jobsOf('a-found')).toMatchObject([{ data: { attempt: 1 } }]);
    expect(await world.jobsOf('a-completed')).toEqual([]);
    expect(dead).toEqual([{ jobId, messageType: 'a-request', payload: { x: 1 }, reason: 'No 3.', attempts: 3 }]);
  });

  const gone: TestHandler = () => Promise.reject(new JobError('GONE', 'No.'));
  it.each<[string, TestHandler, unknown, object]>([
    ['neverOn', gone, {}, { failedReason: 'GONE: No.' }],
    [
      'an outcome that does not fit',
      () => ({ bad: 1 }),
      {},
      { failedReason: 'The outcome does not fit a-completed: /bad: Is bad.' },
    ],
    [
      'a payload that was put in behind the backend',
      gone,
      { bad: 1 },
      { failedReason: 'The payload does not fit a-request: /bad: Is bad.' },
    ],
    [
      'onFailed',
      { run: gone as () => never, onFailed: (error) => ({ why: error.message }) },
      {},
      { failedReason: 'GONE: No.', outcome: { why: 'No.' } },
    ],
  ])('fail a job for good at its first attempt: %s', async (_, handler, payload, want) => {
    const dead: DeadLetter[] = [];
    const workers = await world.workers({ 'a-request': handler }, { onDeadLetter: (letter) => dead.push(letter) });
    // Added as others may: with another policy than the catalog's.
    await world.queue('a-request').add('a-request', payload, { jobId: 'a-request.x', attempts: 5 });
    const job = await world.until('a-request.x', 'failed');
    expect(job).toMatchObject({ attemptsMade: 1, ...want });
    await workers.close();
    const outcomes = 'outcome' in want ? [want.outcome] : [];
    expect((await world.jobsOf('a-completed')).map(({ data }) => data)).toEqual(outcomes);
    expect(dead.map(({ reason, outcome }) => ({ reason, outcome }))).toEqual([
      { reason: job?.failedReason, outcome: outcomes[0] },
    ]);
  });

  it('stop a job that another process cancels, which has failed for good then', async () => {
    const begun = gate();
    await world.workers({
      'a-request': (_, { signal }) =>
        new Promise((__, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          begun.open();
        }),
    });
    const jobId = await world.add('a-request');
    await begun.opened;
    expect(await world.store.cancel(jobId)).toBe('requested');
    expect(await world.until(jobId, 'failed')).toMatchObject({ failedReason: 'cancelled', attemptsMade: 1 });
  });

  it('hand what runs over to others when they close, once the grace is over and its signal aborted', async () => {
    const begun = gate();
    const attempts: string[] = [];
    const first = await world.workers({
      'a-request': (_, { signal, attempt }) => {
        attempts.push(`first ${attempt}`);
        begun.open();
        return new Promise((__, reject) => {
          signal.addEventListener('abort', () => reject(new JobError('SLOW', 'Stopped.')));
        });
      },
    });
    const jobId = await world.add('a-request');
    await begun.opened;
    expect(first.running).toBe(1);
    await first.close({ grace: 1 });
    expect(await world.store.get(jobId)).toMatchObject({ state: 'waiting', attemptsMade: 0 });
    await world.workers({ 'a-request': (_, { attempt }) => void attempts.push(`second ${attempt}`) });
    await world.until(jobId, 'completed');
    expect(attempts).toEqual(['first 1', 'second 1']);
  });

  it('leave a handler that does not stop, and take no more jobs meanwhile', async () => {
    const begun = gate();
    const never = gate();
    const workers = await world.workers({
      'a-request': async () => {
        begun.open();
        await never.opened;
      },
    });
    const [jobId, next] = [await world.add('a-request'), await world.add('a-request')];
    await begun.opened;
    await workers.close({ grace: 1 });
    expect(await world.store.get(jobId)).toMatchObject({ state: 'waiting', attemptsMade: 0 });
    expect(await world.store.get(next)).toMatchObject({ state: 'waiting' });
    never.open();
  });

  it('let what runs end within the grace', async () => {
    const [begun, end] = [gate(), gate()];
    const workers = await world.workers({
      'a-request': async () => {
        begun.open();
        await end.opened;
        return { done: true };
      },
    });
    const jobId = await world.add('a-request');
    await begun.opened;
    const closed = workers.close();
    end.open();
    await closed;
    expect(await world.store.get(jobId)).toMatchObject({ state: 'completed', returnvalue: { done: true } });
    expect(await world.jobsOf('a-completed')).toHaveLength(1);
  });

  it('say how they are', async () => {
    const workers = await world.workers({ 'b-request': () => 1 });
    await workers.ready();
    await world.until(await world.add('b-request'), 'completed');
    expect(await workers.counts()).toMatchObject({ 'b-request': { completed: 1, failed: 0, waiting: 0 } });
  });

  it.each([
    ['no handler', {}, {}, 'There is no handler'],
    ['a handler of no message', { 'c-request': () => 1 }, {}, 'c-request, which is no message of the catalog'],
    ['nothing said of webhooks', { 'a-request': () => 1 }, { webhooks: undefined }, 'pass webhooks: { secret }'],
    ['a secret that is none', { 'a-request': () => 1 }, { webhooks: { secret: 'x' } }, 'secret'],
    ['no connection', { 'b-request': () => 1 }, { connection: undefined }, 'pass connection: { url'],
    [
      'no job at once',
      { 'b-request': () => 1 },
      { concurrency: 0 },
      'concurrency must be a whole number from 1 up, got 0',
    ],
    [
      'no job of one message at once',
      { 'b-request': () => 1 },
      { perMessage: { 'b-request': { concurrency: 1.5 } } },
      'concurrency must be',
    ],
    ['a limit of none', { 'b-request': () => 1 }, { limiter: { max: 0, duration: 1 } }, 'limiter.max'],
    ['a limit in no time', { 'b-request': () => 1 }, { limiter: { max: 1, duration: 0 } }, 'limiter.duration'],
    ['a lock of no time', { 'b-request': () => 1 }, { lockDuration: 0 }, 'lockDuration'],
    ['tries in the past', { 'b-request': () => 1 }, { webhooks: { secret: 'x', schedule: [-1] } }, 'webhooks.schedule'],
  ])('are not started with %s', async (_, handlers, options, message) => {
    const all = { connection: world.connection, webhooks: false as const, ...options, handlers };
    const started = Workers.start(all as AnyWorkerOptions, rules);
    await expect(started).rejects.toThrow(ConfigurationError);
    await expect(started).rejects.toThrow(message);
  });

  it('close with no grace that cannot be', async () => {
    const workers = await world.workers({ 'b-request': () => 1 });
    await expect(workers.close({ grace: Infinity })).rejects.toThrow('grace must be a whole number from 0 up');
    await workers.close({ grace: 0 });
  });
});

describe.skipIf(!hasRedis)(`Workers and stores that lose Redis${needsRedis}`, () => {
  it.concurrent.each([
    ['options', () => undefined],
    ['a client of the caller', (url: string) => new Redis(url, { maxRetriesPerRequest: null })],
  ])('close all the same with %s, in a time that has an end, and say so', async (_, clientOf) => {
    await using redis = await startRedis();
    const errors: Error[] = [];
    const client = clientOf(redis.url);
    client?.on('error', () => undefined);
    const connection = client ?? { url: redis.url };
    const onError = (error: Error): void => void errors.push(error);
    const begun = gate();
    const handler = (): Promise<never> => {
      begun.open();
      return new Promise(() => undefined);
    };
    const workers = await Workers.start({ connection, onError, handlers: { 'b-request': handler } }, rules);
    const store = new JobStoreOnBullMq({ connection, onError }, rules.policies);
    const { jobId } = await store.add('b-request', {}, { jobId: 'b-request.1' });
    await store.watch(jobId, AbortSignal.timeout(60_000));
    await begun.opened;
    await redis.stop();
    await Promise.all([workers.close({ grace: 0 }), store.close()]);
    expect(errors.filter(({ message }) => message.startsWith('Redis does not answer'))).toHaveLength(2);
    client?.disconnect();
  });
});

describe('Workers whose Redis is away', () => {
  const away = { host: '127.0.0.1', port: 1 };
  it.each([
    ['options', () => away],
    ['a client of the caller', () => new Redis({ ...away, maxRetriesPerRequest: null })],
  ])('are not started with %s, and leave nothing open', async (_, connectionOf) => {
    const connection = connectionOf();
    const options = { connection, handlers: { 'b-request': () => 1 }, onError: () => undefined };
    const started = Workers.start(options, rules);
    await expect(started).rejects.toThrow(ConnectionError);
    await expect(started).rejects.toThrow('Redis cannot be reached: connect ECONNREFUSED 127.0.0.1:1');
    if (connection instanceof Redis) connection.disconnect();
  });
});
