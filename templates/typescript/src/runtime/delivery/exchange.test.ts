import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { createTestClient, definition, outcomeOf, type Payloads } from '../client/_test-client.js';
import { SendingClient } from '../client/sending-client.js';
import type { WorkerClientConfig } from '../configuration.js';
import { ConnectionError, OutcomeUnknownError, RequestAbortedError, TimeoutError } from '../errors/index.js';
import { enqueued, jobIn, refused, type Step } from '../transport/_scripted-fetch.js';
import { ManualClock } from '../time/_manual-clock.js';
import type { Fetch, FetchResponse } from '../transport/fetch.js';
import type { Transport, TransportRequest } from '../transport/transport.js';

const once = { maxRetries: 0 };

/** Hears rejections that nobody handles while something runs. */
async function unheardDuring(run: () => Promise<unknown>): Promise<unknown[]> {
  const unheard: unknown[] = [];
  const note = (reason: unknown): unknown => unheard.push(reason);
  process.on('unhandledRejection', note);
  try {
    await run();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    return unheard;
  } finally {
    process.off('unhandledRejection', note);
  }
}

describe('The timeout of an attempt', () => {
  it.each<{ step: Step }>([{ step: 'stall' }, { step: 'stalled body' }])('ends a $step', async ({ step }) => {
    const { client, clock, requests } = createTestClient([step], { ...once, timeout: 1_000 });
    const outcome = outcomeOf(client.getJobStatus('1'));
    await clock.advance(999);
    expect(clock.pending).toHaveLength(1);
    expect(requests[0]?.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(await outcome).toBeInstanceOf(TimeoutError);
    expect(await outcome).toMatchObject({
      timeout: 1_000,
      attempts: 1,
      jobId: '1',
      message: 'Request timeout: no complete answer within 1000 ms while reading job 1.',
    });
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(clock.pending).toEqual([]);
  });

  it('makes an enqueue that was sent one of unknown outcome', async () => {
    const { client, clock } = createTestClient(['stall'], { timeout: 1_000, maxRetries: 0 });
    const outcome = outcomeOf(client.sendToQueue('resize', { image: 'a' }, { idempotencyKey: 'mine' }));
    await clock.advance(1_000);
    expect(await outcome).toBeInstanceOf(OutcomeUnknownError);
    expect(await outcome).toMatchObject({ idempotencyKey: 'mine', attempts: 1, cause: { name: 'TimeoutError' } });
  });

  it('is the shorter of timeout and deadline', async () => {
    const { client, clock } = createTestClient(['stall'], { timeout: 1_000 });
    const outcome = outcomeOf(client.getJobStatus('1', { deadline: 300 }));
    await clock.advance(300);
    expect(await outcome).toMatchObject({ name: 'TimeoutError', timeout: 300 });
  });
});

describe('A request that queues for a connection', () => {
  /** A client whose transport has a connection for a request when the test says so. */
  function queueing(config: WorkerClientConfig = {}) {
    const queue: TransportRequest[] = [];
    class Queueing extends SendingClient<Payloads, Payloads> {
      protected override createTransport(): Transport {
        return (request) => {
          queue.push(request);
          return new Promise(() => undefined);
        };
      }
    }
    const clock = new ManualClock();
    return { queue, clock, client: new Queueing({ baseUrl: 'http://backend.test', clock, ...config }, definition) };
  }

  it('has all its time once it has one', async () => {
    const { queue, clock, client } = queueing({ timeout: 1_000, ...once });
    const outcome = outcomeOf(client.getJobStatus('1'));
    await clock.advance(3_600_000);
    queue[0]?.connected?.();
    await clock.advance(999);
    expect(clock.pending).toHaveLength(1);
    await clock.advance(1);
    expect(await outcome).toMatchObject({ name: 'TimeoutError', timeout: 1_000 });
    expect(clock.pending).toEqual([]);
  });

  it('has no more time than the call, whether it gets one or not', async () => {
    for (const connectsAfter of [undefined, 400]) {
      const { queue, clock, client } = queueing({ timeout: 1_000, deadline: 1_200, ...once });
      const outcome = outcomeOf(client.getJobStatus('1'));
      if (connectsAfter !== undefined) {
        await clock.advance(connectsAfter);
        queue[0]?.connected?.();
      }
      await clock.advance(1_200 - (connectsAfter ?? 0));
      expect(await outcome).toMatchObject({
        name: 'TimeoutError',
        timeout: connectsAfter === undefined ? 1_200 : 800,
      });
      queue[0]?.connected?.();
      expect(clock.pending).toEqual([]);
    }
  });
});

describe("The caller's signal", () => {
  const reason = new Error('not needed any more');

  it('that has fired keeps anything from being sent', async () => {
    const onRequest = vi.fn<() => void>();
    const { client, clock, requests } = createTestClient([enqueued], { hooks: { onRequest } });
    const outcome = await outcomeOf(
      client.sendToQueue('resize', { image: 'a' }, { signal: AbortSignal.abort(reason) }),
    );
    expect(outcome).toBeInstanceOf(RequestAbortedError);
    expect(outcome).toMatchObject({ cause: reason, attempts: 0, messageType: 'resize' });
    expect(outcome).not.toHaveProperty('request');
    expect(requests).toEqual([]);
    expect(onRequest).not.toHaveBeenCalled();
    expect(clock.pending).toEqual([]);
  });

  it('fired by the hook that comes before sending keeps anything from being sent', async () => {
    const controller = new AbortController();
    const { client, requests } = createTestClient([enqueued], { hooks: { onRequest: () => controller.abort(reason) } });
    const outcome = await outcomeOf(client.getJobStatus('1', { signal: controller.signal }));
    expect(outcome).toMatchObject({ name: 'RequestAbortedError', attempts: 0 });
    expect(requests).toEqual([]);
  });

  it.each<{ moment: string; step: Step }>([
    { moment: 'before the headers', step: 'stall' },
    { moment: 'within the body', step: 'stalled body' },
  ])('ends the attempt at once $moment', async ({ step }) => {
    const controller = new AbortController();
    const { client, clock, requests } = createTestClient([step]);
    const outcome = outcomeOf(client.sendToQueue('resize', { image: 'a' }, { signal: controller.signal }));
    await clock.advance(5);
    controller.abort(reason);
    expect(await outcome).toBeInstanceOf(RequestAbortedError);
    expect(await outcome).toMatchObject({ cause: reason, attempts: 1, idempotencyKey: expect.any(String) as string });
    expect(requests[0]?.signal.aborted).toBe(true);
    expect(clock.pending).toEqual([]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('ends the delay between attempts at once', async () => {
    const controller = new AbortController();
    const { client, clock, requests } = createTestClient([refused()]);
    const outcome = outcomeOf(client.getJobStatus('1', { signal: controller.signal }));
    await clock.advance(100);
    controller.abort(reason);
    expect(await outcome).toMatchObject({ name: 'RequestAbortedError', cause: reason, attempts: 1 });
    expect(requests).toHaveLength(1);
    expect(clock.pending).toEqual([]);
  });

  it('that fires after the answer changes nothing', async () => {
    const controller = new AbortController();
    const { client, clock } = createTestClient([jobIn('active')]);
    const job = await client.getJobStatus('1', { signal: controller.signal });
    controller.abort(reason);
    await clock.advance(0);
    expect(job.state).toBe('active');
  });

  it('is not shared with the transport', async () => {
    const controller = new AbortController();
    const { client, requests } = createTestClient([jobIn('active')]);
    await client.getJobStatus('1', { signal: controller.signal });
    expect(requests[0]?.signal).not.toBe(controller.signal);
  });

  it('gathers no listeners over many calls, nor does Node warn of concurrent ones', async () => {
    const warned = vi.fn<(warning: Error) => void>();
    process.on('warning', warned);
    try {
      const { signal } = new AbortController();
      const { client, clock } = createTestClient([jobIn('active')]);
      for (let round = 0; round < 20; round += 1) {
        const calls = Array.from({ length: 50 }, () => client.getJobStatus('1', { signal }));
        expect(getEventListeners(signal, 'abort')).toHaveLength(1);
        await Promise.all(calls);
      }
      expect(getEventListeners(signal, 'abort')).toEqual([]);
      await clock.advance(0);
      expect(clock.pending).toEqual([]);
      expect(warned).not.toHaveBeenCalled();
    } finally {
      process.off('warning', warned);
    }
  });

  it.each([null, {}, 'stop', new EventTarget().dispatchEvent])('is refused where it is %s', async (signal) => {
    const { client, requests } = createTestClient([enqueued]);
    const call = client.getJobStatus('1', { signal: signal as AbortSignal });
    await expect(call).rejects.toMatchObject({
      name: 'InvalidArgumentError',
      message: expect.stringMatching(/^signal must be an AbortSignal, got \w+\.$/) as unknown,
    });
    expect(requests).toEqual([]);
  });
});

describe('A fetch of the caller', () => {
  it.each<{ name: string; thrown: unknown; message: string }>([
    { name: 'an error', thrown: new Error('broke'), message: 'broke' },
    { name: 'a text', thrown: 'broke', message: 'broke' },
    { name: 'nothing', thrown: undefined, message: 'undefined' },
    { name: 'an object without a text', thrown: Object.create(null), message: 'no reason was given' },
    {
      name: 'an error that is its own cause',
      thrown: Object.defineProperty(new Error('broke'), 'cause', {
        get(this: unknown) {
          return this;
        },
      }),
      message: 'broke (broke (broke))',
    },
  ])('may throw $name, at once or later', async ({ thrown, message }) => {
    const throwing: Fetch[] = [
      () => {
        throw thrown;
      },
      () => Promise.reject(thrown as Error),
    ];
    for (const fetch of throwing) {
      const { client, clock } = createTestClient([], { fetch, ...once });
      const error = await outcomeOf(client.getJobStatus('1'));
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({ message: `No answer from the worker backend while reading job 1: ${message}` });
      expect((error as Error).cause).toBe(thrown);
      expect(clock.pending).toEqual([]);
    }
  });

  it('may answer with what is no response', async () => {
    const { client } = createTestClient([], { fetch: () => Promise.resolve({} as FetchResponse), ...once });
    await expect(client.getJobStatus('1')).rejects.toBeInstanceOf(ConnectionError);
  });

  it.each([{ ending: 'rejects' }, { ending: 'answers' }])(
    'that $ending after its time goes unnoticed',
    async ({ ending }) => {
      let end = (): void => undefined;
      const fetch: Fetch = () =>
        new Promise((resolve, reject) => {
          end = () => {
            if (ending === 'rejects') reject(new Error('late'));
            else resolve(new Response('{}'));
          };
        });
      const { client, clock } = createTestClient([], { fetch, timeout: 1_000, ...once });
      const unheard = await unheardDuring(async () => {
        const outcome = outcomeOf(client.getJobStatus('1'));
        await clock.advance(1_000);
        expect(await outcome).toBeInstanceOf(TimeoutError);
        end();
      });
      expect(unheard).toEqual([]);
      expect(clock.pending).toEqual([]);
    },
  );

  it('that rejects as soon as its signal fires leaves no rejection unheard', async () => {
    const fetch: Fetch = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const { client, clock } = createTestClient([], { fetch, timeout: 1_000, ...once });
    const unheard = await unheardDuring(async () => {
      const outcome = outcomeOf(client.getJobStatus('1'));
      await clock.advance(1_000);
      expect(await outcome).toBeInstanceOf(TimeoutError);
    });
    expect(unheard).toEqual([]);
  });
});
