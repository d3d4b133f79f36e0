import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsByTransport, FetchClient, NodeClient } from './_test-client.js';
import type { Fetch } from './runtime/transport/fetch.js';
import { startBackend } from './testing/start-backend.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const answer = JSON.stringify({ success: true, jobId: '1', messageName: 'demo-request', queue: 'demo-request' });

/** A backend that remembers nothing, so that only the client's memory can grow. */
const server = createServer((request, response) => {
  request.resume().once('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end(answer));
});
let baseUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** Bytes on the heap once all garbage is gone. */
function usedHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Answers without a socket: what is counted is the client's own memory. */
const instantFetch: Fetch = async () => ({ status: 201, headers: new Headers(), text: async () => answer });

/** Kinds of resources that keep a process alive. */
const activeResources = (): string[] =>
  process.getActiveResourcesInfo().filter((kind) => /Timeout|TCPSocket|TCPConnect|TLSWrap|GetAddrInfo/.test(kind));

describe('Over 40,000 calls with one signal', () => {
  const clients = [
    { title: 'on node:http', make: () => new NodeClient({ baseUrl, apiKey: 'key' }) },
    { title: 'on fetch', make: () => new FetchClient({ baseUrl, apiKey: 'key', fetch: instantFetch }) },
  ];
  it.each(clients)('the memory stays flat, $title', { timeout: 300_000 }, async ({ make }) => {
    const client = make();
    const { signal } = new AbortController();
    const payload = { modelId: 'm1', path: '/a.stl' };
    const send = (count: number): Promise<unknown> =>
      Promise.all(
        Array.from({ length: 32 }, async () => {
          for (let call = 0; call < count / 32; call += 1)
            await client.sendToQueue('demo-request', payload, { signal });
        }),
      );
    await send(8_000);
    const before = usedHeap();
    await send(32_000);
    // The smallest object takes 16 bytes, and what a call would leave is several.
    expect(usedHeap() - before).toBeLessThan(500_000);
  });
});

describe.each(clientsByTransport)('After calls of every outcome on $transport', ({ Client }) => {
  it('no timer, socket or listener is left', async () => {
    const before = activeResources();
    const backend = await startBackend();
    const { signal } = new AbortController();
    const client = new Client({ baseUrl: backend.url, retryDelay: 1, maxRetries: 1 });
    const job = await client.sendToQueue('demo-request', {}, { signal });
    backend.inject({ kind: 'reset' });
    await client.sendToQueue('demo-request', {}, { signal }).catch(() => undefined);
    backend.inject({ kind: 'status', status: 503 }, { times: 2 });
    await client.sendToQueue('demo-request', {}, { signal }).catch(() => undefined);
    backend.inject({ kind: 'stall', at: 'body' });
    await client.sendToQueue('demo-request', {}, { signal, timeout: 20 }).catch(() => undefined);
    await backend.complete(job.jobId, null);
    await client.waitFor(job, { signal });
    await client.waitForJob('no such job', { signal, deadline: 20 }).catch(() => undefined);
    await backend.close();

    expect(getEventListeners(signal, 'abort')).toEqual([]);
    // A closed connection is let go of in the turns after.
    for (let turn = 0; turn < 1_000 && activeResources().length > before.length; turn += 1)
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    expect(activeResources().length).toBeLessThanOrEqual(before.length);
  });
});
