import { errorAnswer, type ApiAnswer, type ApiRequest } from './api-message.js';

/** Most bytes that are read, and dropped, of a body that is too long, so that its sender gets to the answer. */
const maxRest = 16_777_216;

/**
 * Reads the payload of a request.
 *
 * @param maxBytes - The longest body.
 * @returns The payload, or the answer to a body that holds none.
 */
export async function readBody(
  request: ApiRequest,
  maxBytes: number,
): Promise<{ readonly payload: unknown } | { readonly refusal: ApiAnswer }> {
  const refuse = (status: number, error: string) => ({ refusal: errorAnswer(status, error) });
  const tooLarge = `The body is too large: it may have ${maxBytes} bytes.`;
  if (Number(request.header('content-length') ?? 0) > maxBytes) return refuse(413, tooLarge);
  const type = request.header('content-type') ?? 'application/json';
  if (!/^application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(type))
    return refuse(415, 'The content type must be application/json.');
  const bytes = await readBytes(request.body, maxBytes).catch(() => new Error());
  if (bytes instanceof Error) return refuse(400, 'The body broke off.');
  if (bytes === undefined) return refuse(413, tooLarge);
  if (bytes.length === 0) return refuse(400, 'The body is empty: it must be the payload, as JSON.');
  const body = parseBody(bytes);
  return 'problem' in body ? refuse(400, body.problem) : body;
}

/** Reads JSON, or says as a sentence why it is none. */
export function parseBody(bytes: Uint8Array): { readonly payload: unknown } | { readonly problem: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: 'The body is no UTF-8.' };
  }
  try {
    const payload: unknown = JSON.parse(text);
    // What is nested too deeply to be written could not be stored.
    JSON.stringify(payload);
    return { payload };
  } catch (error) {
    return { problem: error instanceof SyntaxError ? 'The body is no JSON.' : 'The body is nested too deeply.' };
  }
}

/** All bytes of a body; `undefined` where there are too many. */
async function readBytes(body: ApiRequest['body'], maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length <= maxBytes) chunks.push(chunk);
    else if (length > maxBytes + maxRest) break;
  }
  if (length > maxBytes) return undefined;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
