import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendingClient } from '../runtime/client/sending-client.js';
import type { Backend } from './backend.js';
import type { BackendOptions } from './backend-options.js';
import { createManualClock } from './manual-clock.js';
import type { HandledJob } from './handler.js';
import { rawEnqueue, rawRequest } from './_raw-request.js';
import { startBackend } from './start-backend.js';

interface Payloads {
  'resize-request': { readonly width: number };
  'clean-request': { readonly folder?: string };
}
interface Outcomes {
  'resize-request': { readonly size: number };
}

let backend: Backend<Payloads, Outcomes>;
const start = async (options: BackendOptions = {}) => {
  await backend.close();
  backend = await startBackend<Payloads, Outcomes>(options, {
    messageTypes: { RESIZE: 'resize-request', CLEAN: 'clean-request' },
  });
};
beforeEach(async () => {
  backend = await startBackend<Payloads, Outcomes>();
});
afterEach(() => backend.close());

const enqueue = async (type: keyof Payloads = 'resize-request', payload: unknown = { width: 2 }): Promise<string> => {
  const { text } = await rawEnqueue(backend.url, type, payload);
  return (JSON.parse(text) as { jobId: string }).jobId;
};
const read = async (jobId: string) => {
  const { status, text } = await rawRequest(`${backend.url}/api/jobs/${jobId}`);
  const body = JSON.parse(text) as { state?: string; failedReason?: string };
  return { ...body, httpStatus: status };
};

describe('Handlers', () => {
  it('carry jobs out: payload in, outcome out, progress on the way', async () => {
    const jobs: HandledJob[] = [];
    backend.handle('resize-request', async ({ width }, job) => {
      jobs.push(job);
      await job.updateProgress(50);
      return { size: width * width };
    });
    const jobId = await enqueue();
    expect(await backend.finished(jobId)).toMatchObject({ state: 'completed', returnvalue: { size: 4 } });
    expect(await read(jobId)).toMatchObject({ state: 'completed', returnvalue: { size: 4 }, progress: 50 });
    expect(jobs).toMatchObject([{ jobId, name: 'resize-request', queue: 'resize-request-queue', attemptsMade: 0 }]);
  });

  it('fail jobs by throwing, while a status call shows the reason of the attempt before', async () => {
    const clock = createManualClock();
    await start({ clock, jobOptions: () => ({ attempts: 2, backoff: 1000 }) });
    backend.handle('resize-request', ({ width }, { attemptsMade }) => {
      throw new Error(`no room for ${width} after ${attemptsMade}`);
    });
    const jobId = await enqueue();
    await backend.until(async () => (await backend.job(jobId))?.state === 'delayed');
    expect(await read(jobId)).toMatchObject({ state: 'delayed', failedReason: 'no room for 2 after 0' });
    clock.advance(1000);
    await backend.finished(jobId);
    expect(await read(jobId)).toMatchObject({ state: 'failed', failedReason: 'no room for 2 after 1' });
  });

  it('see a signal that is aborted when the backend closes', async () => {
    const reason = new Promise((resolve) => {
      backend.handle('clean-request', async (_, { signal }) => {
        signal.addEventListener('abort', () => resolve(signal.reason));
        await new Promise(() => undefined);
      });
    });
    const jobId = await enqueue('clean-request', {});
    await backend.until(async () => (await backend.job(jobId))?.state === 'active');
    await backend.close();
    expect(await reason).toEqual(new Error('The queue has been closed.'));
  });

  it('are typed by the payload and the outcome', async () => {
    // @ts-expect-error The outcome of the message has a size.
    backend.handle('resize-request', () => ({}));
    // @ts-expect-error The payload has no height.
    backend.handle('resize-request', ({ height }) => ({ size: Number(height) }));
    const jobs = [await enqueue('clean-request'), await enqueue('clean-request')];
    // @ts-expect-error The outcome of the message has a size.
    await backend.complete<'resize-request'>(String(jobs[0]), {});
    await backend.complete(String(jobs[1]), {});
    expect(await backend.jobs()).toHaveLength(2);
  });

  it('are refused for a message type that is not known', async () => {
    await start();
    // @ts-expect-error There is no such message.
    expect(() => backend.handle('resize', () => undefined)).toThrow(
      new RangeError('There is no message type "resize" to handle.'),
    );
  });
});

describe('A test', () => {
  it('walks a job without a handler through its states', async () => {
    const jobId = await enqueue();
    const states: unknown[] = [(await read(jobId)).state];
    for (const state of ['paused', 'waiting-children', 'unknown', 'frozen', undefined]) {
      await backend.setState(jobId, state);
      states.push((await read(jobId)).state);
    }
    await backend.setState(jobId, 'active');
    await backend.updateProgress(jobId, { step: 'upload' });
    expect(await read(jobId)).toMatchObject({ state: 'active', progress: { step: 'upload' } });
    await backend.complete<'resize-request'>(jobId, { size: 1 });
    states.push((await read(jobId)).state);
    expect(states).toEqual(['waiting', 'paused', 'waiting-children', 'unknown', 'frozen', 'waiting', 'completed']);
  });

  it('fails a job, once or for good', async () => {
    await start({ jobOptions: () => ({ attempts: 3 }) });
    const jobId = await enqueue();
    await backend.fail(jobId, 'no network');
    expect(await read(jobId)).toMatchObject({ state: 'waiting', failedReason: 'no network' });
    await backend.fail(jobId, 'no such file', { isFinal: true });
    expect(await read(jobId)).toMatchObject({ state: 'failed', failedReason: 'no such file' });
  });

  it('removes a job, and learns how jobs ended that were removed on completion', async () => {
    await start({ jobOptions: () => ({ removeOnComplete: true }) });
    const [first, second] = [await enqueue(), await enqueue()];
    await backend.remove(first);
    await backend.complete(second, { size: 9 });
    expect([(await read(first)).httpStatus, (await read(second)).httpStatus]).toEqual([404, 404]);
    expect(await backend.finished(second)).toMatchObject({ state: 'completed', returnvalue: { size: 9 } });
    expect(backend.stored.map(({ jobId }) => jobId)).toEqual([first, second]);
    await expect(backend.finished(first)).rejects.toThrow('There is no job "1", or it has been removed.');
    await expect(backend.setState(first, 'active')).rejects.toThrow('There is no job "1", or it has been removed.');
  });

  it('sees that a repeated job id is the same job, with the old data', async () => {
    await start({ jobOptions: () => ({ jobId: 'own' }) });
    await enqueue('resize-request', { width: 1 });
    expect(await enqueue('resize-request', { width: 2 })).toBe('own');
    expect(await read('own')).toMatchObject({ data: { width: 1 } });
    expect(backend.stored).toHaveLength(1);
  });

  it('reads what was received, in order, with the connection it came on', async () => {
    await start({ clock: createManualClock(77) });
    await rawEnqueue(backend.url, 'resize-request', { width: 2 }, { 'X-Trace': 'a', 'idempotency-key': 'k' });
    await rawRequest(`${backend.url}/api/jobs/1`);
    expect(backend.received).toMatchObject([
      {
        number: 1,
        time: 77,
        connection: 1,
        method: 'POST',
        url: '/api/jobs/resize-request',
        headers: { 'x-trace': 'a', 'content-type': 'application/json' },
        rawBody: '{"width":2}',
        body: { width: 2 },
        bodyProblem: undefined,
        isComplete: true,
      },
      { number: 2, connection: 2, method: 'GET', url: '/api/jobs/1', rawBody: '', body: undefined },
    ]);
    expect(backend.storedWithKey('k')).toEqual([
      { jobId: '1', messageType: 'resize-request', data: { width: 2 }, idempotencyKey: 'k', request: 1 },
    ]);
    backend.clear();
    expect([backend.received, backend.stored]).toEqual([[], []]);
    expect(await backend.jobs()).toHaveLength(1);
  });

  it('keeps the newest records alone, where there is a limit', async () => {
    await start({ recordLimit: 2 });
    for (const _ of [1, 2, 3]) await backend.complete(await enqueue());
    expect(backend.received.map(({ number }) => number)).toEqual([2, 3]);
    expect(backend.stored.map(({ jobId }) => jobId)).toEqual(['2', '3']);
    expect((await backend.finished('1')).state).toBe('completed');
  });

  it('chooses faults by a function', async () => {
    await start({
      faults: ({ number }) => (number % 3 === 0 ? { kind: 'status', status: 503, stage: 'after' } : undefined),
    });
    const answers = [];
    for (const _ of [1, 2, 3, 4]) answers.push((await rawEnqueue(backend.url, 'resize-request', {})).status);
    expect(answers).toEqual([201, 201, 503, 201]);
    expect(backend.stored).toHaveLength(4);
  });

  it('reaches the backend with a client', async () => {
    await start({ apiKey: 'key' });
    const config = { baseUrl: backend.url, apiKey: 'key' };
    const client = new SendingClient<Payloads, Payloads>(config, {
      product: 'test/1.2.3',
      environment: { baseUrl: 'NONE', apiKey: 'NONE' },
      secretFields: [],
    });
    backend.handle('resize-request', ({ width }) => ({ size: width }));
    const { jobId } = await client.sendToQueue('resize-request', { width: 3 });
    await backend.finished(jobId);
    expect(await client.getJobStatus<'resize-request'>(jobId)).toMatchObject({
      data: { width: 3 },
      returnvalue: { size: 3 },
    });
  });

  it.each<[options: BackendOptions, message: string]>([
    [{ apiKey: '' }, 'apiKey must not be empty: leave it out to let everybody in.'],
    [{ webhookSecret: '' }, 'webhookSecret must not be empty: leave it out to post no webhooks.'],
    [{ webhookSecret: 'whsec_x' }, 'webhookSecret needs signWebhook.'],
    [{ maxBodyBytes: -1 }, 'maxBodyBytes must be 0 or more, got -1.'],
    [{ recordLimit: Number.NaN }, 'recordLimit must be 0 or more, got NaN.'],
  ])('is told what is wrong with %j', async (options, message) => {
    await expect(startBackend(options)).rejects.toThrow(new RangeError(message));
  });
});

describe('Stopping and closing', () => {
  it('refuses connections while it is stopped, and knows its jobs afterwards, on the same port', async () => {
    const { url } = backend;
    const jobId = await enqueue();
    await backend.stop();
    expect((await rawRequest(`${url}/api/jobs/${jobId}`)).error).toBe('ECONNREFUSED');
    await backend.complete(jobId, { size: 3 });
    await backend.restart();
    expect(backend.url).toBe(url);
    expect(await read(jobId)).toMatchObject({ httpStatus: 200, state: 'completed' });
    await expect(backend.restart()).rejects.toThrow('The backend is listening: stop() it before restart().');
  });

  it('ends the requests that are held, carrying none of them out', async () => {
    backend.inject({ kind: 'delay', delay: 60_000 });
    const answer = rawEnqueue(backend.url, 'resize-request', { width: 1 });
    await backend.until(() => backend.held === 1);
    await backend.stop();
    expect((await answer).error).toBe('ECONNRESET');
    expect([backend.held, backend.stored.length]).toEqual([0, 0]);
  });

  it('may be closed twice, and not restarted then', async () => {
    await backend.close();
    await backend.close();
    await expect(backend.restart()).rejects.toThrow('The backend has been closed: start another one.');
    await expect(backend.until(() => false)).rejects.toThrow('The backend was closed before the condition held.');
  });

  it('ends waits that can no longer succeed', async () => {
    const wait = backend.until(() => false);
    const [ending] = await Promise.allSettled([wait, backend.close()]);
    expect(ending).toEqual({
      status: 'rejected',
      reason: new Error('The backend was closed before the condition held.'),
    });
  });

  it('leaves no socket, server or timer behind', async () => {
    await backend.close();
    const before = await settledResources();
    const busy = await startBackend({ jobOptions: () => ({ delay: 60_000 }) });
    busy.handle('demo', async () => new Promise(() => undefined));
    busy.inject({ kind: 'stall', at: 'body' });
    busy.inject({ kind: 'delay', delay: 60_000, stage: 'after' });
    busy.inject({ kind: 'trickle', interval: 60_000 });
    const answers = [1, 2, 3].map(() => rawEnqueue(busy.url, 'demo', {}));
    await busy.until(() => busy.held === 3);
    expect(resources()).toEqual(expect.arrayContaining(['TCPServerWrap', 'TCPSocketWrap', 'Timeout']));
    await busy.close();
    await Promise.all(answers);
    // What is there already belongs to others, and may end meanwhile.
    expect(before).toEqual(expect.arrayContaining(await settledResources()));
  });

  it('is disposed of by `await using`', async () => {
    let url: string;
    {
      await using scoped = await startBackend();
      ({ url } = scoped);
      expect((await rawRequest(url)).status).toBe(404);
    }
    expect((await rawRequest(url)).error).toBe('ECONNREFUSED');
  });
});

/** Servers, sockets and timers that keep this process alive. */
function resources(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => /^(?:TCP|Timeout|HTTP)/.test(name))
    .sort();
}

/** The same, once what is closing has closed, and timers of others have ended: that takes some turns of the event loop. */
async function settledResources(): Promise<string[]> {
  for (let turn = 0; turn < 100_000 && resources().length > 0; turn += 1) await nextTurn();
  return resources();
}
