import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { WorkerClientConfig } from '../configuration.js';
import { InvalidArgumentError, WorkerClientError } from '../errors/index.js';
import { enqueued } from '../transport/_scripted-fetch.js';
import { createTestClient, outcomeOf, type Payloads, type TestClient } from './_test-client.js';
import { overlay, type JobToSend, type SendAllOptions, type SendResult } from './send-all.js';

type Job = JobToSend<Payloads>;

const texts = (count: number): Extract<Job, { type: 'notify' }>[] =>
  Array.from({ length: count }, (_, index) => ({ type: 'notify', payload: { text: String(index) } }));

/** A client whose backend answers with the payload's text as the job id, later ones first, and refuses what it is told to. */
function echoing(refused: readonly string[] = [], config: WorkerClientConfig = {}) {
  const load = { now: 0, most: 0 };
  const test = createTestClient([], {
    fetch: async (_, { body = '' }) => {
      const { text } = JSON.parse(body) as { text: string };
      load.now += 1;
      load.most = Math.max(load.most, load.now);
      for (let turn = Number(text) % 7; turn < 7; turn += 1) await Promise.resolve();
      load.now -= 1;
      return refused.includes(text)
        ? Response.json({ error: 'refused' }, { status: 400 })
        : Response.json({ success: true, jobId: text, queue: 'q' });
    },
    ...config,
  });
  return { ...test, load };
}

const summary = (results: readonly SendResult[]): string[] =>
  results.map((result) => (result.status === 'fulfilled' ? result.value.jobId : result.reason.name));

describe('sendAll', () => {
  it('gives results in the order of the jobs', async () => {
    const { client } = echoing();
    const results = await client.sendAll(texts(50));
    expectTypeOf(results).toEqualTypeOf<SendResult<'notify'>[]>();
    expect(summary(results)).toEqual(texts(50).map(({ payload }) => payload.text));
  });

  it('takes jobs of several messages', async () => {
    const { client, requests } = createTestClient([enqueued]);
    const results = await client.sendAll<'resize' | 'notify'>([
      { type: 'resize', payload: { image: 'a' } },
      { type: 'notify', payload: { text: 'b' } },
    ]);
    expectTypeOf(results).toEqualTypeOf<SendResult<'resize' | 'notify'>[]>();
    expect(results.map((result) => result.status === 'fulfilled' && result.value.messageName)).toEqual([
      'resize',
      'notify',
    ]);
    expect(requests.map(({ url }) => url.split('/').at(-1))).toEqual(['resize', 'notify']);
  });

  it.each([
    { options: {}, want: 8 },
    { options: { concurrency: 1 }, want: 1 },
    { options: { concurrency: 3 }, want: 3 },
    { options: { concurrency: 1_000 }, want: 40 },
  ])('makes $want requests at once with $options', async ({ options, want }) => {
    const { client, load } = echoing();
    await client.sendAll(texts(40), options);
    expect(load.most).toBe(want);
  });

  it('sends the others where some are refused', async () => {
    const { client } = echoing(['1', '3']);
    expect(summary(await client.sendAll(texts(5)))).toEqual(['0', 'HttpError', '2', 'HttpError', '4']);
  });

  it.each<{ name: string; bad: unknown }>([
    { name: 'null', bad: null },
    { name: 'without a type', bad: {} },
    { name: 'without a payload', bad: { type: 'notify' } },
    { name: 'with options of null', bad: { type: 'notify', payload: { text: '9' }, options: null } },
    { name: 'with a bad option', bad: { type: 'notify', payload: { text: '9' }, options: { timeout: -1 } } },
  ])('sends the others where one is $name', async ({ bad }) => {
    const { client } = echoing();
    const [first, second] = texts(2);
    const results = await client.sendAll([first, bad, second] as Extract<Job, { type: 'notify' }>[]);
    expect(summary(results)).toEqual(['0', 'InvalidArgumentError', '1']);
  });

  it('sends the others where a validate throws', async () => {
    const validate = (_: string, payload: unknown): [] => {
      if ((payload as { text: string }).text === '1') throw new TypeError('validator broke');
      return [];
    };
    const { client } = echoing([], { validate });
    const results = await client.sendAll(texts(3));
    expect(summary(results)).toEqual(['0', 'ConfigurationError', '2']);
    const [, failed] = results;
    expect(failed).toMatchObject({ reason: { message: 'validate() cannot be used: validator broke.' } });
    expect(failed?.status === 'rejected' && failed.reason).toBeInstanceOf(WorkerClientError);
  });

  it('gives each job a key of its own', async () => {
    const { client, requests } = createTestClient([enqueued]);
    await client.sendAll([
      ...texts(3),
      { type: 'notify', payload: { text: 'a' }, options: { idempotencyKey: 'mine' } },
    ]);
    const keys = requests.map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(4);
    expect(keys[3]).toBe('mine');
  });

  it('ends what is left when the signal fires', async () => {
    const controller = new AbortController();
    const { client, requests } = createTestClient(['stall']);
    const outcome = client.sendAll(texts(20), { signal: controller.signal, concurrency: 4 });
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    controller.abort();
    expect(new Set(summary(await outcome))).toEqual(new Set(['RequestAbortedError']));
    expect(requests).toHaveLength(4);
  });

  it('reads its list once: what happens to it later neither adds nor drops nor repeats a job', async () => {
    const { client } = echoing();
    const jobs = texts(20);
    const outcome = client.sendAll(jobs, { concurrency: 2 });
    jobs.splice(0, 10);
    jobs.push(...texts(5));
    expect(summary(await outcome)).toEqual(texts(20).map(({ payload }) => payload.text));
  });

  it('has nothing to do for no jobs', async () => {
    expect(await echoing().client.sendAll([])).toEqual([]);
  });

  it.each<{ name: string; jobs?: unknown; options?: unknown; want: RegExp }>([
    { name: 'jobs that are no list', jobs: {}, want: /jobs must be an iterable/ },
    { name: 'no jobs', jobs: null, want: /jobs must be an iterable/ },
    ...[0, -1, 1.5, Number.NaN, Infinity, '4', null].map((concurrency) => ({
      name: `a concurrency of ${String(concurrency)}`,
      options: { concurrency },
      want: /concurrency must be a whole number from 1 up/,
    })),
    { name: 'options of null', options: null, want: /options must be an object/ },
    { name: 'an onResult that is no function', options: { onResult: 5 }, want: /onResult must be a function/ },
    { name: 'a key for all', options: { idempotencyKey: 'one' }, want: /idempotencyKey belongs to one message/ },
  ])('refuses $name', async ({ jobs = texts(2), options = {}, want }) => {
    const { client, requests } = createTestClient([enqueued]);
    const send = client.sendAll.bind(client) as (jobs: unknown, options: unknown) => ReturnType<TestClient['sendAll']>;
    const outcome = await outcomeOf(send(jobs, options));
    expect(outcome).toBeInstanceOf(InvalidArgumentError);
    expect(outcome).toMatchObject({ message: expect.stringMatching(want) as string });
    expect(requests).toEqual([]);
  });
});

describe('What sendAll takes', () => {
  function* some(count: number) {
    yield* texts(count);
  }
  async function* later(count: number) {
    for (const job of texts(count)) yield Promise.resolve(job);
  }

  it.each([
    { kind: 'a generator', jobs: () => some(20) },
    { kind: 'an async generator', jobs: () => later(20) },
    { kind: 'a set', jobs: () => new Set(texts(20)) },
  ])('may be $kind, read as places become free', async ({ jobs }) => {
    const { client, load } = echoing();
    expect(summary(await client.sendAll(jobs(), { concurrency: 3 }))).toEqual(
      texts(20).map(({ payload }) => payload.text),
    );
    expect([2, 3]).toContain(load.most);
  });

  it('may go on without end, until the signal fires', async () => {
    const controller = new AbortController();
    let taken = 0;
    let isOver = false;
    function* endless() {
      try {
        for (;;) {
          taken += 1;
          yield { type: 'notify', payload: { text: String(taken) } } as const;
        }
      } finally {
        isOver = true;
      }
    }
    const { client } = echoing();
    const onResult = (_: unknown, index: number): void => void (index === 9 && controller.abort());
    const results = await client.sendAll(endless(), { concurrency: 1, onResult, signal: controller.signal });
    expect(results).toHaveLength(10);
    expect([taken, isOver]).toEqual([10, true]);
  });

  it('may break: what was sent before is still known', async () => {
    function* breaking() {
      yield* texts(3);
      throw new Error('disk');
    }
    const { client } = echoing();
    const results = await client.sendAll(breaking());
    expect(summary(results)).toEqual(['0', '1', '2', 'InvalidArgumentError']);
    expect(results[3]).toMatchObject({ reason: { message: 'The message cannot be sent: disk' } });
  });

  it.each(['sync', 'async'])('may fail to end where it is not read on, %s: results stay known', async (kind) => {
    const failToEnd = (): never => {
      throw new Error('disk');
    };
    const next = () => ({ done: false, value: { type: 'notify', payload: { text: 'a' } } }) as const;
    const jobs =
      kind === 'sync'
        ? { [Symbol.iterator]: () => ({ next, return: failToEnd }) }
        : { [Symbol.asyncIterator]: () => ({ next: async () => next(), return: async () => failToEnd() }) };
    const controller = new AbortController();
    const onResult = (): void => controller.abort();
    const { client } = echoing();
    const results = await client.sendAll(jobs, { concurrency: 1, onResult, signal: controller.signal });
    expect(summary(results)).toEqual(['a', 'InvalidArgumentError']);
  });
});

describe('onResult', () => {
  it('is called with each result and its place, and waited for', async () => {
    const { client, load } = echoing(['1']);
    const seen: [number, string][] = [];
    const onResult = async (result: SendResult, index: number): Promise<void> => {
      await Promise.resolve();
      seen.push([index, result.status]);
      expect(load.now).toBe(0);
    };
    await client.sendAll(texts(3), { concurrency: 1, onResult });
    expect(seen).toEqual([
      [0, 'fulfilled'],
      [1, 'rejected'],
      [2, 'fulfilled'],
    ]);
  });

  it('that throws keeps the rest from being sent', async () => {
    const { client, requests } = createTestClient([enqueued]);
    const reason = new Error('mine');
    const onResult = vi.fn<() => Promise<void>>(() => Promise.reject(reason));
    const outcome = await outcomeOf(client.sendAll(texts(9), { concurrency: 2, onResult }));
    expect(outcome).toMatchObject({ name: 'RequestAbortedError', cause: reason });
    expect(requests).toHaveLength(2);
  });
});

describe('overlay', () => {
  const shared: SendAllOptions = { timeout: 5, maxRetries: 1, headers: { a: 'shared', b: 'shared' } };
  it.each([
    { own: undefined, want: shared },
    { own: { timeout: 9 }, want: { ...shared, timeout: 9 } },
    { own: { timeout: undefined, idempotencyKey: 'k' }, want: { ...shared, idempotencyKey: 'k' } },
    { own: { headers: { b: 'own', c: 'own' } }, want: { ...shared, headers: { a: 'shared', b: 'own', c: 'own' } } },
  ])('$own over the shared', ({ own, want }) => {
    expect(overlay(shared, own)).toEqual(want);
  });
});
