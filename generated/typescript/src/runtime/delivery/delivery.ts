import type { ResolvedConfiguration } from '../configuration.js';
import {
  InvalidResponseError,
  OutcomeUnknownError,
  RequestAbortedError,
  WorkerClientError,
  type ShownResponse,
} from '../errors/index.js';
import { callHook } from '../hooks.js';
import type { Redactor } from '../redact.js';
import { backoffDelay } from '../retry/backoff.js';
import { RetryBudget } from '../retry/retry-budget.js';
import { delay } from '../time/delay.js';
import { longestTimeout } from '../time/timeout.js';
import type { Transport, TransportResponse } from '../transport/transport.js';
import type { ReadAnswer } from './answer.js';
import { Attempt } from './attempt.js';
import type { Call } from './call.js';
import { readFeatures, type Feature } from './capabilities.js';
import { effectOf, type Effect } from './effect.js';
import { abortedError, exchange } from './exchange.js';
import { mergeHeaders, sendableHeaders } from './headers.js';

/** Carries calls out: attempt by attempt, repeating what was not taken, and what the backend is known to take only once. */
export class Delivery {
  readonly #configuration: ResolvedConfiguration;
  readonly #transport: Transport;
  readonly #redactor: Redactor;
  readonly #budget: RetryBudget | undefined;
  readonly #askFeatures: () => Call;
  #features: Promise<readonly unknown[]> | undefined;

  /** @param askFeatures - Makes the call that asks what the backend can do. */
  constructor(configuration: ResolvedConfiguration, transport: Transport, redactor: Redactor, askFeatures: () => Call) {
    const { retryBudget, clock } = configuration;
    this.#configuration = configuration;
    this.#transport = transport;
    this.#redactor = redactor;
    this.#budget = retryBudget === false ? undefined : new RetryBudget(retryBudget, clock);
    this.#askFeatures = askFeatures;
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
    const { deadline = Infinity } = call.limits;
    const end = clock.now() + deadline;
    // Whether an attempt before this one may have made the job: no later one settles that.
    let wasOpen = false;
    let response: ShownResponse | undefined;
    this.#budget?.deposit();
    for (let number = 1; ; number += 1) {
      const attempt = new Attempt(call, number, end, this.#redactor);
      try {
        return read(await this.#exchange(attempt), attempt, clock.now());
      } catch (error) {
        if (!(error instanceof WorkerClientError)) throw error;
        const effect = effectOf(error, attempt.request);
        const isOpen = effect === 'open' && call.method === 'POST';
        response = error.response ?? response;
        // An answer that cannot be read keeps its own class, unless there was more to it.
        const fail = (reason: WorkerClientError): WorkerClientError =>
          wasOpen || (isOpen && !(error instanceof InvalidResponseError))
            ? this.#report(unknownOutcome(reason, attempt, response), attempt)
            : this.#report(reason, attempt);
        const pause = await this.#pauseAfter(error, effect, attempt, end);
        if (pause === undefined) throw fail(call.signal?.aborted === true ? abortedError(attempt) : error);
        callHook(hooks, hooks.onRetry, () => ({ ...attempt.event(), error, delay: pause }));
        const hasPassed = await delay(pause, { clock, signal: call.signal, keepsProcessAlive: true });
        if (!hasPassed) throw fail(abortedError(attempt));
        if (clock.now() >= end) throw fail(error);
        wasOpen ||= isOpen;
      }
    }
  }

  /**
   * Whether the backend says that it can do something. It is asked when that is first needed, and again only where no clear
   * answer came.
   *
   * @param signal - Ends the wait for its answer; the answer is then no.
   * @param end - When that wait ends by itself.
   */
  async supports(feature: Feature, { signal }: Call, end: number): Promise<boolean> {
    const { clock } = this.#configuration;
    this.#features ??= this.perform(this.#askFeatures(), readFeatures).catch(() => {
      this.#features = undefined;
      return [];
    });
    let features: readonly unknown[] = [];
    const answered = this.#features.then((known) => (features = known));
    await delay(Math.min(longestTimeout, end - clock.now()), { clock, signal, keepsProcessAlive: true }, answered);
    return features.includes(feature);
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
  async #pauseAfter(
    { retryAfter }: WorkerClientError,
    effect: Effect,
    { call, number }: Attempt,
    end: number,
  ): Promise<number | undefined> {
    const { clock, random, retryDelay: base, maxRetryDelay: cap, honorsIdempotencyKey: honors } = this.#configuration;
    if (effect === 'settled' || number > call.limits.maxRetries) return undefined;
    const pause = retryAfter ?? backoffDelay(number, { base, cap }, random);
    if (pause > cap || clock.now() + pause >= end) return undefined;
    if (effect === 'open' && call.method === 'POST') {
      const isTakenOnce = honors === 'auto' ? await this.supports('idempotency', call, end) : honors;
      if (!isTakenOnce || clock.now() + pause >= end) return undefined;
    }
    return this.#budget?.withdraw() === false ? undefined : pause;
  }

  #report(error: WorkerClientError, attempt: Attempt): WorkerClientError {
    const { hooks } = this.#configuration;
    callHook(hooks, hooks.onError, () => ({ ...attempt.event(), error }));
    return error;
  }
}

/** A failure that leaves open whether the job exists, unless the caller ended the call. */
function unknownOutcome(
  cause: WorkerClientError,
  attempt: Attempt,
  response: ShownResponse | undefined,
): WorkerClientError {
  if (cause instanceof RequestAbortedError) return cause;
  const { retryAfter } = cause;
  const message = `Whether the backend took ${attempt.call.messageType} is not known: ${cause.message}`;
  return new OutcomeUnknownError(message, { ...attempt.details(), retryAfter, response, cause });
}
