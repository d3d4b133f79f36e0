import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSigned } from '../webhooks/signature.js';
import { readSecrets } from '../webhooks/secrets.js';
import { JobError } from '../worker/job-error.js';
import { hasRedis, needsRedis } from './_testing/redis.js';
import { World, type TestHandler } from './_testing/world.js';
import type { WebhookOptions } from './webhooks.js';

const secret = `whsec_${btoa('0123456789abcdef')}`;

interface Received {
  readonly id: string;
  readonly event: Record<string, unknown>;
  readonly isSigned: boolean;
}

describe.skipIf(!hasRedis)(`Webhooks of workers on BullMQ${needsRedis}`, () => {
  let world: World;
  let server: Server;
  let url: string;
  let received: Received[];
  /** Answers one request after the other; the last answers all others. */
  let answers: ((response: ServerResponse) => unknown)[];
  beforeEach(async () => {
    received = [];
    answers = [(response) => response.end()];
    server = createServer((request, response) => {
      void note(request).then(() => (answers.length > 1 ? answers.shift() : answers[0])?.(response));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    world = await World.start();
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    server.closeAllConnections();
    server.close();
  });

  async function note(request: IncomingMessage): Promise<void> {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const id = String(request.headers['webhook-id']);
    const timestamp = Number(request.headers['webhook-timestamp']);
    const signature = String(request.headers['webhook-signature']);
    const event = JSON.parse(String(body)) as Record<string, unknown>;
    const isValid = await isSigned(signature, { id, timestamp, body }, readSecrets(secret));
    received.push({ id, event, isSigned: isValid });
  }

  /** Carries out one job that asks for a webhook, and waits until that was delivered or given up. */
  async function post(
    handler: TestHandler,
    options: Partial<WebhookOptions> = {},
    target = url,
  ): Promise<{ jobId: string; state: string; why: string | undefined; tries: number }> {
    const webhooks = { secret, allowPrivateAddresses: true, schedule: [1, 1], ...options };
    await world.workers({ 'a-request': handler }, { webhooks });
    const jobId = await world.add('a-request', { webhookUrl: target });
    await world.until(jobId, 'completed', 'failed');
    const id = await world.endOf('worker.webhooks');
    const job = await world.queue('worker.webhooks').getJob(id);
    return { jobId, state: String(await job?.getState()), why: job?.failedReason, tries: job?.attemptsMade ?? 0 };
  }

  it('are signed, and hold message, outcome and job', async () => {
    const { jobId, state } = await post(() => ({ x: 1 }));
    expect(state).toBe('completed');
    expect(received).toEqual([
      {
        id: expect.stringMatching(/^msg_[\da-f-]{36}$/) as string,
        event: { type: 'a-completed', timestamp: expect.any(String) as string, data: { x: 1 }, jobId },
        isSigned: true,
      },
    ]);
  });

  it('hold what onFailed gave', async () => {
    await post({ run: () => Promise.reject(new JobError('GONE', 'No.')), onFailed: () => ({ x: 2 }) });
    expect(received.map(({ event }) => event['data'])).toEqual([{ x: 2 }]);
  });

  it('that fail are tried again under the same id, and the job is not', async () => {
    const runs: number[] = [];
    answers = [
      (response) => response.writeHead(500).end(),
      (response) => response.destroy(),
      (response) => response.writeHead(204).end(),
    ];
    const { state, tries } = await post((_, job) => runs.push(job.attempt));
    expect([state, tries, runs]).toEqual(['completed', 3, [1]]);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
    expect(received.map((each) => each.isSigned)).toEqual([true, true, true]);
  });

  it('are given up after the last try, and the job has completed', async () => {
    answers = [(response) => response.writeHead(500).end()];
    const { jobId, state, why, tries } = await post(() => ({}));
    expect([state, why, tries]).toEqual(['failed', 'It was answered with status 500.', 3]);
    expect(await world.store.get(jobId)).toMatchObject({ state: 'completed', attemptsMade: 1 });
  });

  it('follow no redirect', async () => {
    answers = [(response) => response.writeHead(302, { location: url }).end()];
    expect(await post(() => ({}), { schedule: [] })).toMatchObject({ state: 'failed', tries: 1 });
    expect(received).toHaveLength(1);
  });

  it('wait no longer for an answer than they may', async () => {
    answers = [() => undefined];
    expect(await post(() => ({}), { schedule: [], timeout: 50 })).toMatchObject({ state: 'failed', tries: 1 });
  });

  it('read no endless answer', async () => {
    answers = [(response) => response.end('x'.repeat(1_000_000))];
    expect(await post(() => ({}))).toMatchObject({ state: 'completed' });
  });

  it.each([
    ['private addresses', 'http://127.0.0.1:1/', false, 'leads to a private address'],
    ['other protocols', 'ftp://example.com/', true, 'no http: or https: URL'],
    ['what is no URL', 'nothing', true, 'no http: or https: URL'],
  ])('are not sent to %s, and not tried again', async (_, target, allowPrivateAddresses, why) => {
    expect(await post(() => ({}), { allowPrivateAddresses }, target)).toMatchObject({
      state: 'failed',
      tries: 1,
      why: expect.stringContaining(why) as string,
    });
  });

  it('are not sent where a body would be too large', async () => {
    const { why, tries } = await post(() => ({ text: 'x'.repeat(1_100_000) }));
    expect([why, tries]).toEqual(['It has more than 1048576 bytes.', 1]);
  });
});
