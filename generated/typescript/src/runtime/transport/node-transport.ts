import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import zlib from 'node:zlib';
import type { HttpAgent } from '../configuration.js';
import { failureOf } from './failure-codes.js';
import { ReceivedAnswer } from './received-answer.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

/** Most connections to one host. */
const maxSockets = 256;

/**
 * Milliseconds after which an idle connection is closed. Node's servers close theirs after 5,000: a request sent just then
 * would be lost, and nobody could tell whether it had arrived.
 */
const idleTimeout = 4_000;

/** Codes that prove it only while nothing has been sent: TLS that does not come about, an agent that is none. */
const futileUnsent = /^(?:EPROTO|ERR_INVALID_ARG_TYPE)$/;

let httpAgent: http.Agent | undefined;
let httpsAgent: https.Agent | undefined;

/** Where requests go, and over which connections. */
export interface NodeTransportOptions {
  /** An absolute URL, the start of every request's. */
  readonly baseUrl: string;
  /** Holds the connections. Default: one that all clients share. Idle connections keep no process alive. */
  readonly agent: HttpAgent | undefined;
  /** Most bytes of an answer's body. */
  readonly maxResponseBytes: number;
}

/**
 * A transport on `node:http` and `node:https`. It takes a fraction of the time of Node's `fetch`, and knows whether a request
 * left the machine.
 *
 * @param options - Where requests go.
 */
export function createNodeTransport({ baseUrl, agent, maxResponseBytes }: NodeTransportOptions): Transport {
  const { protocol, hostname, port, origin } = new URL(baseUrl);
  const isSecure = protocol === 'https:';
  // The object itself, asked for `request` at each call: what mocks put there later counts too.
  const client = isSecure ? https : http;
  const host = hostname.replace(/^\[|\]$/g, '');
  const connections = (agent as http.Agent | undefined) ?? sharedAgent(isSecure);
  return (request) =>
    new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        const { code } = error as { code?: unknown };
        request.isFutile = failureOf(error) === 'futile' || (!request.wasSent && futileUnsent.test(String(code)));
        reject(error as Error);
      };
      const { method, url, headers, body } = request;
      const path = url.slice(origin.length);
      let outgoing: http.ClientRequest;
      try {
        outgoing = client.request({ hostname: host, port, agent: connections, method, path, headers });
      } catch (error) {
        return fail(error);
      }
      // Not `once`, which makes two objects more for each of these events: they come once anyway.
      outgoing.on('socket', (socket: Socket) => noteSending(socket, isSecure, request));
      outgoing.on('response', (incoming) => readAnswer(incoming, request, maxResponseBytes, resolve, reject));
      // Stays attached: an error that comes after the end must not go unheard.
      outgoing.on('error', fail);
      // Unasked, and without this it would end the exchange without any event.
      outgoing.on('upgrade', (_, socket) => {
        socket.destroy();
        reject(new Error('The backend switched to another protocol.'));
      });
      const cancel = (): void => {
        outgoing.destroy();
        // A request that still queues for a connection hears of its end only when its turn comes.
        reject(new Error('The request was cancelled.'));
      };
      // Not a function literal in an assignment: V8 makes that in its old generation, where it keeps the whole call alive.
      Object.assign(request, { cancel });
      outgoing.end(body);
    });
}

function sharedAgent(isSecure: boolean): http.Agent {
  // Set where Node uses the proxies of the environment: by NODE_USE_ENV_PROXY, or --use-env-proxy.
  const proxyEnv = (http.globalAgent as { options?: { proxyEnv?: object } }).options?.proxyEnv;
  const options = {
    keepAlive: true,
    maxSockets: maxSockets,
    maxFreeSockets: maxSockets,
    ...(proxyEnv && { proxyEnv }),
  };
  if (isSecure) return (httpsAgent ??= endingIdle(new https.Agent(options)));
  return (httpAgent ??= endingIdle(new http.Agent(options)));
}

/**
 * Has an agent close connections that stay idle. It has its own option for that only while it keeps a connection: with the
 * option set all the time, each request would stop the timer of its connection and start another, a tenth of all its cost.
 */
function endingIdle<Kind extends http.Agent>(agent: Kind): Kind {
  const { options = {} } = agent as { options?: { timeout?: number | undefined } };
  const keep = agent.keepSocketAlive.bind(agent);
  const keepSocketAlive = (socket: Duplex): unknown => {
    options.timeout = idleTimeout;
    const isKept: unknown = keep(socket);
    options.timeout = undefined;
    return isKept;
  };
  return Object.assign(agent, { keepSocketAlive });
}

/** Nothing leaves before there is a connection, TLS included, nor on one that has failed already. */
function noteSending(socket: Socket, isSecure: boolean, request: TransportRequest): void {
  request.connected?.();
  if (socket.destroyed) return;
  const isOpening =
    socket.connecting || (socket as TLSSocket & { secureConnecting?: boolean }).secureConnecting === true;
  if (!isOpening) request.wasSent = true;
  else socket.once(isSecure ? 'secureConnect' : 'connect', () => (request.wasSent = true));
}

function readAnswer(
  incoming: http.IncomingMessage,
  request: TransportRequest,
  limit: number,
  resolve: (answer: TransportResponse) => void,
  reject: (error: unknown) => void,
): void {
  const { socket } = incoming;
  const chunks: Buffer[] = [];
  let length = 0;
  const finish = (isWhole: boolean): void => {
    // What is thrown in a listener would end the process.
    try {
      const text = isWhole ? textOf(chunks, incoming.headers['content-encoding'], limit) : undefined;
      const answer = new ReceivedAnswer(incoming.statusCode ?? 0, text, incoming, headersOf);
      // Before the agent gives the connection to the next request, whose answer could be another's too.
      if (!isWhole || !request.accepts(answer)) socket.destroy();
      resolve(answer);
    } catch (error) {
      reject(error);
    }
  };
  incoming.on('data', (chunk: Buffer) => {
    length += chunk.byteLength;
    if (length <= limit) chunks.push(chunk);
    else finish(false);
  });
  incoming.on('end', () => finish(true));
  incoming.on('error', reject);
}

/** By the names of HTTP: what a gateway may do to an answer though it was asked not to. */
const decoders = new Map<string, (bytes: Buffer, options: zlib.ZlibOptions) => Buffer>([
  ['gzip', zlib.gunzipSync],
  ['x-gzip', zlib.gunzipSync],
  ['deflate', (bytes, options) => (isZlib(bytes) ? zlib.inflateSync : zlib.inflateRawSync)(bytes, options)],
  ['br', zlib.brotliDecompressSync],
]);

/** Whether compressed bytes begin as zlib has it (RFC 1950); some servers send what `deflate` names without that frame. */
function isZlib([first = 0]: Buffer): boolean {
  return (first & 0x0f) === 8;
}

/** The text of a body; `undefined` where it is longer than the limit. */
function textOf(chunks: readonly Buffer[], encoding: string | undefined, maxOutputLength: number): string | undefined {
  const [first] = chunks;
  // Nothing can stand for no body, whatever its encoding: an answer of 204 or 304 may name one.
  if (first === undefined) return '';
  let bytes = chunks.length > 1 ? Buffer.concat(chunks) : first;
  try {
    const encodings = encoding?.toLowerCase().split(/[\s,]+/) ?? [];
    // The last was applied last (RFC 9110, section 8.4).
    for (let name = encodings.pop(); name !== undefined; name = encodings.pop())
      bytes = decoders.get(name)?.(bytes, { maxOutputLength }) ?? bytes;
    const text = bytes.toString();
    // A byte order mark is no part of the text, as `fetch` has it too.
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

function headersOf({ headers }: http.IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}
