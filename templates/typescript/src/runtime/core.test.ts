import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { WorkerClientConfig } from './configuration.js';
import { WorkerClientError } from './errors/index.js';
import type { JobResponse } from './job.js';
import { capableOf, enqueued, jobIn, refused, type Step } from './transport/_scripted-fetch.js';
import { createTestClient, outcomeOf, type TestClient } from './client/_test-client.js';
import type { WithResponse } from './client/job-call.js';

const unauthorized: Step = { status: 401, body: { error: 'stale' } };

describe('An API key of a function', () => {
  const keysOf = ({ requests }: { requests: readonly { headers: Record<string, string> }[] }): (string | undefined)[] =>
    requests.map(({ headers }) => headers['authorization']);

  it.each([
    { kind: 'sync', apiKey: (count: number): string => `key-number-${count}` },
    { kind: 'async', apiKey: (count: number): Promise<string> => Promise.resolve(`key-number-${count}`) },
  ])('that is $kind is asked for each call', async ({ apiKey }) => {
    let count = 0;
    const test = createTestClient([enqueued], { apiKey: () => apiKey((count += 1)) });
    await test.client.sendToQueue('notify', { text: 'a' });
    await test.client.sendToQueue('notify', { text: 'b' });
    expect(keysOf(test)).toEqual(['Bearer key-number-1', 'Bearer key-number-2']);
  });

  it('is asked once more after a 401, whatever maxRetries is', async () => {
    const keys = ['stale-key', 'fresh-key', 'unused-key'];
    const config = { apiKey: () => keys.shift() ?? '', maxRetries: 0 };
    const test = createTestClient([unauthorized, unauthorized], config);
    expect(await outcomeOf(test.client.sendToQueue('notify', { text: 'a' }))).toMatchObject({
      status: 401,
      attempts: 2,
    });
    expect(keysOf(test)).toEqual(['Bearer stale-key', 'Bearer fresh-key']);
    expect(keys).toEqual(['unused-key']);
  });

  it('is not tried again where it is the same', async () => {
    const { client, requests } = createTestClient([unauthorized], { apiKey: () => 'the-same-key' });
    expect(await outcomeOf(client.getJobStatus('1'))).toMatchObject({ status: 401, attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  it('may be none, and a field of the caller wins', async () => {
    const { client, requests } = createTestClient([enqueued], { apiKey: () => '', headers: { 'x-a': 'b' } });
    await client.sendToQueue('notify', { text: 'a' });
    await client.sendToQueue('notify', { text: 'a' }, { headers: { Authorization: 'Basic abc' } });
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
    expect(requests[1]?.headers).toMatchObject({ authorization: 'Basic abc', 'x-a': 'b' });
  });

  it.each<{ name: string; apiKey: () => unknown; want: RegExp }>([
    { name: 'throws', apiKey: () => Reflect.apply(Number.prototype.toFixed, 'a', []), want: /apiKey\(\) threw: / },
    { name: 'rejects', apiKey: () => Promise.reject(new Error('vault')), want: /apiKey\(\) threw: vault/ },
    { name: 'gives a number', apiKey: () => 5, want: /apiKey\(\) gave no text/ },
    {
      name: 'gives a line break',
      apiKey: () => 'secret-part\n',
      want: /apiKey must be a text of Latin-1 without line breaks/,
    },
    { name: 'never ends', apiKey: () => new Promise(() => undefined), want: /apiKey\(\) gave no text in time/ },
  ])('that $name is an error of the configuration, and nothing is sent', async ({ apiKey, want }) => {
    const test = createTestClient([enqueued], { apiKey: apiKey as () => string });
    const outcome = outcomeOf(test.client.sendToQueue('notify', { text: 'a' }));
    await test.clock.advance(60_000);
    expect(await outcome).toMatchObject({ name: 'ConfigurationError', message: expect.stringMatching(want) as string });
    expect(String(await outcome)).not.toContain('secret-part');
    expect(test.requests).toEqual([]);
    expect(test.clock.pending).toEqual([]);
  });

  it('is shown nowhere, the one of before neither', async () => {
    const keys = ['stale-key-of-before', 'fresh-key-of-now'];
    const test = createTestClient(
      [unauthorized, { status: 400, body: { error: 'stale-key-of-before fresh-key-of-now' } }],
      {
        apiKey: () => keys.shift() ?? '',
      },
    );
    const outcome = await outcomeOf(test.client.getJobStatus('1'));
    expect(outcome).toMatchObject({ status: 400, body: { error: '[redacted] [redacted]' } });
  });
});

describe('An async onRequest', () => {
  it('is waited for', async () => {
    const hooks = { onRequest: async () => ({ 'x-trace': await Promise.resolve('later') }) };
    const { client, requests } = createTestClient([enqueued], { hooks });
    await client.sendToQueue('notify', { text: 'a' });
    expect(requests[0]?.headers).toMatchObject({ 'x-trace': 'later' });
  });

  it('is not waited for longer than an attempt may take', async () => {
    const hooks = { onRequest: () => new Promise<void>(() => undefined) };
    const { client, clock, requests } = createTestClient([enqueued], { hooks, timeout: 1_000 });
    const outcome = outcomeOf(client.sendToQueue('notify', { text: 'a' }));
    await clock.advance(999);
    expect(requests).toEqual([]);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ jobId: '1' });
  });
});

describe('withResponse', () => {
  it('gives what came back besides', async () => {
    const headers = { 'x-request-id': 'r-1', 'set-cookie': 'session=1' };
    const { client, clock } = createTestClient([
      refused(),
      { ...(enqueued as object), status: 201, headers, body: { jobId: '7' } },
    ]);
    const call = client.sendToQueue('notify', { text: 'a' });
    const [answer, job] = await Promise.all([call.withResponse(), call, clock.advance(60_000)]);
    expectTypeOf(answer).toEqualTypeOf<WithResponse<JobResponse<'notify'>>>();
    expect(answer).toEqual({
      data: job,
      status: 201,
      headers: { ...headers, 'set-cookie': '[redacted]' },
      requestId: 'r-1',
      attempts: 2,
    });
  });

  it('rejects as the call does, and leaves no rejection unheard', async () => {
    const unheard = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unheard);
    const { client } = createTestClient([{ status: 404, body: {} }]);
    expect(await outcomeOf(client.getJobStatus('1').withResponse())).toMatchObject({ status: 404 });
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
  });
});

describe('close', () => {
  it('lets what is under way end, ends waits, and refuses what comes later', async () => {
    const { client, clock } = createTestClient([jobIn('active'), 'stall']);
    const wait = outcomeOf(client.waitForJob('1'));
    await clock.advance(0);
    const call = outcomeOf(client.sendToQueue('notify', { text: 'a' }, { timeout: 1_000, maxRetries: 0 }));
    let isClosed = false;
    const closed = client.close().then(() => (isClosed = true));
    expect(await wait).toMatchObject({
      name: 'RequestAbortedError',
      message: 'Wait ended by close() for job 1.',
    });
    expect(await outcomeOf(client.getJobStatus('1'))).toMatchObject({ name: 'ConfigurationError' });
    expect(await outcomeOf(client.waitForJob('1'))).toMatchObject({ name: 'RequestAbortedError' });
    await clock.advance(999);
    expect(isClosed).toBe(false);
    await clock.advance(1);
    expect(await call).toMatchObject({ name: 'OutcomeUnknownError' });
    await closed;
    expect(clock.pending).toEqual([]);
  });

  it('may be called twice, also while a call is under way', async () => {
    const { client, clock } = createTestClient(['stall']);
    const call = outcomeOf(client.sendToQueue('notify', { text: 'a' }, { timeout: 1_000, maxRetries: 0 }));
    const closed = Promise.all([client.close(), client.close()]);
    await clock.advance(1_000);
    expect(await call).toMatchObject({ name: 'OutcomeUnknownError' });
    expect(await closed).toEqual([undefined, undefined]);
    expect(await client.close()).toBeUndefined();
  });

  it('is what the end of a block does', async () => {
    const { client: used } = createTestClient([enqueued]);
    {
      await using client = used;
      await client.sendToQueue('notify', { text: 'a' });
    }
    expect(await outcomeOf(used.getJobStatus('1'))).toMatchObject({ message: 'The client has been closed.' });
  });
});

describe('delay', () => {
  it('goes with the message where the backend says that it can delay jobs', async () => {
    const { client, requests, questions } = createTestClient([enqueued], {}, [capableOf('delay')]);
    await client.sendToQueue('notify', { text: 'a' }, { delay: 1_500 });
    await client.sendToQueue('notify', { text: 'a' }, { delay: 0 });
    expect(requests.map(({ headers }) => headers['job-delay'])).toEqual(['1.5', undefined]);
    expect(questions).toHaveLength(1);
  });

  it.each<{ name: string; steps: readonly Step[] }>([
    { name: 'does not say so', steps: [capableOf('idempotency')] },
    { name: 'knows no such question', steps: [{ status: 404, body: {} }] },
    { name: 'is out of reach', steps: [refused()] },
  ])('keeps the message from being sent where the backend $name', async ({ steps }) => {
    const { client, clock, requests } = createTestClient([enqueued], {}, steps);
    const outcome = outcomeOf(client.sendToQueue('notify', { text: 'a' }, { delay: 1 }));
    await clock.advance(60_000);
    expect(await outcome).toMatchObject({ name: 'UnsupportedByBackendError', feature: 'delay', messageType: 'notify' });
    expect(requests).toEqual([]);
  });

  it('is given up where the signal fires before the backend has said what it can do', async () => {
    const controller = new AbortController();
    const { client, clock, requests } = createTestClient([enqueued], {}, ['stall']);
    const { signal } = controller;
    const outcome = outcomeOf(client.sendToQueue('notify', { text: 'a' }, { delay: 1, signal }));
    await clock.advance(0);
    controller.abort('enough');
    expect(await outcome).toMatchObject({ name: 'RequestAbortedError', cause: 'enough', messageType: 'notify' });
    expect(requests).toEqual([]);
  });

  it.each([-1, Number.NaN, Infinity, 31_536_000_001, '5', null])('is refused where it is %s', async (delay) => {
    const { client, questions } = createTestClient([enqueued], {}, [capableOf('delay')]);
    const outcome = await outcomeOf(client.sendToQueue('notify', { text: 'a' }, { delay: delay as number }));
    expect(outcome).toMatchObject({ name: 'InvalidArgumentError' });
    expect(questions).toEqual([]);
  });
});

describe('cancelJob', () => {
  const able = [capableOf('cancel')];

  it.each([
    { status: 204, want: 'removed' },
    { status: 202, want: 'stopping' },
  ])('says what became of the job: $want', async ({ status, want }) => {
    const { client, requests } = createTestClient([{ status, body: '' }], {}, able);
    expect(await client.cancelJob('1')).toBe(want);
    expect(requests).toMatchObject([{ method: 'DELETE', url: 'http://backend.test/api/jobs/1' }]);
  });

  it.each([404, 409])('throws what it cannot do: %i', async (status) => {
    const { client, requests } = createTestClient([{ status, body: {} }], {}, able);
    expect(await outcomeOf(client.cancelJob('1'))).toMatchObject({ name: 'HttpError', status, jobId: '1' });
    expect(requests).toHaveLength(1);
  });

  it('asks for nothing where the backend does not say that it can cancel', async () => {
    const { client, requests } = createTestClient([{ status: 204, body: '' }]);
    expect(await outcomeOf(client.cancelJob('1'))).toMatchObject({
      name: 'UnsupportedByBackendError',
      feature: 'cancel',
      jobId: '1',
    });
    expect(requests).toEqual([]);
  });
});

describe('Whatever comes from JavaScript is an error of the client', () => {
  const rejecting = (): unknown => Promise.reject(new Error('mine'));
  const throwing = (): never => {
    throw new Error('mine');
  };
  it.each<{
    name: string;
    config?: WorkerClientConfig;
    call: (client: TestClient) => unknown;
  }>([
    ...[null, 5, 'fast'].flatMap((options) => [
      {
        name: `options of ${options} for an enqueue`,
        call: (client: TestClient) => invoke(client, 'sendToQueue', 'notify', {}, options),
      },
      {
        name: `options of ${options} for a read`,
        call: (client: TestClient) => invoke(client, 'getJobStatus', '1', options),
      },
      {
        name: `options of ${options} for a wait`,
        call: (client: TestClient) => invoke(client, 'waitForJob', '1', options),
      },
      {
        name: `options of ${options} for a cancel`,
        call: (client: TestClient) => invoke(client, 'cancelJob', '1', options),
      },
    ]),
    { name: 'a signal of null', call: (client) => invoke(client, 'sendToQueue', 'notify', {}, { signal: null }) },
    { name: 'a signal of null for a wait', call: (client) => invoke(client, 'waitForJob', '1', { signal: null }) },
    { name: 'a job of null', call: (client) => invoke(client, 'waitFor', null) },
    { name: 'a job of null to watch', call: (client) => invoke(client, 'watch', null, undefined, true) },
    {
      name: 'a validate that throws',
      config: { validate: throwing },
      call: (client) => client.sendToQueue('notify', { text: 'a' }),
    },
    {
      name: 'a validate that is async, and rejects',
      config: { validate: rejecting as () => never },
      call: (client) => client.sendToQueue('notify', { text: 'a' }),
    },
  ])('$name', async ({ config, call }) => {
    const { client, clock, requests } = createTestClient([enqueued], config);
    const outcome = outcomeOf(Promise.resolve(call(client)));
    await clock.advance(0);
    expect(await outcome).toBeInstanceOf(WorkerClientError);
    expect(requests).toEqual([]);
  });

  function invoke(client: object, method: string, ...given: readonly unknown[]): unknown {
    const result: unknown = Reflect.apply(Reflect.get(client, method) as () => unknown, client, given.slice(0, 3));
    const isIterator = typeof result === 'object' && result !== null && 'next' in result;
    return isIterator ? (result as AsyncGenerator).next() : result;
  }
});

describe('What somebody put on every object of the program', () => {
  it('is no option of a call', async () => {
    Reflect.set(Object.prototype, 'polluted', 'x');
    try {
      const { client } = createTestClient([enqueued]);
      expect(await client.sendToQueue('notify', { text: 'a' }, { timeout: 1_000 })).toMatchObject({ jobId: '1' });
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted');
    }
  });
});

describe('A key that somebody put on every object of the program', () => {
  it('does not make one job of all', async () => {
    Reflect.set(Object.prototype, 'idempotencyKey', 'x');
    try {
      const { client, requests } = createTestClient([enqueued, enqueued]);
      await client.sendToQueue('notify', { text: 'a' }, { timeout: 1_000 });
      await client.sendToQueue('notify', { text: 'a' }, {});
      const keys = requests.map(({ headers }) => headers['idempotency-key']);
      expect(new Set(keys).size).toBe(2);
      expect(keys).not.toContain('x');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'idempotencyKey');
    }
  });
});

describe('The names of a payload', () => {
  it('make no message of a size of their own', async () => {
    const pointer = `/${'n'.repeat(3_000_000)}`;
    const problems = Array.from({ length: 300 }, () => ({ pointer, message: 'Must be a text.' }));
    const { client } = createTestClient([enqueued], { validate: () => problems });
    const error = await outcomeOf(client.sendToQueue('notify', { text: 'a' }));
    expect(error).toMatchObject({ name: 'ValidationError', problems });
    expect((error as Error).message.length).toBeLessThan(5_000);
  });
});

describe('A clock that gives no numbers', () => {
  it('makes no timer of what is no number', async () => {
    const delays: number[] = [];
    const clock = {
      now: () => Number.NaN,
      setTimeout: (callback: () => void, delay: number) => {
        delays.push(delay);
        return delay < 1_000 ? setImmediate(callback) : undefined;
      },
      clearTimeout: () => undefined,
    };
    const { client } = createTestClient([refused(), enqueued], { clock, deadline: 5_000, random: () => Number.NaN });
    expect(await client.sendToQueue('notify', { text: 'a' })).toMatchObject({ jobId: '1' });
    expect(delays.every((delay) => Number.isFinite(delay))).toBe(true);
    expect(delays).toContain(30_000);
  });
});

describe('The stack of an error', () => {
  it.each<{ name: string; step: Step }>([
    { name: 'ConnectionError', step: refused() },
    { name: 'TimeoutError', step: 'stall' },
    { name: 'HttpError', step: { status: 400, body: {} } },
  ])('of class $name leads to the caller', async ({ name, step }) => {
    const { client, clock } = createTestClient([step], { maxRetries: 0 });
    async function theCaller(): Promise<unknown> {
      return await client.getJobStatus('1');
    }
    const outcome = outcomeOf(theCaller());
    await clock.advance(30_000);
    expect(await outcome).toMatchObject({ name });
    expect(((await outcome) as Error).stack).toMatch(/^\w+Error: .+\n(?: {4}at .+\n)* {4}at (?:async )?theCaller/);
  });
});
