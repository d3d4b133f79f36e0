import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { encodeAnswer, type ApiAnswer, type ApiRequest } from './api-message.js';

/** Answers a request; `closing` ends a wait that it asks for. Never rejects. */
export type RequestHandler = (request: ApiRequest, closing: AbortSignal) => Promise<ApiAnswer>;

/** Where a backend listens. */
export interface ListenOptions {
  /** Default: 3000; 0 for any that is free. */
  readonly port?: number | undefined;
  /** Host name or address. Default: `127.0.0.1`, which this machine alone reaches; `::` is every address. */
  readonly host?: string | undefined;
}

/** A backend that listens. */
export interface BackendServer extends AsyncDisposable {
  /** Where, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Stops listening, and answers what is under way, waits at once. It may be called twice. */
  close(): Promise<void>;
}

/** Most milliseconds that a closing server waits for requests that are under way. */
const maxEnd = 10_000;

/** Milliseconds for which an idle connection is kept: longer than load balancers keep theirs, so that it is they who end it. */
const keepAliveTimeout = 75_000;

/**
 * Listens.
 *
 * @param handle - Answers the requests.
 * @throws Error if the port cannot be had.
 */
export async function listen(
  handle: RequestHandler,
  { port = 3000, host = '127.0.0.1' }: ListenOptions,
): Promise<BackendServer> {
  const closing = new AbortController();
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    void serve(handle, request, response, closing.signal);
  });
  server.on('clientError', answerMalformedRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new Error(`The backend cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  const closed = new Promise<void>((resolve) => {
    server.once('close', resolve);
  });
  const close = async (): Promise<void> => {
    if (closing.signal.aborted) return closed;
    closing.abort();
    // Idle connections end with it; the others after their answer, or when that takes too long.
    server.close();
    const timer = setTimeout(() => server.closeAllConnections(), maxEnd);
    await closed;
    clearTimeout(timer);
  };
  const shown = host === '::' || host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${actual}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Answers one request. Never rejects. */
export async function serve(
  handle: RequestHandler,
  request: IncomingMessage,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answer = await handle(
    {
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      header: (name) => headerOf(request, name),
      body: bodyOf(request),
      signal: gone.signal,
    },
    closing,
  );
  if (gone.signal.aborted) return;
  // So that a connection that is being used when the server closes ends with its answer.
  if (closing.aborted) response.setHeader('connection', 'close');
  sendAnswer(response, answer);
}

/** Sends a whole answer. */
export function sendAnswer(response: ServerResponse, answer: ApiAnswer): void {
  const { status, headers, body } = encodeAnswer(answer);
  response.writeHead(status, headers);
  response.end(body);
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The body; made again of what a parser has made of it, as those of Express do. */
function bodyOf(request: IncomingMessage & { readonly body?: unknown }): ApiRequest['body'] {
  const { body, readableDidRead } = request;
  if (!readableDidRead || body === undefined) return request;
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return (async function* once() {
    yield bytes;
  })();
}

/** Answers what the HTTP parser refuses, in the API's own words. */
export function answerMalformedRequest(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify({ error: 'The request is no well-formed HTTP.' });
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'x-request-id: malformed',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
