import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { HttpAgent } from '../configuration.js';
import { ReceivedAnswer } from './received-answer.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

/** Most connections to one host. */
const mostSockets = 256;

/**
 * Milliseconds after which an idle connection is closed. Node's servers close theirs after 5,000: a request sent just then
 * would be lost, and nobody could tell whether it had arrived.
 */
const idleTimeout = 4_000;

const agentOptions = { keepAlive: true, maxSockets: mostSockets, maxFreeSockets: mostSockets, timeout: idleTimeout };
let httpAgent: http.Agent | undefined;
let httpsAgent: https.Agent | undefined;

/** Where requests go, and over which connections. */
export interface NodeTransportOptions {
  /** An absolute URL, the start of every request's. */
  readonly baseUrl: string;
  /** Holds the connections. Default: one that all clients share. Idle connections keep no process alive. */
  readonly agent: HttpAgent | undefined;
}

/**
 * A transport on `node:http` and `node:https`. It takes a fraction of the time of Node's `fetch`, and knows whether a request
 * left the machine.
 *
 * @param options - Where requests go.
 */
export function createNodeTransport({ baseUrl, agent }: NodeTransportOptions): Transport {
  const { protocol, hostname, port, origin } = new URL(baseUrl);
  const isSecure = protocol === 'https:';
  const open = isSecure ? https.request : http.request;
  const target = {
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    agent: (agent as http.Agent | undefined) ?? sharedAgent(isSecure),
  };
  return (request) =>
    new Promise((resolve, reject) => {
      const { method, url, headers, body } = request;
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const outgoing = open({ ...target, method, path: url.slice(origin.length), headers: { ...headers, ...length } });
      outgoing.once('socket', (socket: Socket) => noteSending(socket, isSecure, request));
      outgoing.once('response', (incoming) => readResponse(incoming).then(resolve, reject));
      // Stays attached: an error that comes after the end must not go unheard.
      outgoing.on('error', reject);
      // Unasked, and without this it would end the exchange without any event.
      outgoing.once('upgrade', (_, socket) => {
        socket.destroy();
        reject(new Error('The backend switched to another protocol.'));
      });
      request.cancel = () => {
        outgoing.destroy();
        // A request that still queues for a connection hears of its end only when its turn comes.
        reject(new Error('The request was cancelled.'));
      };
      outgoing.end(body);
    });
}

function sharedAgent(isSecure: boolean): http.Agent {
  if (isSecure) return (httpsAgent ??= new https.Agent(agentOptions));
  return (httpAgent ??= new http.Agent(agentOptions));
}

/** Nothing leaves before the connection stands, TLS included, nor on one that has failed already. */
function noteSending(socket: Socket, isSecure: boolean, request: TransportRequest): void {
  if (socket.destroyed) return;
  const isOpening =
    socket.connecting || (socket as TLSSocket & { secureConnecting?: boolean }).secureConnecting === true;
  if (!isOpening) request.wasSent = true;
  else socket.once(isSecure ? 'secureConnect' : 'connect', () => (request.wasSent = true));
}

function readResponse(incoming: http.IncomingMessage): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => (text += chunk));
    incoming.once('end', () => {
      // A byte order mark is no part of the text, as `fetch` has it too.
      const body = text.startsWith('\ufeff') ? text.slice(1) : text;
      resolve(new ReceivedAnswer(incoming.statusCode ?? 0, body, incoming, headersOf));
    });
    incoming.on('error', reject);
  });
}

function headersOf({ headers }: http.IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) joined[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return joined;
}
