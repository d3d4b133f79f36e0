import type { Fetch, FetchResponse } from './fetch.js';
import { isBeforeSending } from './failure-codes.js';
import { ReceivedAnswer } from './received-answer.js';
import type { Transport, TransportRequest } from './transport.js';

/**
 * A transport on a `fetch` function: the platform's, or one of the caller's.
 *
 * @param fetch - Performs the exchanges.
 */
export function createFetchTransport(fetch: Fetch): Transport {
  return async (request) => {
    const response = await send(fetch, request);
    return new ReceivedAnswer(response.status, await response.text(), response, headersOf);
  };
}

async function send(fetch: Fetch, request: TransportRequest): Promise<FetchResponse> {
  const { method, url, headers, body } = request;
  const controller = new AbortController();
  request.cancel = () => controller.abort();
  request.wasSent = true;
  try {
    // A copy of the header fields: what a function adds to them must not go with the next attempt too.
    const init = { method, headers: { ...headers }, redirect: 'manual', signal: controller.signal } as const;
    return await fetch(url, body === undefined ? init : { ...init, body });
  } catch (error) {
    request.wasSent = !isBeforeSending(error);
    throw error;
  }
}

function headersOf(response: FetchResponse): Record<string, string> {
  const received: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    received[name.toLowerCase()] = value;
  });
  return received;
}
