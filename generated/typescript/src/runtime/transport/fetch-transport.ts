import type { Fetch, FetchResponse } from './fetch.js';
import { ReceivedAnswer } from './received-answer.js';
import type { Transport, TransportRequest } from './transport.js';

/**
 * A transport on a `fetch` function: the platform's, or one of the caller's.
 *
 * @param fetch - Performs the exchanges.
 * @param isBeforeSending - Tells whether a failure proves that nothing was sent. Default: none does, as in browsers, whose
 * failures say nothing.
 */
export function createFetchTransport(fetch: Fetch, isBeforeSending?: (error: unknown) => boolean): Transport {
  return async (request) => {
    request.wasSent = true;
    const response = await send(fetch, request).catch((error: unknown) => {
      request.wasSent = isBeforeSending?.(error) !== true;
      throw error;
    });
    return new ReceivedAnswer(response.status, await response.text(), response, headersOf);
  };
}

async function send(fetch: Fetch, request: TransportRequest): Promise<FetchResponse> {
  const { method, url, headers, body } = request;
  const controller = new AbortController();
  request.cancel = () => controller.abort();
  // A copy of the header fields: what a function adds to them must not go with the next attempt too.
  const init = { method, headers: { ...headers }, redirect: 'manual', signal: controller.signal } as const;
  return fetch(url, body === undefined ? init : { ...init, body });
}

function headersOf(response: FetchResponse): Record<string, string> {
  const received: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    received[name.toLowerCase()] = value;
  });
  return received;
}
