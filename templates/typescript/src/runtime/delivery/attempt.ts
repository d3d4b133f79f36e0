import type { ShownRequest, ShownResponse, WorkerClientErrorDetails } from '../errors/index.js';
import type { RequestEvent } from '../hooks.js';
import type { Redactor } from '../redact.js';
import type { TransportRequest, TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';
import { parseJson } from './json.js';

/** One try of a call, and what errors and hooks may say of it. */
export class Attempt {
  readonly #base: Redactor;
  #redactor: Redactor;
  #headers: TransportRequest['headers'] | undefined;
  #payload: unknown;
  #isMade = false;
  readonly call: Call;
  /** From 1. */
  readonly number: number;
  /** Milliseconds that it may take. */
  readonly timeout: number;
  readonly request: TransportRequest;

  /** @param timeout - Milliseconds that it may take. */
  constructor(call: Call, number: number, timeout: number, redactor: Redactor) {
    this.call = call;
    this.number = number;
    this.timeout = timeout;
    this.#base = redactor;
    this.#redactor = redactor;
    const { method, url, headers, body } = call;
    this.request = { method, url, headers, body, cancel: undefined, wasSent: false };
  }

  /** Notes that the request is handed to the transport. */
  begin(): void {
    this.#isMade = true;
  }

  /** Whether the backend can have made a job of it without the client's knowing. */
  get mayHaveEnqueued(): boolean {
    return this.request.method === 'POST' && this.request.wasSent;
  }

  /** Shows texts and values without what is secret in the client, in this payload and in the header fields. */
  get redactor(): Redactor {
    const { body } = this.call;
    const { headers } = this.request;
    // A hook may have added header fields since.
    if (headers !== this.#headers) {
      this.#headers = headers;
      // The payload as it is sent: the caller's own object may have changed since, or be more than JSON.
      if (body !== undefined) this.#payload ??= parseJson(body);
      this.#redactor = this.#base.forPayload(this.#payload, headers);
    }
    return this.#redactor;
  }

  /** What hooks are told. */
  event(): RequestEvent {
    const { messageType, jobId, idempotencyKey } = this.call;
    return { messageType, jobId, idempotencyKey, attempt: this.number, ...this.#shownRequest() };
  }

  /** An answer as errors show it. */
  shown({ status, headers, text }: TransportResponse): ShownResponse {
    const { redactor } = this;
    return { status, headers: redactor.headers(headers), body: redactor.value(parseJson(text)) };
  }

  /**
   * What errors tell.
   *
   * @param response - The answer, where one arrived.
   */
  details(response?: ShownResponse): WorkerClientErrorDetails {
    const { messageType, jobId, idempotencyKey } = this.call;
    return {
      messageType,
      jobId,
      idempotencyKey,
      attempts: this.#isMade ? this.number : this.number - 1,
      request: this.#isMade ? this.#shownRequest() : undefined,
      response,
    };
  }

  #shownRequest(): ShownRequest {
    const { method, url, headers } = this.request;
    const { redactor } = this;
    return {
      method,
      url: redactor.text(url),
      headers: redactor.headers(headers),
      payload: redactor.value(this.#payload),
    };
  }
}
