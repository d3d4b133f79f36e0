import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { buffer, json, text } from 'node:stream/consumers';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { clock, parseGreeting, secret, signBody, signGreeting } from './_testing/greetings.js';
import { WebhookError } from './errors/index.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** Starts a receiver that answers as errors say, and gives its URL. */
async function startReceiver(receive: (request: IncomingMessage) => Promise<unknown>): Promise<string> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    receive(request).then(
      (result) => response.writeHead(200).end(JSON.stringify(result)),
      (error: unknown) => response.writeHead(error instanceof WebhookError ? error.status : 500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A request whose length is not known before it ends. */
function streamed(url: string, headers: Record<string, string>, body: ReadableStream): Request {
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  return new Request(url, init);
}

const send = (url: string, { headers, body }: { headers: Record<string, string>; body: BodyInit }): Promise<Response> =>
  fetch(url, { method: 'POST', headers, body });
const largeBody = (length: number): string =>
  JSON.stringify({ type: 'greeting-sent', timestamp: '2026-02-28T12:00:00Z', data: { text: 'x'.repeat(length) } });

describe('A webhook that arrives at a server of node:http', () => {
  it('is read', async () => {
    const url = await startReceiver((request) => parseGreeting(request, { secret, clock }));
    const { headers, body } = await signGreeting();
    const response = await send(url, { headers, body });
    expect(await response.json()).toMatchObject({ type: 'greeting-sent', id: 'msg_1' });
  });

  it('is read in pieces, characters cut in two', async () => {
    const url = await startReceiver((request) => parseGreeting(request, { secret, clock }));
    const { headers, body } = await signBody(largeBody(0).replace('""', '"größe 😀"'));
    const pieces = new ReadableStream({
      start(controller) {
        for (const byte of body) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const request = streamed(url, headers, pieces);
    expect(await (await fetch(request)).json()).toMatchObject({ data: { text: 'größe 😀' } });
  });

  it('is answered with 401 where it is not believed, without its body being read', async () => {
    const url = await startReceiver((request) => parseGreeting(request, { secret, clock }));
    const response = await send(url, { headers: {}, body: 'x' });
    expect(response.status).toBe(401);
  });

  it.each([true, false])(
    'is answered with 413 where it is too large, its length announced: %s',
    async (isAnnounced) => {
      const url = await startReceiver((request) => parseGreeting(request, { secret, clock }));
      const { headers, body } = await signBody(largeBody(3_000_000));
      const stream = new Blob([new Uint8Array(body)]).stream();
      const request = isAnnounced
        ? new Request(url, { method: 'POST', headers, body: new Uint8Array(body) })
        : streamed(url, headers, stream);
      const response = await fetch(request);
      expect([response.status, await response.text()]).toEqual([
        413,
        expect.stringContaining('larger than 1048576 bytes'),
      ]);
    },
  );

  it('takes up to the limit that the options set', async () => {
    const { headers, body } = await signBody(largeBody(2_000_000));
    const url = await startReceiver((request) => parseGreeting(request, { secret, clock, maxBytes: body.length }));
    expect((await send(url, { headers, body: new Uint8Array(body) })).status).toBe(200);
    const tighter = await startReceiver((request) =>
      parseGreeting(request, { secret, clock, maxBytes: body.length - 1 }),
    );
    expect((await send(tighter, { headers, body: new Uint8Array(body) })).status).toBe(413);
  });

  it('says what to do where its body has been read already', async () => {
    const url = await startReceiver(async (request) => {
      await text(request);
      return parseGreeting(request, { secret, clock });
    });
    const { headers, body } = await signGreeting();
    const response = await send(url, { headers, body });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringMatching(/WebhookPayloadError: .*before any body parser/),
    ]);
  });

  it.each<[kept: string, keep: (bytes: Buffer) => object]>([
    [
      'rawBody as bytes, beside what it was parsed to',
      (bytes) => ({ rawBody: bytes, body: JSON.parse(bytes.toString()) as unknown }),
    ],
    ['rawBody as text', (bytes) => ({ rawBody: bytes.toString() })],
    ['body as bytes', (bytes) => ({ body: bytes })],
    [
      'body as bytes of another realm',
      (bytes) => ({ body: runInNewContext('Uint8Array.from(each)', { each: [...bytes] }) as unknown }),
    ],
    ['body as text', (bytes) => ({ body: bytes.toString() })],
  ])('is read where a framework has read its body, and kept it raw: %s', async (_, keep) => {
    const url = await startReceiver(async (request) =>
      parseGreeting(Object.assign(request, keep(await buffer(request))), { secret, clock }),
    );
    const { headers, body } = await signGreeting();
    expect(await (await send(url, { headers, body })).json()).toMatchObject({ type: 'greeting-sent', id: 'msg_1' });
  });

  it('is refused where a framework has parsed its body alone', async () => {
    const url = await startReceiver(async (request) =>
      parseGreeting(Object.assign(request, { body: await json(request) }), { secret, clock }),
    );
    const { headers, body } = await signGreeting();
    expect((await send(url, { headers, body })).status).toBe(400);
  });

  it('ends with an error where the sender hangs up', async () => {
    const outcome = new Promise((resolve) => {
      void startReceiver(async (request) => {
        request.once('data', () => socket?.destroy());
        resolve(await parseGreeting(request, { secret, clock }).catch((error: unknown) => error));
      }).then(async (url) => {
        const { headers } = await signGreeting();
        const lines = Object.entries({ host: 'a', 'content-length': '1000', ...headers });
        socket = connect(Number(new URL(url).port), '127.0.0.1');
        socket.write(`POST / HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n{`);
      });
    });
    let socket: ReturnType<typeof connect> | undefined;
    expect(await outcome).toMatchObject({ name: 'WebhookPayloadError', reason: 'incomplete', status: 400 });
  });

  it('ends with an error where the connection is gone already', async () => {
    let outcome: unknown;
    const url = await startReceiver(async (request) => {
      request.destroy();
      outcome = await parseGreeting(request, { secret, clock }).catch((error: unknown) => error);
    });
    const { headers, body } = await signGreeting();
    await expect(send(url, { headers, body })).rejects.toThrow('fetch failed');
    expect(outcome).toMatchObject({ reason: 'incomplete' });
  });
});

describe('A webhook in a Fetch request', () => {
  const address = 'http://receiver.example/hooks';

  it('is read', async () => {
    const { headers, body } = await signGreeting();
    const request = new Request(address, { method: 'POST', headers, body });
    expect(await parseGreeting(request, { secret, clock })).toMatchObject({ id: 'msg_1' });
    expect(request.bodyUsed).toBe(true);
  });

  it('says what to do where its body has been read already', async () => {
    const { headers, body } = await signGreeting();
    const request = new Request(address, { method: 'POST', headers, body });
    await request.text();
    await expect(parseGreeting(request, { secret, clock })).rejects.toMatchObject({ reason: 'not-raw', status: 400 });
  });

  it('without a body is not signed', async () => {
    const { headers } = await signGreeting();
    const request = new Request(address, { headers });
    await expect(parseGreeting(request, { secret, clock })).rejects.toMatchObject({ reason: 'signature-mismatch' });
  });

  it('is refused where it is too large, and the rest is not read', async () => {
    const { headers } = await signGreeting();
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const request = streamed(address, headers, endless);
    await expect(parseGreeting(request, { secret, clock })).rejects.toMatchObject({ reason: 'too-large', status: 413 });
    expect(pulled).toBeLessThan(20);
  });

  it('ends with an error where its body breaks off', async () => {
    const { headers } = await signGreeting();
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error('reset'));
      },
    });
    const request = streamed(address, headers, broken);
    await expect(parseGreeting(request, { secret, clock })).rejects.toMatchObject({ reason: 'incomplete' });
  });
});

describe('A webhook whose body was read elsewhere', () => {
  it('is read from text and from bytes', async () => {
    const { headers, body } = await signGreeting();
    for (const raw of [body, new TextEncoder().encode(body), Buffer.from(body)]) {
      expect(await parseGreeting({ headers, body: raw }, { secret, clock })).toMatchObject({ id: 'msg_1' });
      expect(await parseGreeting({ headers, rawBody: raw }, { secret, clock })).toMatchObject({ id: 'msg_1' });
    }
  });

  it('is refused where it was parsed, or is too large', async () => {
    const { headers, body } = await signGreeting();
    const parsed = { headers, body: JSON.parse(body) as string };
    await expect(parseGreeting(parsed, { secret, clock })).rejects.toMatchObject({
      name: 'WebhookPayloadError',
      reason: 'not-raw',
      status: 400,
      message: expect.stringContaining('raw text or bytes') as string,
    });
    const options = { secret, clock, maxBytes: 10 };
    await expect(parseGreeting({ headers, body }, options)).rejects.toMatchObject({ reason: 'too-large' });
    await expect(parseGreeting({ headers, body }, { ...options, maxBytes: 0 })).rejects.toMatchObject({
      name: 'InvalidArgumentError',
    });
  });
});
