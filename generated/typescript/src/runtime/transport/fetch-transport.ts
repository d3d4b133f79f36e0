import type { Fetch, FetchResponse } from './fetch.js';
import { isBeforeSending } from './failure-codes.js';
import type { Transport } from './transport.js';

/**
 * A transport on a `fetch` function: the platform's, or one of the caller's.
 *
 * @param fetch - Performs the exchanges.
 */
export function createFetchTransport(fetch: Fetch): Transport {
  return async (request) => {
    const { method, url, headers, body } = request;
    const controller = new AbortController();
    request.cancel = () => controller.abort();
    request.wasSent = true;
    try {
      const response = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: controller.signal,
        ...(body === undefined ? {} : { body }),
      });
      const { status } = response;
      return { status, headers: () => headersOf(response), text: await response.text() };
    } catch (error) {
      request.wasSent = !isBeforeSending(error);
      throw error;
    }
  };
}

function headersOf(response: FetchResponse): Record<string, string> {
  const received: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    received[name.toLowerCase()] = value;
  });
  return received;
}
