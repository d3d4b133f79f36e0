import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { apiKey, createTestClient, definition, outcomeOf, type Payloads } from '../client/_test-client.js';
import { SendingClient } from '../client/sending-client.js';
import type { WorkerClientConfig } from '../configuration.js';
import { OutcomeUnknownError, WorkerClientError } from '../errors/index.js';
import type { ErrorEvent, RequestEvent, ResponseEvent, RetryEvent } from '../hooks.js';
import type { SendOptions } from '../request-options.js';
import { ManualClock } from '../time/_manual-clock.js';
import { capableOf, enqueued, jobIn, refused, reset, type Step } from '../transport/_scripted-fetch.js';
import type { Transport } from '../transport/transport.js';

/** Enqueues a job, and moves time until that has come to its end. */
async function enqueue(
  steps: readonly Step[],
  config: WorkerClientConfig = {},
  options: SendOptions = {},
  capabilities?: readonly Step[],
) {
  const test = createTestClient(steps, config, capabilities);
  const outcome = outcomeOf(test.client.sendToQueue('resize', { image: 'a', token: 't0ken-value' }, options));
  await test.clock.advance(600_000);
  return { ...test, outcome: await outcome };
}

/** Reads a job, and moves time until that has come to its end. */
async function readJob(steps: readonly Step[], config: WorkerClientConfig = {}) {
  const test = createTestClient(steps, config);
  const outcome = outcomeOf(test.client.getJobStatus('1'));
  await test.clock.advance(600_000);
  return { ...test, outcome: await outcome };
}

const status = (code: number, headers: Record<string, string> = {}): Step => ({ status: code, headers, body: {} });
const garbage: Step = { status: 201, body: '<html>' };
const refusal: Step = { status: 200, body: { success: false, error: 'full' } };
/** An answer to another question: about another message, and about another job. */
const foreign: Step = { body: { success: true, jobId: 'other', messageName: 'notify', state: 'active' } };
const capable = capableOf('idempotency', 'anything');
const honoring = { honorsIdempotencyKey: true };

describe('What is repeated', () => {
  it.each<{ name: string; step: Step; post: number; honored: number; get: number }>([
    { name: 'a refused connection', step: refused(), post: 3, honored: 3, get: 3 },
    { name: 'a reset', step: reset(), post: 1, honored: 3, get: 3 },
    { name: 'a timeout', step: 'stall', post: 1, honored: 3, get: 3 },
    { name: 'a stalled body', step: 'stalled body', post: 1, honored: 3, get: 3 },
    { name: '2xx without JSON', step: garbage, post: 1, honored: 3, get: 3 },
    { name: 'another job, or another message', step: foreign, post: 1, honored: 3, get: 3 },
    { name: 'success: "false"', step: { body: { success: 'false', jobId: '1' } }, post: 1, honored: 3, get: 3 },
    { name: 'success: false', step: refusal, post: 1, honored: 1, get: 1 },
    ...[425, 429].map((code) => ({ name: String(code), step: status(code), post: 3, honored: 3, get: 3 })),
    ...[408, 500, 502, 503, 504, 507, 520, 524].map((code) => ({
      name: String(code),
      step: status(code),
      post: 1,
      honored: 3,
      get: 3,
    })),
    ...[0, 199, 301, 307, 400, 401, 403, 404, 409, 422, 501, 505].map((code) => ({
      name: String(code),
      step: status(code),
      post: 1,
      honored: 1,
      get: 1,
    })),
  ])('$name: $post enqueues, $honored where keys are honoured, $get reads', async ({ step, post, honored, get }) => {
    expect((await enqueue([step])).requests).toHaveLength(post);
    expect((await enqueue([step], { honorsIdempotencyKey: false }, {}, [capable])).requests).toHaveLength(post);
    expect((await enqueue([step], honoring)).requests).toHaveLength(honored);
    expect((await enqueue([step], {}, {}, [capable])).requests).toHaveLength(honored);
    expect((await readJob([step])).requests).toHaveLength(get);
  });

  it.each([
    { maxRetries: 0, want: 1 },
    { maxRetries: 1, want: 2 },
    { maxRetries: 5, want: 6 },
  ])('happens $maxRetries times at most', async ({ maxRetries, want }) => {
    const { requests, outcome } = await readJob([refused()], { maxRetries });
    expect(requests).toHaveLength(want);
    expect(outcome).toMatchObject({ name: 'ConnectionError', attempts: want });
  });

  it('is up to the call where it says so', async () => {
    expect((await enqueue([refused()], { maxRetries: 5 }, { maxRetries: 0 })).requests).toHaveLength(1);
    expect((await enqueue([refused()], { maxRetries: 0 }, { maxRetries: 1 })).requests).toHaveLength(2);
  });

  it('ends with the first success', async () => {
    const { requests, outcome, clock } = await enqueue([refused(), status(429), enqueued]);
    expect(outcome).toMatchObject({ success: true, jobId: '1', messageName: 'resize' });
    expect(requests).toHaveLength(3);
    expect(clock.pending).toEqual([]);
  });
});

describe('An attempt that ran out of time before anything was sent', () => {
  class WithoutConnection extends SendingClient<Payloads, Payloads> {
    attempts = 0;
    protected override createTransport(): Transport {
      return (request) => {
        this.attempts += 1;
        request.connected?.();
        return new Promise(() => undefined);
      };
    }
  }

  it('is repeated, and the job is known not to exist', async () => {
    const clock = new ManualClock();
    const client = new WithoutConnection({ baseUrl: 'http://backend.test', clock, timeout: 1_000 }, definition);
    const outcome = outcomeOf(client.sendToQueue('resize', { image: 'a' }));
    await clock.advance(60_000);
    expect(await outcome).toMatchObject({ name: 'TimeoutError', attempts: 3 });
    expect(client.attempts).toBe(3);
  });
});

describe('The idempotency key', () => {
  it.each([undefined, 'mine'])('goes with every attempt alike: %s', async (idempotencyKey) => {
    const { requests, outcome } = await enqueue([reset(), status(503), enqueued], honoring, { idempotencyKey });
    expect(outcome).toMatchObject({ jobId: '1' });
    const keys = requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(idempotencyKey ?? /^[0-9a-f-]{36}$/);
  });

  it('is another for another call, and none for a read', async () => {
    const { client, requests } = createTestClient([enqueued, enqueued, jobIn('active')]);
    await client.sendToQueue('notify', { text: 'a' });
    await client.sendToQueue('notify', { text: 'a' });
    await client.getJobStatus('1');
    const keys = requests.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).not.toBe(keys[1]);
    expect(keys[2]).toBeUndefined();
  });

  it('is changed by no hook, and by no fetch that changes what it is given', async () => {
    const { requests } = await enqueue([refused(), enqueued], {
      hooks: { onRequest: () => ({ 'Idempotency-Key': 'other', 'x-trace': 'a' }) },
    });
    const [first, second] = requests.map(({ headers }) => headers);
    expect(second?.['idempotency-key']).toBe(first?.['idempotency-key']);
    expect(second).toMatchObject({ 'x-trace': 'a' });
    expect(second).not.toBe(first);
  });
});

describe('OutcomeUnknownError', () => {
  it.each<{ name: string; steps: readonly Step[]; config?: WorkerClientConfig; want: string }>([
    { name: 'a reset in flight', steps: [reset()], want: 'OutcomeUnknownError' },
    { name: 'a timeout in flight', steps: ['stall'], want: 'OutcomeUnknownError' },
    { name: 'a body that stalled', steps: ['stalled body'], want: 'OutcomeUnknownError' },
    { name: 'refused every time', steps: [refused()], want: 'ConnectionError' },
    { name: 'refused, then reset', steps: [refused(), reset()], want: 'OutcomeUnknownError' },
    { name: 'reset, then refused', steps: [reset(), refused()], config: honoring, want: 'OutcomeUnknownError' },
    { name: 'reset, then 503', steps: [reset(), status(503)], config: honoring, want: 'OutcomeUnknownError' },
    { name: 'reset, then 409', steps: [reset(), status(409)], config: honoring, want: 'OutcomeUnknownError' },
    { name: 'reset, then 500', steps: [reset(), status(500)], config: honoring, want: 'OutcomeUnknownError' },
    { name: 'reset, then success: false', steps: [reset(), refusal], config: honoring, want: 'OutcomeUnknownError' },
    { name: 'reset, then garbage', steps: [reset(), garbage], config: honoring, want: 'OutcomeUnknownError' },
    { name: 'garbage, then refused', steps: [garbage, refused()], config: honoring, want: 'OutcomeUnknownError' },
    {
      name: 'reset, no retries',
      steps: [reset()],
      config: { ...honoring, maxRetries: 0 },
      want: 'OutcomeUnknownError',
    },
    { name: '429 every time', steps: [status(429)], want: 'HttpError' },
    { name: '503', steps: [status(503)], want: 'OutcomeUnknownError' },
    { name: '503 every time', steps: [status(503)], config: honoring, want: 'OutcomeUnknownError' },
    { name: '500', steps: [status(500)], want: 'OutcomeUnknownError' },
    { name: '501', steps: [status(501)], want: 'HttpError' },
    { name: '503, then 400', steps: [status(503), status(400)], config: honoring, want: 'OutcomeUnknownError' },
    { name: '502, then 401', steps: [status(502), status(401)], config: honoring, want: 'OutcomeUnknownError' },
    { name: '502, then 302', steps: [status(502), status(302)], config: honoring, want: 'OutcomeUnknownError' },
    { name: '502, then refused', steps: [status(502), refused()], config: honoring, want: 'OutcomeUnknownError' },
    { name: '429, then 400', steps: [status(429), status(400)], config: honoring, want: 'HttpError' },
    { name: 'another message', steps: [foreign], want: 'InvalidResponseError' },
    { name: 'garbage', steps: [garbage], want: 'InvalidResponseError' },
    { name: 'success: false', steps: [refusal], want: 'InvalidResponseError' },
  ])('$name: $want', async ({ steps, config, want }) => {
    const { outcome, requests } = await enqueue(steps, config, { idempotencyKey: 'mine' });
    expect(outcome).toMatchObject({
      name: want,
      idempotencyKey: 'mine',
      messageType: 'resize',
      attempts: requests.length,
    });
  });

  it('carries its cause and what the last answer said', async () => {
    const steps = [reset(), status(503, { 'retry-after': '90', 'x-request-id': 'r-1' })];
    const { outcome } = await enqueue(steps, honoring);
    expect(outcome).toBeInstanceOf(OutcomeUnknownError);
    expect(outcome).toMatchObject({
      status: 503,
      requestId: 'r-1',
      retryAfter: 90_000,
      cause: { name: 'HttpError', status: 503 },
    });
  });

  it('carries the last answer, though a later attempt got none', async () => {
    const steps: Step[] = [{ status: 502, headers: { 'x-request-id': 'r-1' }, body: { error: 'upstream' } }, refused()];
    const { outcome } = await enqueue(steps, honoring);
    expect(outcome).toMatchObject({
      name: 'OutcomeUnknownError',
      status: 502,
      body: { error: 'upstream' },
      requestId: 'r-1',
      attempts: 3,
      cause: { name: 'ConnectionError' },
    });
  });

  it('is none for a read', async () => {
    expect((await readJob([reset()])).outcome).toMatchObject({ name: 'ConnectionError', attempts: 3 });
    expect((await readJob(['stall'])).outcome).toMatchObject({ name: 'TimeoutError', attempts: 3 });
  });
});

describe('What the backend can do', () => {
  it('is asked once, at the first answer that leaves a job open', async () => {
    const { client, clock, requests, questions } = createTestClient([enqueued, status(500), enqueued], {}, [capable]);
    await client.sendToQueue('resize', { image: 'a' });
    expect(questions).toEqual([]);
    await outcomeOf(Promise.all([client.sendToQueue('resize', { image: 'b' }), clock.advance(60_000)]));
    const more = [1, 2, 3].map(() => client.sendToQueue('resize', { image: 'c' }));
    await Promise.all([...more, clock.advance(60_000)]);
    expect(requests).toHaveLength(6);
    expect(questions).toMatchObject([
      { method: 'GET', url: 'http://backend.test/api/capabilities', headers: { authorization: `Bearer ${apiKey}` } },
    ]);
  });

  it('is asked once by calls at the same time', async () => {
    const { client, clock, questions } = createTestClient([reset(), reset(), reset(), enqueued], {}, [capable]);
    const calls = [1, 2, 3].map(() => client.sendToQueue('resize', { image: 'a' }));
    await clock.advance(60_000);
    expect(await Promise.all(calls)).toHaveLength(3);
    expect(questions).toHaveLength(1);
  });

  it('is not asked where it is known, or where no attempt is left', async () => {
    expect((await enqueue([reset()], honoring)).questions).toEqual([]);
    expect((await enqueue([reset()], { honorsIdempotencyKey: false })).questions).toEqual([]);
    expect((await enqueue([reset()], { maxRetries: 0 })).questions).toEqual([]);
  });

  it.each<{ name: string; step: Step }>([
    { name: '404', step: status(404) },
    { name: 'a list of something else', step: { body: { features: [['idempotency'], 'wait'] } } },
  ])('is nothing, and asked no more, after $name', async ({ step }) => {
    const { client, clock, requests, questions } = createTestClient([reset()], {}, [step]);
    for (let call = 0; call < 2; call += 1) {
      const outcome = outcomeOf(client.sendToQueue('resize', { image: 'a' }));
      await clock.advance(60_000);
      expect(await outcome).toBeInstanceOf(OutcomeUnknownError);
    }
    expect(requests).toHaveLength(2);
    expect(questions).toHaveLength(1);
  });

  it.each<{ name: string; step: Step; questions?: number }>([
    { name: '503', step: status(503) },
    { name: '429', step: status(429) },
    { name: 'a reset', step: reset() },
    { name: 'a stall', step: 'stall' },
    { name: '401', step: status(401), questions: 1 },
    { name: '405', step: status(405), questions: 1 },
    { name: 'a redirect', step: status(302), questions: 1 },
    { name: '204', step: { status: 204, body: '' }, questions: 1 },
    { name: 'a page', step: { body: '<html>' }, questions: 1 },
    { name: 'an answer to another question', step: { body: { success: true, jobId: '1' } }, questions: 1 },
    { name: 'a text for a list', step: { body: { features: 'idempotency' } }, questions: 1 },
    { name: 'features under another status', step: { status: 203, body: { features: ['idempotency'] } }, questions: 1 },
  ])('is not known after $name, and asked again next time', async ({ step, questions = 3 }) => {
    const steps = [...Array.from({ length: questions }, () => step), capable];
    const { client, clock, requests } = createTestClient([reset(), reset(), enqueued], {}, steps);
    const first = outcomeOf(client.sendToQueue('resize', { image: 'a' }));
    await clock.advance(60_000);
    expect(await first).toBeInstanceOf(OutcomeUnknownError);
    const second = outcomeOf(client.sendToQueue('resize', { image: 'a' }));
    await clock.advance(60_000);
    expect(await second).toMatchObject({ jobId: '1' });
    expect(requests).toHaveLength(3);
  });

  it('is waited for no longer than the call may last', async () => {
    const { client, clock } = createTestClient([reset()], {}, ['stall']);
    const byDeadline = outcomeOf(client.sendToQueue('resize', { image: 'a' }, { deadline: 2_000 }));
    const controller = new AbortController();
    const bySignal = outcomeOf(client.sendToQueue('resize', { image: 'a' }, { signal: controller.signal }));
    await clock.advance(2_000);
    expect(await byDeadline).toBeInstanceOf(OutcomeUnknownError);
    controller.abort('enough');
    expect(await bySignal).toMatchObject({ name: 'RequestAbortedError', cause: 'enough' });
    await clock.advance(60_000);
    expect(clock.pending).toEqual([]);
  });
});

describe('The delay between attempts', () => {
  const delays = async (steps: readonly Step[], config: WorkerClientConfig): Promise<number[]> => {
    const told: number[] = [];
    await readJob(steps, { ...config, hooks: { onRetry: ({ delay }) => void told.push(delay) } });
    return told;
  };

  it('grows up to the cap', async () => {
    const config = { maxRetries: 5, retryDelay: 1_000, maxRetryDelay: 5_000 };
    expect(await delays([refused()], config)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it('is spread from zero on', async () => {
    expect(await delays([refused()], { maxRetries: 2, random: () => 0 })).toEqual([0, 0]);
  });

  it.each([
    { headers: { 'retry-after': '7' }, least: 7_000 },
    { headers: { 'retry-after': '0' }, least: 0 },
    { headers: { 'retry-after-ms': '15' }, least: 15 },
    { headers: { 'retry-after': 'soon' }, least: 0 },
    { headers: { 'retry-after': '30' }, least: 30_000 },
    {
      headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT', date: 'Thu, 01 Jan 2026 00:00:00 GMT' },
      least: 9_000,
    },
  ])('is what the backend asks for, and never less, but spread: $headers', async ({ headers, least }) => {
    expect(await delays([status(503, headers), jobIn('active')], { random: () => 0 })).toEqual([least]);
    expect(await delays([status(503, headers), jobIn('active')], { random: () => 1 })).toEqual([least + 500]);
  });

  it.each([
    { name: 'the cap', headers: { 'retry-after': '31' }, config: {}, want: 31_000 },
    { name: 'the deadline', headers: { 'retry-after': '9' }, config: { deadline: 9_000 }, want: 9_000 },
    { name: 'any timer', headers: { 'retry-after': '999999999' }, config: {}, want: 999_999_999_000 },
  ])('is not waited for beyond $name: the call fails at once', async ({ headers, config, want }) => {
    const { client, clock, requests } = createTestClient([status(429, headers)], config);
    const outcome = outcomeOf(client.sendToQueue('resize', { image: 'a' }));
    await clock.advance(0);
    expect(await outcome).toMatchObject({ name: 'HttpError', status: 429, retryAfter: want, attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});

describe('The deadline', () => {
  it('spans all attempts, and the last has what is left', async () => {
    const { client, clock, requests } = createTestClient(['stall'], {
      timeout: 1_000,
      deadline: 4_200,
      retryDelay: 500,
    });
    const outcome = outcomeOf(client.getJobStatus('1'));
    await clock.advance(4_199);
    expect(requests).toHaveLength(3);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ name: 'TimeoutError', attempts: 3, timeout: 700 });
  });

  it('ends the call early where the next delay does not fit', async () => {
    const { client, clock, requests } = createTestClient([refused()], { deadline: 400 });
    const outcome = outcomeOf(client.getJobStatus('1'));
    await clock.advance(0);
    expect(await outcome).toMatchObject({ name: 'ConnectionError', attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  it('holds where the clock jumps', async () => {
    const { client, clock, requests } = createTestClient([refused()], { deadline: 10_000 });
    const outcome = outcomeOf(client.getJobStatus('1'));
    await clock.advance(0);
    // As after a laptop's sleep: the timer goes off long after its time.
    const timer = vi.spyOn(clock, 'now').mockReturnValue(clock.now() + 3_600_000);
    await clock.advance(500);
    expect(await outcome).toMatchObject({ name: 'ConnectionError', attempts: 1 });
    expect(requests).toHaveLength(1);
    timer.mockRestore();
  });

  it('is up to the call where it says so', async () => {
    const { client, clock } = createTestClient(['stall'], { deadline: 50_000 });
    const outcome = outcomeOf(client.getJobStatus('1', { deadline: 10 }));
    await clock.advance(10);
    expect(await outcome).toMatchObject({ name: 'TimeoutError', timeout: 10 });
  });
});

describe('The retry budget', () => {
  const total = async (retryBudget: WorkerClientConfig['retryBudget'], calls: number): Promise<number> => {
    const { client, clock, requests } = createTestClient([refused()], { retryBudget, maxRetries: 2 });
    const outcomes = Array.from({ length: calls }, () => outcomeOf(client.getJobStatus('1')));
    await clock.advance(0);
    await clock.advance(600_000);
    await Promise.all(outcomes);
    return requests.length;
  };

  it('bounds the retries of all calls together', async () => {
    expect(await total({ capacity: 10, perCall: 0, perSecond: 0 }, 100)).toBe(110);
  });

  it('bounds nothing where it is switched off', async () => {
    expect(await total(false, 200)).toBe(600);
  });

  it('leaves the error of the attempt', async () => {
    const { outcome } = await enqueue([refused()], { retryBudget: { capacity: 0 } });
    expect(outcome).toMatchObject({ name: 'ConnectionError', attempts: 1 });
  });
});

describe('Hooks', () => {
  it('are told of each exchange, in order', async () => {
    const told: string[] = [];
    const { outcome } = await enqueue([refused(), status(503), enqueued], {
      ...honoring,
      hooks: {
        onRequest: ({ attempt }: RequestEvent) => void told.push(`request ${attempt}`),
        onResponse: ({ attempt, status: code }: ResponseEvent) => void told.push(`response ${attempt} ${code}`),
        onRetry: ({ attempt, delay }: RetryEvent) => void told.push(`retry ${attempt} ${delay}`),
        onError: () => void told.push('error'),
      },
    });
    expect(outcome).toMatchObject({ jobId: '1' });
    expect(told).toEqual([
      'request 1',
      'retry 1 500',
      'request 2',
      'response 2 503',
      'retry 2 1000',
      'request 3',
      'response 3 201',
    ]);
  });

  it('are told how a call failed: what the caller gets', async () => {
    const onError = vi.fn<(event: ErrorEvent) => void>();
    const { outcome } = await enqueue([reset()], { hooks: { onError } });
    expect(onError).toHaveBeenCalledOnce();
    expect(onError.mock.calls[0]?.[0].error).toBe(outcome);
  });

  it('add header fields', async () => {
    const { requests } = await enqueue([enqueued], {
      headers: { 'x-a': 'client', 'x-b': 'client' },
      hooks: { onRequest: () => ({ traceparent: '00-1', 'X-A': 'hook', 'x-b': undefined, 'bad\n': 'c' }) },
    });
    expect(requests[0]?.headers).toMatchObject({ traceparent: '00-1', 'x-a': 'hook' });
    expect(requests[0]?.headers).not.toHaveProperty('x-b');
    expect(Object.keys(requests[0]?.headers ?? {}).join(' ')).not.toContain('bad');
  });

  it('are shown neither the key nor secret fields, but the rest', async () => {
    const events: unknown[] = [];
    const note = (event: unknown): void => void events.push(event);
    const echo = { error: `key ${apiKey}, token t0ken-value`, token: 't0ken-value' };
    await enqueue([{ status: 429, headers: { 'x-echo': apiKey, 'x-sent': 't0ken-value' }, body: echo }], {
      hooks: { onRequest: note, onResponse: note, onRetry: note, onError: note },
    });
    expect(events).toHaveLength(9);
    const text = inspect(events, { depth: 20, showHidden: true });
    expect(text).not.toContain(apiKey);
    expect(text).not.toContain('t0ken-value');
    expect(events[0]).toMatchObject({
      messageType: 'resize',
      attempt: 1,
      method: 'POST',
      url: 'http://backend.test/api/jobs/resize',
      headers: { authorization: '[redacted]', 'content-type': 'application/json' },
      payload: { image: 'a', token: '[redacted]' },
    });
  });

  it('that throw or reject harm nothing', async () => {
    const unheard = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unheard);
    const fail = (): never => {
      throw new Error('hook');
    };
    const later = (): Promise<never> => Promise.reject(new Error('hook'));
    try {
      for (const [hook, asyncHook] of [
        [fail, undefined],
        [undefined, later],
      ]) {
        const each = (hook ?? asyncHook) as () => never;
        const hooks = { onRequest: each, onResponse: each, onRetry: each, onError: each };
        expect((await enqueue([refused(), enqueued], { hooks })).outcome).toMatchObject({ jobId: '1' });
        expect((await enqueue([status(400)], { hooks })).outcome).toMatchObject({ status: 400 });
      }
      expect(unheard).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unheard);
    }
  });
});

describe('What errors show', () => {
  it.each<{ name: string; step: Step }>([
    { name: 'an echo in the body', step: { status: 400, body: { error: apiKey, token: 't0ken-value' } } },
    { name: 'an echo in a page', step: { status: 400, body: `<p>Bearer ${apiKey} t0ken-value` } },
    { name: 'an echo in header fields', step: { status: 400, headers: { 'x-e': `${apiKey} t0ken-value` }, body: {} } },
    { name: 'a cause', step: new Error(`to ${apiKey}`, { cause: new Error('with t0ken-value') }) },
    {
      name: 'a request on a cause',
      step: Object.assign(new Error('failed'), { config: { data: '{"token":"t0ken-value"}', headers: { a: apiKey } } }),
    },
    { name: 'errors beneath an error', step: new AggregateError([new Error(apiKey)], 'all failed') },
  ])('hides key and secret fields in $name', async ({ step }) => {
    const { outcome } = await enqueue([step]);
    expect(outcome).toBeInstanceOf(WorkerClientError);
    const text = inspect(outcome, { depth: 20, showHidden: true }) + JSON.stringify(outcome);
    expect(text).not.toContain(apiKey);
    expect(text).not.toContain('t0ken-value');
  });

  it('hides a key that stands in the base URL', async () => {
    const { outcome } = await enqueue([status(400)], { baseUrl: `http://backend.test/${apiKey}` });
    expect(inspect(outcome, { depth: 20, showHidden: true })).not.toContain(apiKey);
  });

  it('shows the payload as it was sent', async () => {
    const toJSON = (): object => ({ image: 'as sent', token: 'hidden' });
    const circle: { image: string; toJSON: () => object; self?: unknown } = { image: 'as given', toJSON };
    circle.self = circle;
    const { client, clock } = createTestClient(['stall'], { maxRetries: 0, timeout: 10 });
    const outcome = outcomeOf(client.sendToQueue('resize', circle));
    await clock.advance(10);
    expect(await outcome).toMatchObject({ request: { payload: { image: 'as sent', token: '[redacted]' } } });
  });
});
