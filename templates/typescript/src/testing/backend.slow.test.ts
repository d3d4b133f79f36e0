import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendingClient } from '../runtime/client/sending-client.js';
import type { Backend } from './backend.js';
import type { BackendOptions } from './backend-options.js';
import { createManualClock } from './manual-clock.js';
import { MemoryStore } from '../backend/memory-store.js';
import type { MessagePolicy } from '../worker/message-policy.js';
import { JobError } from '../worker/job-error.js';
import { JobStop } from '../worker/job-stop.js';
import { rawEnqueue, rawRequest } from './_raw-request.js';
import { startBackend } from './start-backend.js';

interface Payloads {
  'resize-request': { readonly width: number };
  'clean-request': { readonly folder?: string };
}
interface Outcomes {
  'resize-request': { readonly size: number };
}

interface Emits {
  'resize-request': { readonly 'file-found': { readonly path: string } };
}

let backend: Backend<Payloads, Outcomes, Emits>;
const start = async (options: BackendOptions = {}, policy: Partial<MessagePolicy> = {}) => {
  await backend.close();
  backend = await startBackend<Payloads, Outcomes, Emits>(options, {
    messageTypes: { RESIZE: 'resize-request', CLEAN: 'clean-request', FOUND: 'file-found', DONE: 'resize-completed' },
    policies: { 'resize-request': { domain: '', sentBy: 'callers', outcome: 'resize-completed', ...policy } },
    outcomes: { 'resize-request': 'resize-completed' },
  });
};
beforeEach(async () => {
  backend = await startBackend<Payloads, Outcomes, Emits>();
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
    const jobs: unknown[] = [];
    backend.handle('resize-request', async ({ width }, job) => {
      jobs.push([job.id, job.attempt]);
      await job.progress(50);
      await job.log('halfway');
      return { size: width * width };
    });
    const jobId = await enqueue();
    expect(await backend.finished(jobId)).toMatchObject({ state: 'completed', returnvalue: { size: 4 } });
    expect(await read(jobId)).toMatchObject({ state: 'completed', returnvalue: { size: 4 }, progress: 50 });
    expect(jobs).toEqual([[jobId, 1]]);
    expect(backend.logs).toEqual([{ jobId, line: 'halfway' }]);
  });

  it('fail jobs by throwing, while a status call shows the reason of the attempt before', async () => {
    const clock = createManualClock();
    await start({ clock }, { retry: { attempts: 2, backoff: { type: 'fixed', delay: 1000 } } });
    backend.handle('resize-request', ({ width }, { attempt }) => {
      throw new Error(`no room for ${width} in attempt ${attempt}`);
    });
    const jobId = await enqueue();
    await backend.until(async () => (await backend.job(jobId))?.state === 'delayed');
    expect(await read(jobId)).toMatchObject({ state: 'delayed', failedReason: 'no room for 2 in attempt 1' });
    clock.advance(1000);
    await backend.finished(jobId);
    expect(await read(jobId)).toMatchObject({ state: 'failed', failedReason: 'no room for 2 in attempt 2' });
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
    expect(await reason).toEqual(new JobStop('closing'));
  });

  it('send what they emit, and the outcome, as messages of their own, once each', async () => {
    await start({}, { emits: ['file-found'], retry: { attempts: 2 } });
    backend.handle('resize-request', async ({ width }, job) => {
      await job.emit('file-found', { path: '/a' });
      if (job.attempt === 1) throw new Error('once more');
      return { size: width };
    });
    const jobId = await enqueue();
    await backend.finished(jobId);
    await backend.until(async () => (await backend.jobs()).length === 3);
    expect((await backend.jobs()).map(({ name, state, data }) => ({ name, state, data }))).toEqual([
      { name: 'resize-request', state: 'completed', data: { width: 2 } },
      { name: 'file-found', state: 'waiting', data: { path: '/a' } },
      { name: 'resize-completed', state: 'waiting', data: { size: 2 } },
    ]);
    expect(backend.stored.map((job) => job.jobId)).toEqual([jobId]);
  });

  it('end a job at once by a code in neverOn, and report it by onFailed', async () => {
    await start({}, { retry: { attempts: 5, neverOn: ['TOO_WIDE'] } });
    backend.handle('resize-request', {
      run: () => {
        throw new JobError('TOO_WIDE', 'no room');
      },
      onFailed: () => ({ size: 0 }),
    });
    const jobId = await enqueue();
    await backend.finished(jobId);
    const want = { state: 'failed', failedReason: 'TOO_WIDE: no room', outcome: { size: 0 } };
    expect(await read(jobId)).toMatchObject(want);
    await backend.until(async () => (await backend.jobs()).length === 2);
    expect((await backend.jobs())[1]).toMatchObject({ name: 'resize-completed', data: { size: 0 } });
  });

  it('are asked to stop by a cancel', async () => {
    backend.handle('clean-request', async (_, { signal }) => {
      await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    const jobId = await enqueue('clean-request', {});
    await backend.until(async () => (await backend.job(jobId))?.state === 'active');
    expect((await rawRequest(`${backend.url}/api/jobs/${jobId}`, { method: 'DELETE' })).status).toBe(202);
    expect(await backend.finished(jobId)).toMatchObject({ state: 'failed', failedReason: 'cancelled' });
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
    await start({}, { retry: { attempts: 3 } });
    const jobId = await enqueue();
    await backend.fail(jobId, 'no network');
    expect(await read(jobId)).toMatchObject({ state: 'waiting', failedReason: 'no network' });
    await backend.fail(jobId, 'no such file', { isFinal: true });
    expect(await read(jobId)).toMatchObject({ state: 'failed', failedReason: 'no such file' });
  });

  it('removes a job, and learns how jobs ended that were removed on completion', async () => {
    await start({ store: new MemoryStore({ retention: { completed: { age: 0, count: 0 } } }) });
    const [first, second] = [await enqueue(), await enqueue()];
    await backend.remove(first);
    await backend.complete(second, { size: 9 });
    expect([(await read(first)).httpStatus, (await read(second)).httpStatus]).toEqual([404, 404]);
    expect(await backend.finished(second)).toMatchObject({ state: 'completed', returnvalue: { size: 9 } });
    expect(backend.stored.map(({ jobId }) => jobId)).toEqual([first, second]);
    await expect(backend.finished(first)).rejects.toThrow(`There is no job "${first}", or it has been removed.`);
    await expect(backend.setState(first, 'active')).rejects.toThrow(
      `There is no job "${first}", or it has been removed.`,
    );
  });

  it('reads what was received, in order, with the connection it came on', async () => {
    await start({ clock: createManualClock(77) });
    await rawEnqueue(backend.url, 'resize-request', { width: 2 }, { 'X-Trace': 'a', 'idempotency-key': 'k' });
    await rawRequest(`${backend.url}/api/jobs/1`);
    const [stored] = backend.stored;
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
      {
        jobId: stored?.jobId,
        messageType: 'resize-request',
        data: { width: 2 },
        idempotencyKey: 'k',
        request: 1,
      },
    ]);
    backend.clear();
    expect([backend.received, backend.stored]).toEqual([[], []]);
    expect(await backend.jobs()).toHaveLength(1);
  });

  it('keeps the newest records alone, where there is a limit', async () => {
    await start({ recordLimit: 2 });
    const jobs = [await enqueue(), await enqueue(), await enqueue()];
    for (const jobId of jobs) await backend.complete(jobId);
    expect(backend.received.map(({ number }) => number)).toEqual([2, 3]);
    expect(backend.stored.map(({ jobId }) => jobId)).toEqual(jobs.slice(1));
    expect((await backend.finished(String(jobs[0]))).state).toBe('completed');
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
    const busy = await startBackend();
    busy.handle('demo', async () => new Promise(() => undefined));
    busy.inject({ kind: 'stall', at: 'body' });
    busy.inject({ kind: 'delay', delay: 60_000, stage: 'after' });
    busy.inject({ kind: 'trickle', interval: 60_000 });
    const later = { 'job-delay': '60' };
    const answers = [1, 2, 3].map(() => rawEnqueue(busy.url, 'demo', {}, later));
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
