import { execFile } from 'node:child_process';
import http, { Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { outcomeOf } from '../client/_test-client.js';
import { closedPort, startHttp, startHttps, startTcp, type Loopback } from './_loopback.js';
import type { HttpAgent } from '../configuration.js';
import { createNodeTransport } from './node-transport.js';
import type { TransportRequest } from './transport.js';

const open: { [Symbol.asyncDispose](): PromiseLike<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((each) => each[Symbol.asyncDispose]())));

/** Keeps a server, to stop it after the test. */
async function running<Server extends Loopback>(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  open.push(server);
  return server;
}

/** An agent that is gone after the test, with its connections. */
function keptAgent<Given extends Agent>(agent: Given): Given {
  open.push({ [Symbol.asyncDispose]: () => Promise.resolve(agent.destroy()) });
  return agent;
}

/** Most bytes of an answer. */
const limit = 1_000;

function requestTo(baseUrl: string, more: Partial<TransportRequest> = {}): TransportRequest {
  return {
    method: 'POST',
    url: `${baseUrl}/api/jobs/resize`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: '{"text":"größe"}',
    accepts: () => true,
    connected: undefined,
    cancel: undefined,
    wasSent: false,
    isFutile: false,
    ...more,
  };
}

const send = (
  baseUrl: string,
  request: TransportRequest,
  agent: HttpAgent = keptAgent(new Agent({ keepAlive: true })),
) => createNodeTransport({ baseUrl, maxResponseBytes: limit, agent })(request);

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

/** Resolves when it is called. */
function event(): { happened: Promise<void>; happen: () => void } {
  let happen = (): void => undefined;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen };
}

describe('An exchange over node:http', () => {
  it('sends method, path, header fields and body, and reads the answer', async () => {
    let seen: unknown;
    const { port } = await running(
      startHttp(async (request, response) => {
        const { method, url, headers } = request;
        seen = { method, url, headers, body: await readBody(request) };
        response.writeHead(201, { 'X-Request-Id': 'r-1', 'set-cookie': ['a=1', 'b=2'] }).end('\ufeff{"größe":"🙂"}');
      }),
    );
    const baseUrl = `http://127.0.0.1:${port}/base`;
    const request = requestTo(baseUrl);
    const answer = await send(baseUrl, request);
    expect(answer).toMatchObject({
      status: 201,
      headers: { 'x-request-id': 'r-1', 'set-cookie': 'a=1, b=2' },
      text: '{"größe":"🙂"}',
    });
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/base/api/jobs/resize',
      body: '{"text":"größe"}',
      headers: { host: `127.0.0.1:${port}`, 'content-length': '18', accept: 'application/json' },
    });
    expect(request.wasSent).toBe(true);
  });

  it('sends a GET without a body', async () => {
    let headers: object = {};
    const { port } = await running(
      startHttp((request, response) => {
        ({ headers } = request);
        response.end();
      }),
    );
    const baseUrl = `http://127.0.0.1:${port}`;
    const answer = await send(baseUrl, requestTo(baseUrl, { method: 'GET', body: undefined }));
    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(headers).not.toHaveProperty('content-length');
    expect(headers).not.toHaveProperty('transfer-encoding');
  });

  it('puts together a character that arrives in two parts', async () => {
    const { port } = await running(
      startHttp((_, response) => {
        const bytes = Buffer.from('"🙂"');
        response.write(bytes.subarray(0, 3), () => response.end(bytes.subarray(3)));
      }),
    );
    const baseUrl = `http://127.0.0.1:${port}`;
    expect((await send(baseUrl, requestTo(baseUrl))).text).toBe('"🙂"');
  });

  it('follows no redirect', async () => {
    const seen: unknown[] = [];
    const { port } = await running(
      startHttp((request, response) => {
        seen.push(request.url);
        response.writeHead(307, { location: '/other' }).end();
      }),
    );
    const baseUrl = `http://127.0.0.1:${port}`;
    expect(await send(baseUrl, requestTo(baseUrl))).toMatchObject({ status: 307, headers: { location: '/other' } });
    expect(seen).toEqual(['/api/jobs/resize']);
  });

  it('reuses a connection', async () => {
    const server = await running(startHttp((_, response) => response.end('{}')));
    const baseUrl = `http://127.0.0.1:${server.port}`;
    const transport = createNodeTransport({
      baseUrl,
      maxResponseBytes: limit,
      agent: keptAgent(new Agent({ keepAlive: true })),
    });
    for (let call = 0; call < 5; call += 1) {
      const request = requestTo(baseUrl);
      await transport(request);
      expect(request.wasSent).toBe(true);
    }
    expect(server.connections).toHaveLength(1);
  });

  it('shares its agent among clients where none is given', async () => {
    const server = await running(startHttp((_, response) => response.end('{}')));
    const baseUrl = `http://127.0.0.1:${server.port}`;
    for (let call = 0; call < 3; call += 1)
      await createNodeTransport({ baseUrl, maxResponseBytes: limit, agent: undefined })(requestTo(baseUrl));
    expect(server.connections).toHaveLength(1);
  });

  it('goes through an agent that is given, and no more at once than it allows', async () => {
    const server = await running(startHttp((_, response) => response.end('{}')));
    const baseUrl = `http://127.0.0.1:${server.port}`;
    const transport = createNodeTransport({
      baseUrl,
      maxResponseBytes: limit,
      agent: keptAgent(new Agent({ keepAlive: true, maxSockets: 2 })),
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => transport(requestTo(baseUrl))));
    expect(answers).toHaveLength(20);
    expect(server.connections).toHaveLength(2);
  });
});

describe('An exchange over node:https', () => {
  it('works with an agent that trusts the certificate', async () => {
    const { port, certificate } = await running(startHttps((_, response) => response.end('{}')));
    const baseUrl = `https://127.0.0.1:${port}`;
    const request = requestTo(baseUrl);
    const answer = await send(baseUrl, request, keptAgent(new HttpsAgent({ ca: certificate })));
    expect(answer.status).toBe(200);
    expect(request.wasSent).toBe(true);
  });

  it('sends nothing to a backend whose certificate it does not trust', async () => {
    let requests = 0;
    const { port } = await running(startHttps((_, response) => void response.end(String((requests += 1)))));
    const baseUrl = `https://127.0.0.1:${port}`;
    const request = requestTo(baseUrl);
    const exchange = send(baseUrl, request, keptAgent(new HttpsAgent()));
    await expect(exchange).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(request).toMatchObject({ wasSent: false, isFutile: true });
    expect(requests).toBe(0);
  });

  it('sends nothing to a backend that speaks no TLS', async () => {
    const { port } = await running(startHttp((_, response) => response.end('{}')));
    const baseUrl = `https://127.0.0.1:${port}`;
    const request = requestTo(baseUrl);
    await expect(send(baseUrl, request, keptAgent(new HttpsAgent()))).rejects.toBeInstanceOf(Error);
    expect(request).toMatchObject({ wasSent: false, isFutile: true });
  });

  it('has sent nothing while the handshake stalls', async () => {
    const { happened, happen } = event();
    const { port } = await running(startTcp((socket) => void socket.once('data', happen)));
    const baseUrl = `https://127.0.0.1:${port}`;
    const request = requestTo(baseUrl);
    const exchange = send(baseUrl, request, keptAgent(new HttpsAgent()));
    const failed = outcomeOf(exchange);
    await happened;
    expect(request.wasSent).toBe(false);
    request.cancel?.();
    expect(await failed).toBeInstanceOf(Error);
    expect(request.wasSent).toBe(false);
  });
});

describe('A failure before anything is sent', () => {
  it('is a refused connection', async () => {
    const baseUrl = `http://127.0.0.1:${await closedPort()}`;
    const request = requestTo(baseUrl);
    await expect(send(baseUrl, request)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(request.wasSent).toBe(false);
  });

  it('is a name that does not resolve', async () => {
    const lookup: LookupFunction = (hostname, _, callback) =>
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }), '');
    // An agent hands its options to each connection, `lookup` among them.
    const agent = keptAgent(new Agent({ lookup } as object));
    const baseUrl = 'http://backend.invalid';
    const request = requestTo(baseUrl);
    await expect(send(baseUrl, request, agent)).rejects.toMatchObject({ code: 'ENOTFOUND' });
    expect(request.wasSent).toBe(false);
  });

  it('is a connection that is never made', async () => {
    const { happened, happen } = event();
    // A lookup without an end stands for a host that does not answer.
    const agent = keptAgent(new Agent({ lookup: happen } as object));
    const baseUrl = 'http://backend.invalid';
    const request = requestTo(baseUrl);
    const failed = outcomeOf(send(baseUrl, request, agent));
    await happened;
    request.cancel?.();
    expect(await failed).toBeInstanceOf(Error);
    expect(request.wasSent).toBe(false);
  });

  it('is the end of the queue for a connection', async () => {
    const { happened, happen } = event();
    const { port } = await running(startHttp(happen));
    const baseUrl = `http://127.0.0.1:${port}`;
    const transport = createNodeTransport({
      baseUrl,
      maxResponseBytes: limit,
      agent: keptAgent(new Agent({ maxSockets: 1 })),
    });
    const [first, queued] = [requestTo(baseUrl), requestTo(baseUrl)];
    const failed = outcomeOf(transport(first));
    await happened;
    const failedToo = outcomeOf(transport(queued));
    queued.cancel?.();
    expect(await failedToo).toBeInstanceOf(Error);
    expect([first.wasSent, queued.wasSent]).toEqual([true, false]);
    first.cancel?.();
    expect(await failed).toBeInstanceOf(Error);
  });

  it.each([
    { name: 'a header field that cannot be sent', more: { headers: { a: 'b\n' } } },
    { name: 'an agent for another protocol', agent: new HttpsAgent(), isFutile: true },
    { name: 'an agent that is none', agent: { maxSockets: 1, destroy: (): void => undefined }, isFutile: true },
  ])('is $name', async ({ more, agent, isFutile = false }) => {
    const baseUrl = 'http://127.0.0.1:1';
    const request = requestTo(baseUrl, more);
    await expect(send(baseUrl, request, agent)).rejects.toBeInstanceOf(Error);
    expect(request).toMatchObject({ wasSent: false, isFutile });
  });
});

describe('A failure after something may have been sent', () => {
  type Respond = (request: IncomingMessage, response: ServerResponse) => void;
  it.each<{ name: string; respond: Respond }>([
    { name: 'a reset before an answer', respond: (request) => request.socket.resetAndDestroy() },
    { name: 'a connection closed before an answer', respond: (request) => request.socket.destroy() },
    {
      name: 'a reset after the request was read',
      respond: (request) => void request.resume().once('end', () => request.socket.resetAndDestroy()),
    },
    {
      name: 'a reset within the header fields',
      respond: ({ socket }) => void socket.write('HTTP/1.1 200 OK\r\nX-A', () => socket.resetAndDestroy()),
    },
    {
      name: 'a close within a body of known length',
      respond: (_, response) =>
        void response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
    },
    {
      name: 'a close within a chunked body',
      respond: (_, response) => void response.writeHead(200).write('{"jobId":"1"}', () => response.destroy()),
    },
    { name: 'an answer that is no HTTP', respond: ({ socket }) => void socket.end('SSH-2.0-OpenSSH\r\n') },
    {
      name: 'a switch of protocols',
      respond: ({ socket }) =>
        void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'),
    },
  ])('is $name', async ({ respond }) => {
    const { port } = await running(startHttp(respond));
    const baseUrl = `http://127.0.0.1:${port}`;
    const request = requestTo(baseUrl);
    await expect(send(baseUrl, request)).rejects.toBeInstanceOf(Error);
    expect(request.wasSent).toBe(true);
  });

  it('is a reset of a connection that was used before', async () => {
    let requests = 0;
    const { port } = await running(
      startHttp((request, response) => {
        requests += 1;
        if (requests === 1) response.end('{}');
        else request.socket.resetAndDestroy();
      }),
    );
    const baseUrl = `http://127.0.0.1:${port}`;
    const transport = createNodeTransport({
      baseUrl,
      maxResponseBytes: limit,
      agent: keptAgent(new Agent({ keepAlive: true })),
    });
    await transport(requestTo(baseUrl));
    const request = requestTo(baseUrl);
    await expect(transport(request)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(request.wasSent).toBe(true);
  });
});

describe('The connection of an answer to another question', () => {
  it('is not used again, not even by a request that queued for it', async () => {
    const server = await running(startHttp((_, response) => response.end('{}')));
    const baseUrl = `http://127.0.0.1:${server.port}`;
    const transport = createNodeTransport({
      baseUrl,
      maxResponseBytes: limit,
      agent: keptAgent(new Agent({ keepAlive: true, maxSockets: 1 })),
    });
    const foreign = transport(requestTo(baseUrl, { accepts: () => false }));
    const queued = requestTo(baseUrl);
    const answers = await Promise.all([foreign, transport(queued)]);
    expect(answers.map(({ text }) => text)).toEqual(['{}', '{}']);
    expect(server.connections).toHaveLength(2);
    await transport(requestTo(baseUrl));
    expect(server.connections).toHaveLength(2);
  });
});

describe('The body of an answer', () => {
  const text = `{"a":"${'é'.repeat(300)}"}`;
  const decoded = (encoding: string, body: Uint8Array, maxResponseBytes: number) =>
    running(startHttp((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body))).then(
      ({ port }) => {
        const baseUrl = `http://127.0.0.1:${port}`;
        const agent = keptAgent(new Agent({ keepAlive: true }));
        return createNodeTransport({ baseUrl, agent, maxResponseBytes })(requestTo(baseUrl));
      },
    );

  it.each([
    { encoding: 'gzip', encode: gzipSync },
    { encoding: 'X-GZip', encode: gzipSync },
    { encoding: 'deflate', encode: deflateRawSync, deflateSync },
    { encoding: 'deflate', encode: deflateRawSync },
    { encoding: 'br, gzip', encode: (bytes: string) => gzipSync(brotliCompressSync(bytes)) },
    { encoding: 'br', encode: brotliCompressSync },
    { encoding: 'identity', encode: (bytes: string) => Buffer.from(bytes) },
  ])('is decoded from $encoding, and counted as it is then', async ({ encoding, encode }) => {
    const length = Buffer.byteLength(text);
    expect(await decoded(encoding, encode(text), length)).toMatchObject({ text, isTooLarge: false });
    expect(await decoded(encoding, encode(text), length - 1)).toMatchObject({ text: '', isTooLarge: true });
  });

  it('that is empty is so in any encoding', async () => {
    expect(await decoded('gzip', Buffer.alloc(0), 10)).toMatchObject({ status: 200, text: '', isTooLarge: false });
  });

  it('that is no gzip though it says so fails the exchange', async () => {
    await expect(decoded('gzip', Buffer.from('{}'), 100)).rejects.toBeInstanceOf(Error);
  });

  it('that has no end is left, and its connection with it', async () => {
    const closed = event();
    const { port } = await running(
      startHttp((request, response) => {
        request.socket.once('close', closed.happen);
        const goOn = (): void => void (response.destroyed || response.write(Buffer.alloc(60_000), goOn));
        goOn();
      }),
    );
    const baseUrl = `http://127.0.0.1:${port}`;
    expect(await send(baseUrl, requestTo(baseUrl))).toMatchObject({ status: 200, text: '', isTooLarge: true });
    await closed.happened;
  });
});

describe('The time of a request', () => {
  it('starts when it has a connection, not while it queues for one', async () => {
    const arrived = event();
    const { port } = await running(startHttp(arrived.happen));
    const baseUrl = `http://127.0.0.1:${port}`;
    const transport = createNodeTransport({
      baseUrl,
      maxResponseBytes: limit,
      agent: keptAgent(new Agent({ keepAlive: true, maxSockets: 1 })),
    });
    const started: string[] = [];
    const first = requestTo(baseUrl, { connected: () => started.push('first') });
    const second = requestTo(baseUrl, { connected: () => started.push('second') });
    const outcomes = [outcomeOf(transport(first)), outcomeOf(transport(second))];
    await arrived.happened;
    expect(started).toEqual(['first']);
    second.cancel?.();
    first.cancel?.();
    await Promise.all(outcomes);
    expect(started).toEqual(['first']);
  });
});

describe('The shared agent', () => {
  it('goes by the proxies that Node was told to use', async () => {
    const proxyEnv = { HTTP_PROXY: 'http://127.0.0.1:1' };
    const { options } = http.globalAgent as Agent & { options: { proxyEnv?: object } };
    options.proxyEnv = proxyEnv;
    vi.resetModules();
    const { createNodeTransport: createAnew } = await import('./node-transport.js');
    let seen: unknown;
    const mock = vi.spyOn(http, 'request').mockImplementation((given) => {
      seen = given;
      throw new Error('mocked');
    });
    try {
      const baseUrl = 'http://backend.invalid';
      const transport = createAnew({ baseUrl, maxResponseBytes: limit, agent: undefined });
      await expect(transport(requestTo(baseUrl))).rejects.toThrow('mocked');
    } finally {
      mock.mockRestore();
      delete options.proxyEnv;
    }
    expect(seen).toMatchObject({ agent: { options: { proxyEnv } } });
  });
});

describe('A connection of the shared agent', () => {
  it.each([
    { hint: 'timeout=60', closes: 'after 4 s without a request', most: 4_000 },
    { hint: 'timeout=3', closes: 'earlier where the backend closes it earlier', most: 3_000 },
  ])('is closed $closes', async ({ hint, most }) => {
    const { port } = await running(startHttp((_, response) => response.setHeader('keep-alive', hint).end('{}')));
    const baseUrl = `http://127.0.0.1:${port}`;
    const transport = createNodeTransport({ baseUrl, maxResponseBytes: limit, agent: undefined });
    const requests = vi.spyOn(http, 'request');
    try {
      await transport(requestTo(baseUrl));
      await transport(requestTo(baseUrl));
      const [first, second] = requests.mock.results.map(({ value }) => value as http.ClientRequest);
      expect(second?.socket).toBe(first?.socket);
      await new Promise(setImmediate);
      expect(second?.socket?.timeout).toBeGreaterThan(0);
      expect(second?.socket?.timeout).toBeLessThanOrEqual(most);
      second?.socket?.emit('timeout');
      expect(second?.socket?.destroyed).toBe(true);
    } finally {
      requests.mockRestore();
    }
  });
});

describe('A mock of node:http', () => {
  it('counts also where it came after the client', async () => {
    const baseUrl = 'http://backend.invalid';
    const transport = createNodeTransport({ baseUrl, maxResponseBytes: limit, agent: undefined });
    const mock = vi.spyOn(http, 'request').mockImplementation(() => {
      throw new Error('mocked');
    });
    try {
      await expect(transport(requestTo(baseUrl))).rejects.toThrow('mocked');
    } finally {
      mock.mockRestore();
    }
  });
});

describe('Cancelling', () => {
  it.each<{ moment: string; begin: (response: ServerResponse) => void }>([
    { moment: 'before the answer', begin: () => undefined },
    { moment: 'within the body', begin: (response) => void response.writeHead(200).write('{') },
  ])('ends an exchange $moment, and its connection', async ({ begin }) => {
    const [arrived, closed] = [event(), event()];
    const { port } = await running(
      startHttp((request, response) => {
        request.socket.once('close', closed.happen);
        begin(response);
        arrived.happen();
      }),
    );
    const baseUrl = `http://127.0.0.1:${port}`;
    const request = requestTo(baseUrl);
    const failed = outcomeOf(send(baseUrl, request));
    await arrived.happened;
    request.cancel?.();
    expect(await failed).toBeInstanceOf(Error);
    await closed.happened;
    expect(request.wasSent).toBe(true);
  });

  it('after the end harms nothing', async () => {
    const { port } = await running(startHttp((_, response) => response.end('{}')));
    const baseUrl = `http://127.0.0.1:${port}`;
    const request = requestTo(baseUrl);
    const answer = await send(baseUrl, request);
    request.cancel?.();
    expect(answer.text).toBe('{}');
  });
});

describe('A process', () => {
  it('ends by itself when its work is done, though connections are kept', async () => {
    const server = await running(startHttp((_, response) => response.end('{"jobId":"1","state":"active"}')));
    const build = await rolldown({
      input: join(import.meta.dirname, 'node-transport.ts'),
      platform: 'node',
      resolve: { extensionAlias: { '.js': ['.ts'] } },
    });
    const { output } = await build.generate({ format: 'esm' });
    await build.close();
    const script = `${output[0].code}
      const baseUrl = 'http://127.0.0.1:${server.port}';
      const request = { method: 'GET', url: baseUrl + '/', headers: {}, body: undefined, accepts: () => true };
      await createNodeTransport({ baseUrl, maxResponseBytes: 1_000, agent: undefined })(request);
      const connections = Object.values(httpAgent.freeSockets).flat();
      process.on('exit', () => console.log('done, connections kept:', connections.length));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('done, connections kept: 1\n');
  });
});
