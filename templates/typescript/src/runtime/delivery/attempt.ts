import type { ShownRequest, ShownResponse, WorkerClientErrorDetails } from '../errors/index.js';
import type { RequestEvent } from '../hooks.js';
import type { Redactor } from '../redact.js';
import type { TransportRequest, TransportResponse } from '../transport/transport.js';
import type { Access } from './access.js';
import { answerProblem } from './answer-problem.js';
import type { Call } from './call.js';
import { parseJson } from './json.js';

/** One try of a call: the request that a transport gets, and what errors and hooks may say of it. */
export class Attempt implements TransportRequest {
  #redactor: Redactor | undefined;
  #shownHeaders: TransportRequest['headers'] | undefined;
  #payload: unknown;
  readonly call: Call;
  readonly number: number;
  /** When the call ends, whatever happens; `Infinity` for never. */
  readonly end: number;
  readonly method: TransportRequest['method'];
  readonly url: string;
  readonly body: string | undefined;
  /** The key that it goes with. */
  access: Access;
  headers: TransportRequest['headers'];
  connected: (() => void) | undefined = undefined;
  cancel: (() => void) | undefined = undefined;
  wasSent = false;
  isFutile = false;
  /** Whether the request has been handed to the transport. */
  isMade = false;
  /** Milliseconds that it may take, or took where it ran out of them. */
  timeout: number;

  /**
   * @param number - From 1.
   * @param end - When the call ends, whatever happens; `Infinity` for never.
   * @param access - The key that it goes with.
   */
  constructor(call: Call, number: number, end: number, access: Access) {
    this.call = call;
    this.number = number;
    this.end = end;
    this.method = call.method;
    this.url = call.url;
    this.body = call.body;
    this.timeout = call.timeout;
    this.access = access;
    this.headers = access.headersFor(call);
  }

  /** Takes another key. */
  use(access: Access): void {
    this.access = access;
    this.headers = access.headersFor(this.call);
  }

  accepts(answer: TransportResponse): boolean {
    return answerProblem(answer, this.call) === undefined;
  }

  /** Milliseconds up to a limit, or what the call has left of them. */
  timeLeft(limit: number): number {
    const left = this.end - this.call.clock.now();
    // A clock that gives no number must not end the attempt at once.
    return left < limit ? Math.max(1, Math.ceil(left)) : limit;
  }

  /** Shows texts and values without what is secret in the client and in this payload. */
  get redactor(): Redactor {
    const { body, headers } = this;
    // A hook may have added header fields since.
    if (this.#redactor === undefined || headers !== this.#shownHeaders) {
      this.#shownHeaders = headers;
      // The payload as it is sent: the caller's own object may have changed since, or be more than JSON.
      if (body !== undefined) this.#payload ??= parseJson(body);
      this.#redactor = this.access.redactor.forPayload(this.#payload, headers);
    }
    return this.#redactor;
  }

  /** What hooks are called with. */
  event(): RequestEvent {
    return { ...this.call.subject, attempt: this.number, ...this.#shownRequest() } as RequestEvent;
  }

  /** An answer as errors show it. */
  shown({ status, headers, json }: TransportResponse): ShownResponse {
    const { redactor } = this;
    return { status, headers: redactor.headers(headers), body: redactor.value(json) };
  }

  /**
   * What errors say.
   *
   * @param response - The answer, where one arrived.
   */
  details(response?: ShownResponse): WorkerClientErrorDetails {
    return {
      ...this.call.subject,
      attempts: this.isMade ? this.number : this.number - 1,
      request: this.isMade ? this.#shownRequest() : undefined,
      response,
    };
  }

  #shownRequest(): ShownRequest {
    const { method, url, headers, redactor } = this;
    return {
      method,
      url: redactor.text(url),
      headers: redactor.headers(headers),
      payload: redactor.value(this.#payload),
    };
  }
}
