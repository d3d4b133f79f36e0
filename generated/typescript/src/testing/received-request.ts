import type { IncomingMessage } from 'node:http';
import { parseBody } from '../backend/read-body.js';

/** A request as the backend received it. */
export interface ReceivedRequest {
  /** The first request is 1. */
  readonly number: number;
  /** When its headers were there, in milliseconds since 1970-01-01T00:00:00Z, on the backend's clock. */
  readonly time: number;
  /** Which connection it came on; the first one is 1. */
  readonly connection: number;
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  /** Names are in lower case; the values of a repeated field are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body's text; empty where there was none. */
  readonly rawBody: string;
  /** The body's JSON value; `undefined` where there is none. */
  readonly body: unknown;
  /** Why the body has no JSON value though there is a body, as a sentence. */
  readonly bodyProblem: string | undefined;
  /** Whether the body was longer than the backend takes: `rawBody` is empty then. */
  readonly isTooLarge: boolean;
  /** Whether the body arrived as a whole: not so where the caller went away. */
  readonly isComplete: boolean;
}

/** A request, and its body. */
export interface Receipt {
  readonly received: ReceivedRequest;
  /** The body; of one that is too large, as many zeros as make it so. */
  readonly bytes: Uint8Array;
}

/** What the backend knows of a request before it reads the body. */
export type RequestStart = Pick<ReceivedRequest, 'number' | 'time' | 'connection'>;

/**
 * Reads a request to its end. A body that is too large is read as well, so that the caller gets to the answer, but not kept.
 *
 * @param request - The request, not read yet.
 * @param start - What is known of it.
 * @param maxBodyBytes - The longest body that is kept.
 */
export async function receiveRequest(
  request: IncomingMessage,
  start: RequestStart,
  maxBodyBytes: number,
): Promise<Receipt> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isComplete = true;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length <= maxBodyBytes) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    isComplete = false;
  }
  const isTooLarge = length > maxBodyBytes;
  const { method = '', url = '' } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const bytes = Buffer.concat(chunks);
  const received = { ...start, method, url, headers, isTooLarge, isComplete, ...readJson(bytes) };
  return { received, bytes: isTooLarge ? new Uint8Array(maxBodyBytes + 1) : bytes };
}

function readJson(bytes: Uint8Array): Pick<ReceivedRequest, 'rawBody' | 'body' | 'bodyProblem'> {
  const rawBody = Buffer.from(bytes).toString();
  const parsed = rawBody === '' ? { payload: undefined } : parseBody(bytes);
  return 'problem' in parsed
    ? { rawBody, body: undefined, bodyProblem: parsed.problem }
    : { rawBody, body: parsed.payload, bodyProblem: undefined };
}
