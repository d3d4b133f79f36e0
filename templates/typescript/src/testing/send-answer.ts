import type { ServerResponse } from 'node:http';
import { encodeAnswer, type ApiAnswer } from '../backend/api-message.js';

/**
 * Sends an answer's headers and the first half of its body.
 *
 * @returns Resolves with the other half once the first has been handed to the network.
 */
export function sendHalf(response: ServerResponse, answer: ApiAnswer): Promise<Uint8Array> {
  const { status, headers, body } = encodeAnswer(answer);
  const half = Math.floor(body.byteLength / 2);
  response.writeHead(status, headers);
  return new Promise((resolve) => {
    response.write(body.subarray(0, half), () => resolve(body.subarray(half)));
  });
}

/** Sends an answer's headers, and gives its body in pieces of a number of bytes. */
export function sendHeaders(response: ServerResponse, answer: ApiAnswer, bytes: number): Uint8Array[] {
  const { status, headers, body } = encodeAnswer(answer);
  response.writeHead(status, headers);
  response.flushHeaders();
  const pieces = Math.ceil(body.byteLength / bytes);
  return Array.from({ length: pieces }, (_, index) => body.subarray(index * bytes, (index + 1) * bytes));
}
