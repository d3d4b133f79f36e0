import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../runtime/log.js';
import { systemClock, type Clock } from '../runtime/time/clock.js';
import type { Validate } from '../runtime/validation.js';
import { encodeAnswer, errorAnswer, type ApiAnswer, type ApiRequest } from './api-message.js';
import { allFeatures, type ApiParts } from './api-parts.js';
import { answerRequest } from './job-api.js';
import type { JobStore } from './job-store.js';
import type { BackendServer, ListenOptions, RequestHandler } from './node-server.js';

/** How a backend is made. */
export interface CreateBackendOptions {
  /** Keeps the jobs: a `MemoryStore`, or a `BullMqStore`. It is closed with the backend. */
  readonly store: JobStore;
  /**
   * The key that requests must carry as `Authorization: Bearer …`, or several, while one takes the place of another; without
   * it, 401. Default: none, everybody may.
   */
  readonly apiKey?: string | readonly string[] | undefined;
  /** Checks payloads; what it finds answers 400. Default: the package's own validators; `false` takes any payload. */
  readonly validate?: Validate | false | undefined;
  /** The longest body, in bytes; a longer one answers 413. Default: 1,048,576. */
  readonly maxBodyBytes?: number | undefined;
  /** Times waits, and gives jobs their time. Default: the clock of this machine. */
  readonly clock?: Clock | undefined;
  /** Logs what the store threw, or `validate`; the request is answered with 503 and the same request id. Default: `console`. */
  readonly logger?: Pick<Logger, 'error'> | undefined;
}

/** A worker backend: the HTTP interface in front of a store of jobs. Its functions need no `this`. */
export interface Backend extends AsyncDisposable {
  /** Answers a request, for any server that speaks `Request` and `Response`. Never rejects. */
  fetch(this: void, request: Request): Promise<Response>;
  /** Answers a request of `node:http`, for servers and frameworks of Node; whatever reads bodies comes behind it. */
  listener(this: void, request: IncomingMessage, response: ServerResponse): void;
  /**
   * Listens on `node:http`.
   *
   * @throws Error if the port cannot be had, or the backend is closed before it listens.
   */
  listen(this: void, options?: ListenOptions): Promise<BackendServer>;
  /** Answers the waits that are under way, stops listening, and closes the store. It may be called twice. */
  close(this: void): Promise<void>;
}

/** What a backend knows of the messages. */
export interface BackendCatalog {
  /** Version of the catalog. */
  readonly version: string;
  /** All message types, by any key; without it, any type is taken. */
  readonly messageTypes?: Readonly<Record<string, string>> | undefined;
  /** Checks payloads. Default: any is taken. */
  readonly validate?: Validate | undefined;
}

/**
 * Makes a backend.
 *
 * @param options - How it is made.
 * @param catalog - What it knows of the messages.
 * @throws RangeError if an option makes no sense.
 */
export function createBackendOf(options: CreateBackendOptions, catalog: BackendCatalog): Backend {
  const { store, logger = console } = options;
  const parts = apiPartsOf(options, catalog);
  const closing = new AbortController();
  const servers: Promise<BackendServer>[] = [];
  const underWay = new Set<Promise<ApiAnswer>>();
  const handle: RequestHandler = async (request, ending) => {
    const requestId = requestIdOf(request);
    const answering = answerRequest(parts, request, ending).catch((error: unknown) => {
      logger.error(`worker backend: request ${requestId} failed`, { requestId, error });
      return errorAnswer(503, 'The backend cannot do this at the moment; its log says why.');
    });
    underWay.add(answering);
    const answer = await answering;
    underWay.delete(answering);
    return { ...answer, headers: { 'x-request-id': requestId, 'cache-control': 'no-store', ...answer.headers } };
  };
  // Loaded when it is first needed, so that `fetch` alone runs where there is no `node:http`.
  const nodeServer = () => import('./node-server.js');
  const close = async (): Promise<void> => {
    closing.abort();
    // One that begins to listen just now is closed as soon as it does.
    const opened = await Promise.allSettled(servers);
    const listening = opened.flatMap((server) => (server.status === 'fulfilled' ? [server.value] : []));
    await Promise.all([...underWay, ...listening.map((server) => server.close())]);
    await store.close();
  };
  return {
    async fetch(request) {
      const { status, headers, body } = encodeAnswer(await handle(requestOf(request), closing.signal));
      return new Response(body.byteLength === 0 ? null : body, { status, headers });
    },
    listener(request, response) {
      void nodeServer().then(({ serve }) => serve(handle, request, response, closing.signal));
    },
    async listen(listenOptions = {}) {
      const assertOpen = (): void => {
        if (closing.signal.aborted) throw new Error('The backend has been closed: create another one.');
      };
      assertOpen();
      const opening = nodeServer().then(({ listen }) => listen(handle, listenOptions));
      servers.push(opening);
      const server = await opening;
      assertOpen();
      return server;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * What the interface of a backend is made of.
 *
 * @param options - How the backend is made.
 * @param catalog - What it knows of the messages.
 * @throws RangeError if an option makes no sense.
 */
export function apiPartsOf(options: CreateBackendOptions, catalog: BackendCatalog): ApiParts {
  const { store, apiKey, validate = catalog.validate, maxBodyBytes = 1_048_576, clock = systemClock } = options;
  const apiKeys = typeof apiKey === 'string' ? [apiKey] : apiKey;
  if (apiKeys?.length === 0 || apiKeys?.includes('') === true)
    throw new RangeError('apiKey must not be empty: leave it out to let everybody in.');
  if (!(maxBodyBytes >= 0)) throw new RangeError(`maxBodyBytes must be 0 or more, got ${maxBodyBytes}.`);
  const { messageTypes, version } = catalog;
  return {
    store,
    apiKeys,
    messageTypes: messageTypes && new Set(Object.values(messageTypes)),
    catalog: version,
    validate: validate === false || validate === undefined ? () => [] : validate,
    features: new Set(allFeatures),
    announced: allFeatures,
    clock,
    maxBodyBytes,
  };
}

function requestOf({ method, url, headers, body, signal }: Request): ApiRequest {
  const { pathname, search } = new URL(url);
  return { method, url: pathname + search, header: (name) => headers.get(name) ?? undefined, body, signal };
}

/** The caller's own id, where it can be given back, else a new one. */
function requestIdOf(request: ApiRequest): string {
  const given = request.header('x-request-id');
  return given !== undefined && /^[\x21-\x7e]{1,200}$/.test(given) ? given : crypto.randomUUID();
}
