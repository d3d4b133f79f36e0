import type { ServerResponse } from 'node:http';
import type { ApiAnswer } from './api-answer.js';

interface EncodedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Sends a whole answer. */
export function sendAnswer(response: ServerResponse, answer: ApiAnswer): void {
  const { status, headers, body } = encode(answer);
  response.writeHead(status, headers);
  response.end(body);
}

/**
 * Sends an answer's headers and the first half of its body.
 *
 * @returns Resolves with the other half once the first has been handed to the network.
 */
export function sendHalf(response: ServerResponse, answer: ApiAnswer): Promise<Uint8Array> {
  const { status, headers, body } = encode(answer);
  const half = Math.floor(body.byteLength / 2);
  response.writeHead(status, headers);
  return new Promise((resolve) => {
    response.write(body.subarray(0, half), () => resolve(body.subarray(half)));
  });
}

/** Sends an answer's headers, and gives its body in pieces of a number of bytes. */
export function sendHeaders(response: ServerResponse, answer: ApiAnswer, bytes: number): Uint8Array[] {
  const { status, headers, body } = encode(answer);
  response.writeHead(status, headers);
  response.flushHeaders();
  const pieces = Math.ceil(body.byteLength / bytes);
  return Array.from({ length: pieces }, (_, index) => body.subarray(index * bytes, (index + 1) * bytes));
}

function encode({ status, body, headers }: ApiAnswer): EncodedAnswer {
  const isText = typeof body === 'string';
  const bytes =
    body instanceof Uint8Array ? body : new TextEncoder().encode(isText ? body : (JSON.stringify(body) ?? ''));
  // These have no body (RFC 9110, sections 15.3.5 and 15.4.5), so neither type nor length.
  if (status === 204 || status === 304) return { status, headers: { ...headers }, body: new Uint8Array() };
  return {
    status,
    headers: {
      ...(body === undefined ? {} : { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' }),
      'content-length': String(bytes.byteLength),
      ...headers,
    },
    body: bytes,
  };
}
