import {
  ConnectionError,
  HttpError,
  InvalidResponseError,
  TimeoutError,
  type WorkerClientError,
} from '../errors/index.js';
import type { TransportRequest } from '../transport/transport.js';
import { isObject } from './json.js';

/**
 * What a failed attempt means: `settled`, asking again would change nothing; `not taken`, the backend has not carried the
 * request out, and may do so next time; `open`, it may have carried it out.
 */
export type Effect = 'settled' | 'not taken' | 'open';

/**
 * What a failed attempt means.
 *
 * @param error - How it failed.
 * @param request - What the transport noted on it.
 */
export function effectOf(error: WorkerClientError, request: Pick<TransportRequest, 'wasSent' | 'isFutile'>): Effect {
  if (error instanceof HttpError) {
    const { status } = error;
    if (status === 425 || status === 429) return 'not taken';
    // Those of a gateway say nothing of the backend behind it; 501 and 505 refuse the method or the protocol: the request
    // was not even looked at.
    return status === 408 || (status >= 500 && status !== 501 && status !== 505) ? 'open' : 'settled';
  }
  if (error instanceof InvalidResponseError)
    return error.isTooLarge || (isObject(error.body) && error.body['success'] === false) ? 'settled' : 'open';
  if (!(error instanceof ConnectionError || error instanceof TimeoutError)) return 'settled';
  if (request.wasSent) return 'open';
  return request.isFutile ? 'settled' : 'not taken';
}
