import { errorAnswer, unknownJob, type ApiAnswer, type ApiRequest } from './api-message.js';
import type { ApiParts } from './api-parts.js';
import { enqueue } from './enqueue.js';
import type { Cancellation } from './job-store.js';
import { readStatus } from './read-status.js';

const jobRoute = /^\/api\/jobs\/([^/?#]+)(?:\?.*)?$/;
const capabilitiesRoute = /^\/api\/capabilities(?:\?.*)?$/;

/**
 * Answers a request of the wire: enqueue, status, cancel, capabilities.
 *
 * @param request - The request; whoever sent it need not have shown its key yet.
 * @param closing - Ends waits.
 * @throws Error what the store rejects with.
 */
export async function answerRequest(parts: ApiParts, request: ApiRequest, closing: AbortSignal): Promise<ApiAnswer> {
  const refusal = accessRefusal(parts.apiKeys, request.header('authorization'));
  if (refusal !== undefined) return refusal;
  const { method, url } = request;
  if (parts.announced !== undefined && capabilitiesRoute.test(url)) {
    if (method !== 'GET') return notAllowed(method, ['GET']);
    return { status: 200, body: { catalog: parts.catalog, features: parts.announced } };
  }
  const encoded = jobRoute.exec(url)?.[1];
  if (encoded === undefined) return errorAnswer(404, `There is no route ${url.replace(/\?[^]*$/, '')}.`);
  const segment = decode(encoded);
  if (segment === undefined) return errorAnswer(400, 'The path holds a malformed percent encoding.');
  if (method === 'GET') return readStatus(parts, segment, request, closing);
  if (method === 'POST') return enqueue(parts, segment, request);
  const canCancel = parts.features.has('cancel');
  if (method === 'DELETE' && canCancel) return cancellationAnswer(await parts.store.cancel(segment), segment);
  return notAllowed(method, canCancel ? ['GET', 'POST', 'DELETE'] : ['GET', 'POST']);
}

function notAllowed(method: string, allowed: readonly string[]): ApiAnswer {
  return errorAnswer(405, `${method} is not allowed here.`, { headers: { allow: allowed.join(', ') } });
}

function cancellationAnswer(cancellation: Cancellation, jobId: string): ApiAnswer {
  switch (cancellation) {
    case 'removed':
      return { status: 204, body: undefined };
    case 'requested':
      return { status: 202, body: { success: true, jobId } };
    case 'ended':
      return errorAnswer(409, `The job ${JSON.stringify(jobId)} has ended: there is nothing to cancel.`);
    case 'unknown':
      return unknownJob(jobId);
  }
}

function accessRefusal(keys: readonly string[] | undefined, authorization: string | undefined): ApiAnswer | undefined {
  if (keys === undefined) return undefined;
  const given = /^bearer +(.*)$/i.exec(authorization ?? '')?.[1];
  // Each key is compared, to its end, so that the time reveals nothing.
  const matches = keys.map((key) => isSameText(given ?? '', key));
  if (given !== undefined && matches.includes(true)) return undefined;
  const problem = authorization === undefined ? 'is missing' : 'does not hold the API key';
  return errorAnswer(401, `The header Authorization ${problem}.`, { headers: { 'www-authenticate': 'Bearer' } });
}

/** Compares in a time that depends on the given text alone. */
function isSameText(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array];
  let difference = left.length ^ right.length;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index % right.length] ?? 0);
  return difference === 0;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
