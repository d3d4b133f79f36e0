import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { errorAnswer, type ApiAnswer, type ApiRequest } from '../backend/api-message.js';
import { sendAnswer } from '../backend/node-server.js';
import type { Fault } from './fault.js';
import { misbehave, type FaultContext } from './misbehave.js';
import { receiveRequest, type ReceivedRequest, type RequestStart } from './received-request.js';

/** What a request meets on its way. */
export interface ServiceParts extends Pick<FaultContext, 'holds' | 'clock'> {
  /** The longest body that is kept, in bytes. */
  readonly maxBodyBytes: number;
  /** Called with every request, once its body is there. */
  readonly onReceived: (request: ReceivedRequest) => void;
  /** Chooses how the answer goes wrong. */
  readonly chooseFault: (request: ReceivedRequest) => Fault | undefined;
  /** Carries a request out, and says what to answer. */
  readonly answer: (request: ApiRequest, received: ReceivedRequest) => Promise<ApiAnswer>;
}

/**
 * Receives a request, and answers it, rightly or wrongly. Never rejects.
 *
 * @param request - The request, not read yet.
 * @param response - Takes the answer.
 * @param start - What is known of the request.
 * @param parts - What it meets on its way.
 */
export async function serveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  start: RequestStart,
  parts: ServiceParts,
): Promise<void> {
  const ownId = request.headers['x-request-id'];
  response.setHeader('x-request-id', typeof ownId === 'string' && ownId !== '' ? ownId : `request-${start.number}`);
  const { received, bytes } = await receiveRequest(request, start, parts.maxBodyBytes);
  parts.onReceived(received);
  if (!received.isComplete) return;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const { method, url, headers } = received;
  const header = (name: string): string | undefined => headers[name];
  const apiRequest = { method, url, header, body: Readable.from([bytes]), signal: gone.signal };
  const carryOut = (): Promise<ApiAnswer> => parts.answer(apiRequest, received);
  try {
    const fault = parts.chooseFault(received);
    if (fault === undefined) sendAnswer(response, await carryOut());
    else await misbehave(fault, { ...parts, response, carryOut });
  } catch (error) {
    // A function that the test gave has thrown, or the queue: say so, rather than leave the caller waiting.
    if (response.headersSent) response.destroy();
    else sendAnswer(response, errorAnswer(500, error instanceof Error ? error.message : String(error)));
  }
}
