import type { WorkerClientErrorDetails } from '../errors/index.js';
import type { RequestEvent } from '../hooks.js';
import type { Redactor } from '../redact.js';
import type { TransportRequest, TransportResponse } from '../transport/transport.js';
import type { Call } from './call.js';
import { parseJson } from './json.js';

/** One try of a call, and what errors and hooks may say of it. */
export class Attempt {
  readonly redactor: Redactor;
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
    this.redactor = redactor;
    const { method, url, headers, body } = call;
    this.request = { method, url, headers, body, cancel: undefined, wasSent: false };
  }

  /** Whether the backend can have made a job of it without the client's knowing. */
  get mayHaveEnqueued(): boolean {
    return this.request.method === 'POST' && this.request.wasSent;
  }

  /** What hooks are told. */
  event(): RequestEvent {
    const { messageType, jobId, idempotencyKey } = this.call;
    return { messageType, jobId, idempotencyKey, attempt: this.number, ...this.#shownRequest() };
  }

  /**
   * What errors tell.
   *
   * @param answer - The answer, where one arrived.
   */
  details(answer?: TransportResponse): WorkerClientErrorDetails {
    const { messageType, jobId, idempotencyKey } = this.call;
    const { redactor } = this;
    return {
      messageType,
      jobId,
      idempotencyKey,
      attempts: this.number,
      request: this.#shownRequest(),
      response: answer && {
        status: answer.status,
        headers: redactor.headers(answer.headers()),
        body: redactor.value(parseJson(answer.text)),
      },
    };
  }

  #shownRequest() {
    const { method, url, headers } = this.request;
    const { redactor, call } = this;
    return { method, url, headers: redactor.headers(headers), payload: redactor.value(call.payload) };
  }
}
