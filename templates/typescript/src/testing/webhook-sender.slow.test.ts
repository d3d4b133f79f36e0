import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signEvent } from '../webhooks/sign-webhook.js';
import { derivedJobId } from '../worker/derived-id.js';
import type { BackendOptions } from './backend-options.js';
import { createManualClock } from './manual-clock.js';
import { rawEnqueue } from './_raw-request.js';
import { startBackend, type AnyBackend } from './start-backend.js';
import { isLoopback, type SignWebhook } from './webhook-sender.js';

/** Signs by repeating the secret: enough to see that what was signed is what arrives. */
const signWebhook: SignWebhook = async (event, { secret }) => ({
  headers: { 'content-type': 'application/json', 'webhook-signature': `signed with ${secret}` },
  body: JSON.stringify(event),
});

interface Arrival {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly signature: unknown;
  readonly body: unknown;
}

let receiver: Server;
let arrivals: Arrival[];
let respond: (arrival: Arrival) => number | undefined;
let hook: string;
let backend: AnyBackend;

beforeEach(async () => {
  arrivals = [];
  respond = () => 204;
  receiver = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { method, url: path, headers } = request;
    const arrival = { method, path, signature: headers['webhook-signature'], body: JSON.parse(text) as unknown };
    arrivals.push(arrival);
    const status = respond(arrival);
    if (status === undefined) request.socket.destroy();
    else response.writeHead(status, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve));
  hook = `http://localhost:${(receiver.address() as AddressInfo).port}/hook?a=b`;
  await start({ webhookSecret: 'whsec_test' });
});
afterEach(async () => {
  await backend.close();
  await new Promise((resolve) => void receiver.close(resolve));
});

async function start(options: BackendOptions): Promise<void> {
  await backend?.close();
  backend = await startBackend(options, { signWebhook, outcomes: { 'resize-request': 'resize-completed' } });
}

async function completeJob(payload: unknown, messageType = 'resize-request'): Promise<string> {
  const { text } = await rawEnqueue(backend.url, messageType, payload);
  const { jobId } = JSON.parse(text) as { jobId: string };
  await backend.complete(jobId, { size: 4 });
  return jobId;
}

describe('A webhook', () => {
  it('carries the outcome of a job, signed', async () => {
    const jobId = await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length === 1);
    const timestamp = expect.any(String) as string;
    const event = { type: 'resize-completed', timestamp, data: { size: 4 }, jobId };
    expect(arrivals).toEqual([{ method: 'POST', path: '/hook?a=b', signature: 'signed with whsec_test', body: event }]);
    expect(backend.deliveries).toEqual([
      {
        jobId,
        url: hook,
        attempt: 1,
        result: 'delivered',
        status: 204,
        headers: { 'content-type': 'application/json', 'webhook-signature': 'signed with whsec_test' },
        body: JSON.stringify(arrivals[0]?.body),
      },
    ]);
  });

  it('carries what a worker reports of a job that failed, under the same id each time', async () => {
    const ids = new Set<unknown>();
    await backend.close();
    backend = await startBackend(
      {
        webhookSecret: 'whsec_test',
        signWebhook: (event, options) => {
          ids.add(options.id);
          return signWebhook(event, options);
        },
      },
      { outcomes: { 'resize-request': 'resize-completed' } },
    );
    const { text } = await rawEnqueue(backend.url, 'resize-request', { webhookUrl: hook });
    const { jobId } = JSON.parse(text) as { jobId: string };
    await backend.fail(jobId, 'broken', { outcome: { size: 0 } });
    await backend.until(() => backend.deliveries.length === 1);
    expect(arrivals).toMatchObject([{ body: { type: 'resize-completed', data: { size: 0 }, jobId } }]);
    const id = await derivedJobId(jobId, 'resize-completed', 'webhook');
    expect([...ids]).toEqual([id.replace('resize-completed.', 'msg_')]);
  });

  it('goes out with an id that the package itself takes for one', async () => {
    await backend.close();
    const webhookSecret = `whsec_${btoa('0123456789abcdef')}`;
    backend = await startBackend(
      { webhookSecret, signWebhook: signEvent },
      { outcomes: { 'resize-request': 'resize-completed' } },
    );
    await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length === 1);
    expect(backend.deliveries).toMatchObject([{ result: 'delivered', status: 204 }]);
  });

  it.each([500, 307])('is recorded with the status of the answer, here %i', async (status) => {
    respond = () => status;
    await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length === 1);
    expect(backend.deliveries).toMatchObject([{ result: 'delivered', status }]);
    expect(arrivals).toHaveLength(1);
  });

  it('is recorded as failed where nobody answers', async () => {
    respond = () => undefined;
    await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length === 1);
    expect(backend.deliveries).toMatchObject([{ result: 'failed', reason: 'socket hang up' }]);
  });

  it.each<[url: string, messageType: string, reason: string]>([
    ['https://example.com/hook', 'resize-request', 'example.com is no loopback address: allowWebhook can let it pass.'],
    [
      'http://127.0.0.1.example.com/',
      'resize-request',
      '127.0.0.1.example.com is no loopback address: allowWebhook can let it pass.',
    ],
    ['ftp://localhost/', 'resize-request', 'webhookUrl is no http: or https: URL.'],
    ['hook', 'resize-request', 'webhookUrl is no http: or https: URL.'],
    ['http://localhost:1/', 'clean-request', 'The catalog links no outcome to clean-request.'],
    ['http://localhost:1/', 'toString', 'The catalog links no outcome to toString.'],
  ])('to %s about a %s is refused', async (webhookUrl, messageType, reason) => {
    const jobId = await completeJob({ webhookUrl }, messageType);
    await backend.until(() => backend.deliveries.length === 1);
    expect(backend.deliveries).toEqual([{ jobId, url: webhookUrl, attempt: 1, result: 'refused', reason }]);
  });

  it('goes elsewhere where the test says so', async () => {
    await start({ webhookSecret: 'whsec_test', allowWebhook: ({ hostname }) => hostname === 'nobody.invalid' });
    await completeJob({ webhookUrl: 'http://nobody.invalid/' });
    await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length === 2);
    expect(backend.deliveries.map(({ result }) => result).sort()).toEqual(['failed', 'refused']);
  });

  it('is not sent without a secret, for a job that failed without a report, or where none is asked for', async () => {
    const { text } = await rawEnqueue(backend.url, 'resize-request', { webhookUrl: hook });
    await backend.fail((JSON.parse(text) as { jobId: string }).jobId, 'broken');
    await completeJob({ webhookUrl: 5 });
    await completeJob(null);
    const last = await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length > 0);
    expect(backend.deliveries.map(({ jobId }) => jobId)).toEqual([last]);
    await start({});
    await completeJob({ webhookUrl: hook });
    await backend.close();
    expect([backend.deliveries, arrivals.length]).toEqual([[], 1]);
  });

  it('that fails is tried again under the same id, on the schedule of workers, when the time of the test comes to it', async () => {
    const clock = createManualClock();
    const ids: unknown[] = [];
    await backend.close();
    backend = await startBackend(
      {
        clock,
        webhookSecret: 'whsec_test',
        signWebhook: (event, options) => {
          ids.push([options.id, event.timestamp]);
          return signWebhook(event, options);
        },
      },
      { outcomes: { 'resize-request': 'resize-completed' } },
    );
    const answers = [500, 307, undefined, 204];
    respond = () => answers.shift();
    await completeJob({ webhookUrl: hook });
    const seen: unknown[] = [];
    for (const [count, wait] of [5000, 30_000, 120_000, 600_000].entries()) {
      await backend.until(() => backend.deliveries.length === count + 1);
      clock.advance(wait - 1);
      seen.push([arrivals.length, clock.pending]);
      clock.advance(1);
    }
    expect(seen).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 0],
    ]);
    expect(backend.deliveries).toMatchObject([
      { attempt: 1, result: 'delivered', status: 500 },
      { attempt: 2, result: 'delivered', status: 307 },
      { attempt: 3, result: 'failed', reason: 'socket hang up' },
      { attempt: 4, result: 'delivered', status: 204 },
    ]);
    expect(new Set(ids.map((id) => JSON.stringify(id))).size).toBe(1);
  });

  it('is given up after the last try of the schedule, or when the backend closes', async () => {
    respond = () => 503;
    const clock = createManualClock();
    await start({ clock, webhookSecret: 'whsec_test', webhookSchedule: [10] });
    await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length === 1);
    clock.advance(10);
    await backend.until(() => backend.deliveries.length === 2);
    expect(clock.pending).toBe(0);
    await completeJob({ webhookUrl: hook });
    await backend.until(() => backend.deliveries.length === 3);
    expect(clock.pending).toBe(1);
    await backend.close();
    expect([clock.pending, arrivals.length]).toEqual([0, 3]);
  });

  it('under way ends when the backend closes', async () => {
    const stuck = new Promise<void>((resolve) => {
      receiver.removeAllListeners('request').on('request', () => resolve());
    });
    await completeJob({ webhookUrl: hook });
    await stuck;
    await backend.close();
    expect(backend.deliveries).toMatchObject([{ result: 'failed', reason: 'The operation was aborted' }]);
  });
});

describe('A loopback address', () => {
  it.each([
    ['http://localhost:80/', true],
    ['http://127.0.0.1/', true],
    ['http://127.9.9.9/', true],
    ['http://0x7f.1/', true],
    ['http://[::1]/', true],
    ['http://128.0.0.1/', false],
    ['http://0.0.0.0/', false],
    ['http://[::2]/', false],
    ['http://localhost.example/', false],
    ['http://127.0.0.1.example/', false],
  ])('is the host of %s: %s', (url, expected) => {
    expect(isLoopback(new URL(url))).toBe(expected);
  });
});
