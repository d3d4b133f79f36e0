import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../client/_test-client.js';
import { closedPort, startHttp, startHttps } from './_loopback.js';
import { refused, reset } from './_scripted-fetch.js';
import { isBeforeSending } from './failure-codes.js';
import { platformFetch, type Fetch, type FetchRequest } from './fetch.js';
import { createFetchTransport } from './fetch-transport.js';
import type { TransportRequest } from './transport.js';

const request = (): TransportRequest => ({
  method: 'POST',
  url: 'http://backend.test/api/jobs/resize',
  headers: { accept: 'application/json' },
  body: '{}',
  cancel: undefined,
  wasSent: false,
});

describe('createFetchTransport', () => {
  it('passes the request on, and redirects are not followed', async () => {
    const given = request();
    let seen: unknown;
    const fetch: Fetch = (url, init) => {
      seen = { url, ...init };
      return Promise.resolve(new Response('text', { status: 201, headers: { 'X-Request-Id': 'r' } }));
    };
    const answer = await createFetchTransport(fetch)(given);
    expect(answer).toMatchObject({ status: 201, headers: { 'x-request-id': 'r' }, text: 'text' });
    expect(seen).toEqual({
      url: given.url,
      method: 'POST',
      headers: given.headers,
      body: '{}',
      redirect: 'manual',
      signal: expect.any(AbortSignal) as AbortSignal,
    });
    expect(given.wasSent).toBe(true);
  });

  it('gives no body where there is none', async () => {
    let seen: FetchRequest | undefined;
    const fetch: Fetch = (_, init) => {
      seen = init;
      return Promise.resolve(new Response(''));
    };
    await createFetchTransport(fetch)({ ...request(), method: 'GET', body: undefined });
    expect(seen && 'body' in seen).toBe(false);
  });

  it('lets a function change the header fields of its own request only', async () => {
    const given = { ...request(), headers: Object.freeze({ accept: 'a' }) };
    const fetch: Fetch = (_, init) => {
      init.headers['x-added'] = 'b';
      return Promise.resolve(new Response(''));
    };
    await createFetchTransport(fetch)(given);
    expect(given.headers).toEqual({ accept: 'a' });
  });

  it('reads header objects of other make, names in any case', async () => {
    const pairs = [
      ['Retry-After', '5'],
      ['X-A', 'b'],
    ] as const;
    const headers = {
      forEach: (visit: (value: string, name: string) => void) => pairs.forEach(([name, value]) => visit(value, name)),
    };
    const fetch: Fetch = () => Promise.resolve({ status: 200, headers, text: () => Promise.resolve('') });
    expect((await createFetchTransport(fetch)(request())).headers).toEqual({ 'retry-after': '5', 'x-a': 'b' });
  });

  it.each<{ name: string; fetch: Fetch; wasSent: boolean }>([
    { name: 'a refused connection', fetch: () => Promise.reject(refused()), wasSent: false },
    { name: 'a reset', fetch: () => Promise.reject(reset()), wasSent: true },
    {
      name: 'a throw',
      fetch: () => {
        throw refused();
      },
      wasSent: false,
    },
    {
      name: 'a body that failed, whatever it says',
      fetch: () => Promise.resolve({ status: 200, headers: new Headers(), text: () => Promise.reject(refused()) }),
      wasSent: true,
    },
  ])('after $name, wasSent is $wasSent', async ({ fetch, wasSent }) => {
    const given = request();
    await expect(createFetchTransport(fetch, isBeforeSending)(given)).rejects.toBeInstanceOf(Error);
    expect(given.wasSent).toBe(wasSent);
  });

  it('takes every request for sent where nothing tells failures apart', async () => {
    const given = request();
    await expect(createFetchTransport(() => Promise.reject(refused()))(given)).rejects.toBeInstanceOf(Error);
    expect(given.wasSent).toBe(true);
  });
});

describe("The platform's fetch", () => {
  const over = async (url: string): Promise<boolean> => {
    const given = { ...request(), url };
    const outcome = await outcomeOf(createFetchTransport(platformFetch, isBeforeSending)(given));
    expect(outcome).toBeInstanceOf(TypeError);
    return given.wasSent;
  };

  it('has sent nothing to a port where nobody listens', async () => {
    expect(await over(`http://127.0.0.1:${await closedPort()}/`)).toBe(false);
  });

  it('has sent nothing to a backend whose certificate it does not trust', async () => {
    await using server = await startHttps((_, response) => response.end());
    expect(await over(`https://127.0.0.1:${server.port}/`)).toBe(false);
  });

  it('may have sent something where the connection is reset', async () => {
    await using server = await startHttp(({ socket }) => socket.resetAndDestroy());
    expect(await over(`http://127.0.0.1:${server.port}/`)).toBe(true);
  });
});
