import type { Fetch, FetchResponse } from './fetch.js';
import { ReceivedAnswer } from './received-answer.js';
import type { Transport, TransportRequest } from './transport.js';

/** Made when it is first needed: not every platform has one. */
let decoder: TextDecoder | undefined;

/** What reads the body of a response piece by piece; the part of the platform's that is used. */
interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array<ArrayBuffer> | undefined }>;
  cancel(): Promise<void>;
}

/**
 * A transport on a `fetch` function: the platform's, or one of the caller's.
 *
 * @param fetch - Performs the exchanges.
 * @param maxResponseBytes - Most bytes of an answer's body.
 * @param noteFailure - Notes on a request what its failure proves. Default: nothing, as in browsers, whose failures say nothing.
 */
export function createFetchTransport(
  fetch: Fetch,
  maxResponseBytes: number,
  noteFailure?: (request: TransportRequest, error: unknown) => void,
): Transport {
  const uncached = cacheOption();
  return async (request) => {
    const answered = send(fetch, request, uncached);
    // What is thrown at once was thrown before anything was sent.
    request.wasSent = true;
    request.connected?.();
    const response = await answered.catch((error: unknown) => {
      noteFailure?.(request, error);
      throw error;
    });
    return new ReceivedAnswer(response.status, await readText(response, maxResponseBytes), response, headersOf);
  };
}

/** Keeps caches from answering for the backend. Some edge workers throw for a request that asks for it. */
function cacheOption(): { cache?: 'no-store' } {
  try {
    const option = { cache: 'no-store' } as const;
    void new Request('http://a', option);
    return option;
  } catch {
    return {};
  }
}

function send(fetch: Fetch, request: TransportRequest, uncached: { cache?: 'no-store' }): Promise<FetchResponse> {
  const { method, url, headers, body } = request;
  const controller = new AbortController();
  // Not a function literal in an assignment: V8 makes that in its old generation, where it keeps the whole call alive.
  request.cancel = controller.abort.bind(controller);
  // A copy of the header fields: what a function adds to them must not go with the next attempt too.
  const { signal } = controller;
  const init = { method, headers: { ...headers }, redirect: 'manual', signal } as const;
  // No cache may answer a request that has a body (RFC 9111, section 4).
  return fetch(url, body === undefined ? { ...init, ...uncached } : { ...init, body });
}

/** The text of a body; `undefined` where it is longer than the limit. */
async function readText(response: FetchResponse, limit: number): Promise<string | undefined> {
  const reader = (response.body as { getReader?: () => BodyReader } | null | undefined)?.getReader?.();
  if (reader === undefined) {
    const whole = await response.text();
    return new Blob([whole]).size > limit ? undefined : whole;
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    // As a whole: a decoder of streams is made for one body alone, and that takes longer than all the reading.
    if (done) return chunks.length > 1 ? new Blob(chunks).text() : (decoder ??= new TextDecoder()).decode(chunks[0]);
    if (value === undefined) continue;
    length += value.length;
    if (length > limit) {
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
}

function headersOf(response: FetchResponse): Record<string, string> {
  const received: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    received[name.toLowerCase()] = value;
  });
  return received;
}
