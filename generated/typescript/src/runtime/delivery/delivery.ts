import type { ResolvedConfiguration } from '../configuration.js';
import {
  ConfigurationError,
  InvalidResponseError,
  OutcomeUnknownError,
  RequestAbortedError,
  WorkerClientError,
  type ShownResponse,
} from '../errors/index.js';
import { notify } from '../hooks.js';
import { backoffDelay } from '../retry/backoff.js';
import { createRetryBudget, type RetryBudget } from '../retry/retry-budget.js';
import { delay, within } from '../time/delay.js';
import type { Transport, TransportResponse } from '../transport/transport.js';
import { Access } from './access.js';
import type { ReadAnswer } from './answer.js';
import { Attempt } from './attempt.js';
import type { Call } from './call.js';
import { createHasFeature, readFeatures, type HasFeature } from './capabilities.js';
import { effectOf, type Effect } from './effect.js';
import { abortedError, exchange } from './exchange.js';
import { headerValueProblem, mergeHeaders, sendableHeaders } from './headers.js';
import { reasonOf } from './reason.js';

/** Carries calls out: attempt by attempt, repeating what was not taken, and what the backend is known to take only once. */
export class Delivery {
  readonly #configuration: ResolvedConfiguration;
  readonly #secretFields: readonly string[];
  readonly #transport: Transport;
  readonly #budget: RetryBudget | undefined;
  /** Tells what the backend can do. */
  readonly hasFeature: HasFeature;
  /** The key that was used last, and what depends on it. */
  access: Access;

  /**
   * @param secretFields - Names of the payload fields that the catalog marks `x-secret`.
   * @param askFeatures - Makes the call that asks what the backend can do.
   */
  constructor(
    configuration: ResolvedConfiguration,
    secretFields: readonly string[],
    transport: Transport,
    askFeatures: () => Call,
  ) {
    const { retryBudget, clock, apiKey } = configuration;
    this.#configuration = configuration;
    this.#secretFields = secretFields;
    this.#transport = transport;
    this.#budget = retryBudget === false ? undefined : createRetryBudget(retryBudget, clock);
    this.hasFeature = createHasFeature(clock, () => this.perform(askFeatures(), readFeatures));
    this.access = new Access(typeof apiKey === 'function' ? undefined : apiKey, undefined, secretFields, configuration);
  }

  /**
   * Carries a call out.
   *
   * @param call - The call.
   * @param read - Reads the answer.
   * @throws {@link WorkerClientError} Every failure is one of its subclasses.
   */
  async perform<Result>(call: Call, read: ReadAnswer<Result>): Promise<Result> {
    const { clock, observers, apiKey } = this.#configuration;
    const { deadline } = call.limits;
    const end = deadline === undefined ? Infinity : clock.now() + deadline;
    // Whether an attempt before this one may have made the job: no later one settles that.
    let wasOpen = false;
    let keys = 0;
    let response: ShownResponse | undefined;
    this.#budget?.deposit();
    for (let number = 1; ; number += 1) {
      let attempt = new Attempt(call, number, end, this.access);
      try {
        if (typeof apiKey === 'function' && keys === 0) {
          keys = 1;
          attempt = new Attempt(call, number, end, await this.#askKey(apiKey, attempt));
        }
        const answer = await this.#exchange(attempt);
        const result = read(answer, attempt, clock.now());
        if (call.trace) Object.assign(call.trace, { answer, attempt });
        return result;
      } catch (error) {
        if (!(error instanceof WorkerClientError)) throw error;
        const effect = effectOf(error, attempt.request);
        const isOpen = effect === 'open' && call.method === 'POST';
        response = error.response ?? response;
        // An answer that cannot be read keeps its own class, unless there was more to it.
        const isUnknown = wasOpen || (isOpen && !(error instanceof InvalidResponseError));
        const fail = (reason: WorkerClientError): WorkerClientError => {
          const failure = isUnknown ? unknownOutcome(reason, attempt, response) : reason;
          notify(observers, 'onError', () => ({ ...attempt.event(), error: failure }));
          return failure;
        };
        if (error.status === 401 && typeof apiKey === 'function' && keys === 1) {
          keys = 2;
          const fresh = await this.#askKey(apiKey, attempt).catch((reason: WorkerClientError) => reason);
          if (fresh instanceof WorkerClientError) throw fail(fresh);
          if (fresh !== attempt.access) continue;
        }
        const pause = await this.#pauseAfter(error, effect, attempt);
        if (pause === undefined) throw fail(call.signal?.aborted ? abortedError(attempt) : error);
        notify(observers, 'onRetry', () => ({ ...attempt.event(), error, delay: pause }));
        const hasPassed = await delay(pause, clock, call);
        if (!hasPassed) throw fail(abortedError(attempt));
        if (clock.now() >= end) throw fail(error);
        wasOpen ||= isOpen;
      }
    }
  }

  /** Asks the caller for a key, and makes what depends on it where it is another than the last. */
  async #askKey(ask: () => string | Promise<string>, attempt: Attempt): Promise<Access> {
    const failure = (why: string, cause?: unknown): ConfigurationError =>
      new ConfigurationError(`There is no API key: ${why}`, { ...attempt.details(), cause });
    const key = await this.#within(attempt, async () => ask()).catch((error: unknown) => {
      throw failure(`apiKey() threw: ${reasonOf(error)}`, error);
    });
    if (attempt.call.signal?.aborted) throw abortedError(attempt);
    const problem = typeof key === 'string' ? headerValueProblem('apiKey', key) : 'apiKey() gave no text in time.';
    if (problem !== undefined) throw failure(problem);
    const { apiKey: last } = this.access;
    if (key !== (last ?? '')) this.access = new Access(key || undefined, last, this.#secretFields, this.#configuration);
    return this.access;
  }

  /** What a function of the caller's gives; `undefined` where that takes longer than the attempt may, or the signal fires. */
  #within<Result>(attempt: Attempt, run: () => Promise<Result>): Promise<Result | undefined> {
    const { clock } = this.#configuration;
    return within(attempt.timeLeft(attempt.call.limits.timeout, clock), clock, attempt.call, run());
  }

  async #exchange(attempt: Attempt): Promise<TransportResponse> {
    const { clock, observers } = this.#configuration;
    const { request, call } = attempt;
    if (call.signal?.aborted) throw abortedError(attempt);
    for (const result of notify(observers, 'onRequest', () => attempt.event())) {
      const isLater = typeof (result as { then?: unknown } | undefined)?.then === 'function';
      const added = isLater ? await this.#within(attempt, async () => result).catch(() => undefined) : result;
      if (added) request.headers = mergeHeaders(request.headers, sendableHeaders(added));
    }
    const start = observers.length === 0 ? 0 : clock.now();
    const answer = await exchange(attempt, this.#transport, clock);
    notify(observers, 'onResponse', () => ({
      ...attempt.event(),
      status: answer.status,
      responseHeaders: attempt.redactor.headers(answer.headers),
      duration: clock.now() - start,
    }));
    return answer;
  }

  /** Milliseconds until the next attempt; `undefined` where there must be none. */
  async #pauseAfter(
    { retryAfter = 0 }: WorkerClientError,
    effect: Effect,
    { call, number, end }: Attempt,
  ): Promise<number | undefined> {
    const { clock, random, retryDelay: base, maxRetryDelay: cap, honorsIdempotencyKey: honors } = this.#configuration;
    if (effect === 'settled' || number > call.limits.maxRetries || retryAfter > cap) return undefined;
    // On top of what the backend asks for: callers that it sends away together would come back together.
    const pause = retryAfter + backoffDelay(number, { base, cap }, random);
    if (clock.now() + pause >= end) return undefined;
    if (effect === 'open' && call.method === 'POST') {
      const isTakenOnce = honors === 'auto' ? await this.hasFeature('idempotency', call, end - clock.now()) : honors;
      if (!isTakenOnce || clock.now() + pause >= end) return undefined;
    }
    return this.#budget?.withdraw() === false ? undefined : pause;
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
