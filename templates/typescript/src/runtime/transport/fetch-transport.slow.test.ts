import { describe, expect, it, vi } from 'vitest';
import { outcomeOf } from '../client/_test-client.js';
import { ConfigurationError } from '../errors/index.js';
import { closedPort, startHttp, startHttps } from './_loopback.js';
import { refused, reset } from './_scripted-fetch.js';
import { noteFailure } from './failure-codes.js';
import { platformFetch, type Fetch, type FetchRequest, type FetchResponse } from './fetch.js';
import { createFetchTransport } from './fetch-transport.js';
import { streamingFetch } from './streaming-fetch.js';
import type { TransportRequest } from './transport.js';

const request = (): TransportRequest => ({
  method: 'POST',
  url: 'http://backend.test/api/jobs/resize',
  headers: { accept: 'application/json' },
  body: '{}',
  accepts: () => true,
  connected: undefined,
  cancel: undefined,
  wasSent: false,
  isFutile: false,
});

/** Most bytes of an answer. */
const limit = 1_000;

describe('createFetchTransport', () => {
  it('passes the request on, and redirects are not followed', async () => {
    const given = request();
    let seen: unknown;
    const fetch: Fetch = (url, init) => {
      seen = { url, ...init };
      return Promise.resolve(new Response('text', { status: 201, headers: { 'X-Request-Id': 'r' } }));
    };
    const answer = await createFetchTransport(fetch, limit)(given);
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

  it('gives no body where there is none, and asks for an answer that comes from no cache', async () => {
    let seen: FetchRequest | undefined;
    const fetch: Fetch = (_, init) => {
      seen = init;
      return Promise.resolve(new Response(''));
    };
    await createFetchTransport(fetch, limit)({ ...request(), method: 'GET', body: undefined });
    expect(seen && 'body' in seen).toBe(false);
    expect(seen?.cache).toBe('no-store');
  });

  it('asks for no cache where the platform refuses such a request', async () => {
    vi.stubGlobal('Request', function (_: string, { cache }: { cache?: string }) {
      if (cache !== undefined) throw new Error("The 'cache' field is not implemented.");
    });
    let seen: FetchRequest | undefined;
    const fetch: Fetch = (_, init) => {
      seen = init;
      return Promise.resolve(new Response(''));
    };
    await createFetchTransport(fetch, limit)({ ...request(), method: 'GET', body: undefined });
    vi.unstubAllGlobals();
    expect(seen).toBeDefined();
    expect(seen).not.toHaveProperty('cache');
  });

  it('has sent nothing where the platform has no fetch, and says so', async () => {
    vi.stubGlobal('fetch', undefined);
    const given = request();
    const outcome = await outcomeOf(createFetchTransport(platformFetch, limit)(given));
    vi.unstubAllGlobals();
    expect(outcome).toBeInstanceOf(ConfigurationError);
    expect(given.wasSent).toBe(false);
  });

  it('lets a function change the header fields of its own request only', async () => {
    const given = { ...request(), headers: Object.freeze({ accept: 'a' }) };
    const fetch: Fetch = (_, init) => {
      init.headers['x-added'] = 'b';
      return Promise.resolve(new Response(''));
    };
    await createFetchTransport(fetch, limit)(given);
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
    expect((await createFetchTransport(fetch, limit)(request())).headers).toEqual({ 'retry-after': '5', 'x-a': 'b' });
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
    await expect(createFetchTransport(fetch, limit, noteFailure)(given)).rejects.toBeInstanceOf(Error);
    expect(given.wasSent).toBe(wasSent);
  });

  it('takes every request for sent where nothing tells failures apart', async () => {
    const given = request();
    await expect(createFetchTransport(() => Promise.reject(refused()), limit)(given)).rejects.toBeInstanceOf(Error);
    expect(given.wasSent).toBe(true);
  });
});

describe('The body of an answer', () => {
  const text = `{"a":"${'é'.repeat(300)}"}`;
  const length = new TextEncoder().encode(text).byteLength;
  const answerOf = (response: FetchResponse, maxResponseBytes: number) =>
    createFetchTransport(() => Promise.resolve(response), maxResponseBytes)(request());

  it('is counted in bytes as it comes', async () => {
    expect(await answerOf(new Response(text), length)).toMatchObject({ text, isTooLarge: false });
    expect(await answerOf(new Response(text), length - 1)).toMatchObject({ text: '', isTooLarge: true });
  });

  it('is put together from pieces that end within a character', async () => {
    const bytes = new TextEncoder().encode('\ufeff{"größe":"🙂"}');
    const pieces = [...bytes].map((byte) => new Uint8Array([byte]));
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    });
    expect(await answerOf(new Response(body), 100)).toMatchObject({ text: '{"größe":"🙂"}' });
  });

  it('is left where it is too long', async () => {
    const cancel = vi.fn<() => void>();
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(600)),
      cancel,
    });
    expect(await answerOf(new Response(body), limit)).toMatchObject({ isTooLarge: true });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each([
    { most: length, want: { text, isTooLarge: false } },
    { most: length - 1, want: { text: '', isTooLarge: true } },
    { most: 100, want: { text: '', isTooLarge: true } },
  ])('is read whole where there is no stream, up to $most', async ({ most, want }) => {
    const response = { status: 200, headers: new Headers(), text: () => Promise.resolve(text) };
    expect(await answerOf(response, most)).toMatchObject(want);
  });
});

describe('streamingFetch', () => {
  it('sends a body that cannot be read twice', async () => {
    let seen = '';
    await using server = await startHttp(async (incoming, response) => {
      for await (const chunk of incoming.setEncoding('utf8')) seen += String(chunk);
      response.end(incoming.headers['transfer-encoding']);
    });
    const given = { ...request(), url: `http://127.0.0.1:${server.port}/`, body: '{"größe":1}' };
    expect((await createFetchTransport(streamingFetch, limit)(given)).text).toBe('chunked');
    expect(seen).toBe('{"größe":1}');
  });

  it('sends no body where there is none', async () => {
    await using server = await startHttp(({ headers }, response) => response.end(JSON.stringify(headers)));
    const given = { ...request(), method: 'GET' as const, url: `http://127.0.0.1:${server.port}/`, body: undefined };
    expect((await createFetchTransport(streamingFetch, limit)(given)).text).not.toContain('transfer-encoding');
  });
});

describe("The platform's fetch", () => {
  const over = async (url: string): Promise<boolean> => {
    const given = { ...request(), url };
    const outcome = await outcomeOf(createFetchTransport(platformFetch, limit, noteFailure)(given));
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
