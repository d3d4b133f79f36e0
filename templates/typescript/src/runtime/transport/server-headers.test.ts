import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTestClient, definition, TestClient } from '../client/_test-client.js';
import { enqueued, scriptedFetch } from './_scripted-fetch.js';
import { serverHeaders } from './server-headers.js';

afterEach(() => vi.unstubAllGlobals());

describe('serverHeaders', () => {
  it.each([
    { versions: { node: '20.1.0' }, want: 'test/1.2.3 node/20.1.0' },
    { versions: { node: '24.3.0', bun: '1.4.5' }, want: 'test/1.2.3 bun/1.4.5' },
    { versions: { node: '26.3.0', deno: '2.9.6' }, want: 'test/1.2.3 deno/2.9.6' },
  ])('name package and runtime: $want', ({ versions, want }) => {
    vi.stubGlobal('process', { versions });
    expect(serverHeaders('test/1.2.3')).toEqual({ 'accept-encoding': 'identity', 'user-agent': want });
  });

  class ServerClient extends TestClient {
    protected override platformHeaders(): Readonly<Record<string, string>> {
      return serverHeaders('test-client/1.2.3');
    }
  }

  it('go with every request, and give way to what the caller says', async () => {
    const { fetch, requests } = scriptedFetch([enqueued]);
    const client = new ServerClient({ baseUrl: 'http://a.test', fetch }, definition);
    await client.sendToQueue('notify', { text: 'a' });
    await client.sendToQueue('notify', { text: 'a' }, { headers: { 'User-Agent': 'mine' } });
    expect(requests.map(({ headers }) => headers['user-agent'])).toEqual([
      `test-client/1.2.3 node/${process.versions.node}`,
      'mine',
    ]);
  });

  it('go with none where the platform sets its own', async () => {
    const { client, requests } = createTestClient([enqueued]);
    await client.sendToQueue('notify', { text: 'a' });
    expect(requests[0]?.headers).not.toHaveProperty('user-agent');
  });
});
