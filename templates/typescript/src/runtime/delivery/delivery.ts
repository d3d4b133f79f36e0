import type { ResolvedConfiguration } from '../configuration.js';
import {
  ConnectionError,
  HttpError,
  InvalidResponseError,
  OutcomeUnknownError,
  RequestAbortedError,
  TimeoutError,
  WorkerClientError,
} from '../errors/index.js';
import { callHook } from '../hooks.js';
import type { Redactor } from '../redact.js';
import { backoffDelay } from '../retry/backoff.js';
import { repeatableStatuses } from '../retry/repeatable-statuses.js';
import { RetryBudget } from '../retry/retry-budget.js';
import { delay } from '../time/delay.js';
import type { Transport, TransportResponse } from '../transport/transport.js';
import type { ReadAnswer } from './answer.js';
import { Attempt } from './attempt.js';
import type { Call } from './call.js';
import { abortedError, exchange } from './exchange.js';
import { mergeHeaders, sendableHeaders } from './headers.js';
import { isObject } from './json.js';

/** Carries calls out: attempt by attempt, repeating what was not taken, or what a key keeps single. */
export class Delivery {
  readonly #configuration: ResolvedConfiguration;
  readonly #transport: Transport;
  readonly #redactor: Redactor;
  readonly #budget: RetryBudget | undefined;

  constructor(configuration: ResolvedConfiguration, transport: Transport, redactor: Redactor) {
    const { retryBudget, clock } = configuration;
    this.#configuration = configuration;
    this.#transport = transport;
    this.#redactor = redactor;
    this.#budget = retryBudget === false ? undefined : new RetryBudget(retryBudget, clock);
  }

  /**
   * Carries a call out.
   *
   * @param call - The call.
   * @param read - Reads the answer.
   * @throws {@link WorkerClientError} Every failure is one of its subclasses.
   */
  async perform<Result>(call: Call, read: ReadAnswer<Result>): Promise<Result> {
    const { clock, hooks } = this.#configuration;
    const { timeout, deadline = Infinity } = call.limits;
    const end = clock.now() + deadline;
    // Whether an attempt before this one may have made the job.
    let mayExist = false;
    this.#budget?.deposit();
    for (let number = 1; ; number += 1) {
      const attempt = new Attempt(
        call,
        number,
        Math.min(timeout, Math.max(1, Math.ceil(end - clock.now()))),
        this.#redactor,
      );
      try {
        return read(await this.#exchange(attempt), attempt, clock.now());
      } catch (error) {
        if (!(error instanceof WorkerClientError)) throw error;
        const isUnknown = isInterruption(error) && attempt.mayHaveEnqueued;
        // An answer that cannot be read keeps its own class, unless there was more to it.
        const isOpen = mayExist || (isUnknown && !(error instanceof InvalidResponseError));
        const pause = this.#pauseAfter(error, attempt, isUnknown, end);
        if (pause === undefined) throw this.#failure(error, attempt, isOpen);
        callHook(hooks, hooks.onRetry, () => ({ ...attempt.event(), error, delay: pause }));
        const hasPassed = await delay(pause, { clock, signal: call.signal, keepsProcessAlive: true });
        if (!hasPassed) throw this.#failure(abortedError(attempt), attempt, isOpen);
        if (clock.now() >= end) throw this.#failure(error, attempt, isOpen);
        mayExist ||= isUnknown;
      }
    }
  }

  async #exchange(attempt: Attempt): Promise<TransportResponse> {
    const { clock, hooks } = this.#configuration;
    const { request, call } = attempt;
    if (call.signal?.aborted === true) throw abortedError(attempt);
    const added = callHook(hooks, hooks.onRequest, () => attempt.event());
    if (added) request.headers = mergeHeaders(request.headers, sendableHeaders(added));
    const start = hooks.onResponse === undefined ? 0 : clock.now();
    const answer = await exchange(attempt, this.#transport, clock);
    callHook(hooks, hooks.onResponse, () => ({
      ...attempt.event(),
      status: answer.status,
      responseHeaders: attempt.redactor.headers(answer.headers),
      duration: clock.now() - start,
    }));
    return answer;
  }

  /** Milliseconds until the next attempt; `undefined` where there must be none. */
  #pauseAfter(error: WorkerClientError, attempt: Attempt, isUnknown: boolean, end: number): number | undefined {
    const { clock, random, retryDelay: base, maxRetryDelay: cap, honorsIdempotencyKey } = this.#configuration;
    const isRepeatable =
      error instanceof HttpError
        ? repeatableStatuses.has(error.status)
        : isInterruption(error) && (!isUnknown || honorsIdempotencyKey);
    if (!isRepeatable || attempt.number > attempt.call.limits.maxRetries) return undefined;
    const pause = error.retryAfter ?? backoffDelay(attempt.number, { base, cap }, random);
    if (pause > cap || clock.now() + pause >= end) return undefined;
    return this.#budget?.withdraw() === false ? undefined : pause;
  }

  /** What the caller gets: a failure that leaves open whether the job exists says so, unless the caller ended the call. */
  #failure(error: WorkerClientError, attempt: Attempt, isOpen: boolean): WorkerClientError {
    const { hooks } = this.#configuration;
    const { retryAfter, response } = error;
    const failure =
      isOpen && !(error instanceof RequestAbortedError)
        ? new OutcomeUnknownError(
            `Whether the backend took ${attempt.call.messageType} is not known: ${error.message}`,
            { ...attempt.details(), retryAfter, response, cause: error },
          )
        : error;
    callHook(hooks, hooks.onError, () => ({ ...attempt.event(), error: failure }));
    return failure;
  }
}

/** Whether no answer arrived that settles the call: none at all, or one that cannot be read. */
function isInterruption(error: WorkerClientError): boolean {
  if (error instanceof InvalidResponseError) return !isObject(error.body) || error.body['success'] !== false;
  return error instanceof TimeoutError || error instanceof ConnectionError;
}
