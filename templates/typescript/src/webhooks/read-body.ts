import { WebhookPayloadError } from './errors/index.js';
import {
  readHeader,
  type FetchWebhookRequest,
  type NodeStreamArgument,
  type NodeWebhookRequest,
  type WebhookRequest,
} from './request.js';

const consumed =
  'The body of the request has been read already, so its signature cannot be checked. Call parseWebhook before any body ' +
  'parser, or let the parser keep the raw body, and pass { headers, body }.';

/**
 * Reads the body of a request, byte by byte as it was sent.
 *
 * @param request - The request.
 * @param limit - Most bytes to read.
 * @throws {@link WebhookPayloadError} if it is too large, breaks off, or has been parsed already and not been kept raw.
 */
export async function readBody(request: WebhookRequest, limit: number): Promise<Uint8Array> {
  if (Number(readHeader(request.headers, 'content-length') ?? 0) > limit) throw tooLarge(limit);
  const bytes = keptBody(request);
  if (bytes === undefined) {
    if (isNodeRequest(request)) return readNodeBody(request, limit);
    if (isFetchRequest(request)) return readFetchBody(request, limit);
    throw notRaw('body must be the raw text or bytes of the request: what it was parsed to is not what was signed.');
  }
  if (bytes.length > limit) throw tooLarge(limit);
  return bytes;
}

/** The body where it was read elsewhere and kept as it was sent: `rawBody`, else `body`. */
function keptBody({ rawBody, body }: { rawBody?: unknown; body?: unknown }): Uint8Array | undefined {
  for (const kept of [rawBody, body]) {
    if (typeof kept === 'string') return new TextEncoder().encode(kept);
    // One of another realm is no instance of this one's `Uint8Array`.
    if (ArrayBuffer.isView(kept)) return new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength);
  }
  return undefined;
}

function isNodeRequest(request: WebhookRequest): request is NodeWebhookRequest {
  return 'on' in request && typeof request.on === 'function';
}

function isFetchRequest(request: WebhookRequest): request is FetchWebhookRequest {
  return 'bodyUsed' in request;
}

async function readFetchBody({ body, bodyUsed }: FetchWebhookRequest, limit: number): Promise<Uint8Array> {
  if (bodyUsed) throw notRaw(consumed);
  const parts = new BodyParts(limit);
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      if (parts.add(part.value)) continue;
      void reader?.cancel().catch(() => undefined);
      throw tooLarge(limit);
    }
  } catch (error) {
    throw error instanceof WebhookPayloadError ? error : incomplete(error);
  }
  return parts.join();
}

/** By events: leaving a loop over the request early would close its connection, and no answer could be given. */
function readNodeBody(request: NodeWebhookRequest, limit: number): Promise<Uint8Array> {
  if (request.readableDidRead === true) throw notRaw(consumed);
  if (request.destroyed === true) throw incomplete(undefined);
  return new Promise((resolve, reject) => {
    const parts = new BodyParts(limit);
    const finish = (settle: () => void): void => {
      for (const [event, listener] of Object.entries(listeners)) request.off(event, listener);
      settle();
    };
    const listeners: Readonly<Record<string, (argument: NodeStreamArgument) => void>> = {
      data: (part) => {
        if (parts.add(typeof part === 'string' ? new TextEncoder().encode(part) : (part as Uint8Array))) return;
        finish(() => reject(tooLarge(limit)));
        // The rest is let pass, so that the answer gets through.
        request.on('error', () => undefined);
        request.resume();
      },
      end: () => finish(() => resolve(parts.join())),
      error: (error) => finish(() => reject(incomplete(error))),
      close: () => finish(() => reject(incomplete(undefined))),
    };
    for (const [event, listener] of Object.entries(listeners)) request.on(event, listener);
  });
}

class BodyParts {
  readonly #limit: number;
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Returns `false` where the part makes the body too large. */
  add(part: Uint8Array): boolean {
    this.#length += part.length;
    this.#parts.push(part);
    return this.#length <= this.#limit;
  }

  join(): Uint8Array {
    const whole = new Uint8Array(this.#length);
    let offset = 0;
    for (const part of this.#parts) {
      whole.set(part, offset);
      offset += part.length;
    }
    return whole;
  }
}

function tooLarge(limit: number): WebhookPayloadError {
  return new WebhookPayloadError(`The body is larger than ${limit} bytes: answer 413.`, { reason: 'too-large' });
}

function notRaw(message: string): WebhookPayloadError {
  return new WebhookPayloadError(message, { reason: 'not-raw' });
}

function incomplete(cause: unknown): WebhookPayloadError {
  return new WebhookPayloadError('The request ended before its body was complete.', { reason: 'incomplete', cause });
}
