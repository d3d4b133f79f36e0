import type { CallSignal } from '../abort-signal.js';
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
import type { Feature } from './capabilities.js';
import { effectOf } from './effect.js';
import { abortedError, exchange } from './exchange.js';
import { headerValueProblem, mergeHeaders, sendableHeaders } from './headers.js';
import { reasonOf } from './reason.js';

/** Carries calls out: attempt by attempt, repeating what was not taken, and what the backend is known to take only once. */
export abstract class Delivery {
  readonly configuration: ResolvedConfiguration;
  /** Aborted when the client is closed. Its type is written out, so that the declarations need no library of the platform. */
  readonly closing: { readonly signal: CallSignal; abort(): void };
  /** The calls that are under way. */
  protected readonly calls: Set<Promise<unknown>>;
  /** The key that was used last, and what depends on it. */
  access: Access;
  readonly #secretFields: readonly string[];
  readonly #transport: Transport;
  readonly #budget: RetryBudget | undefined;

  /**
   * @param secretFields - Names of the payload fields that the catalog marks `x-secret`.
   * @param transport - Carries the requests.
   */
  constructor(configuration: ResolvedConfiguration, secretFields: readonly string[], transport: Transport) {
    const { retryBudget, clock, apiKey } = configuration;
    this.configuration = configuration;
    this.closing = new AbortController();
    this.calls = new Set();
    this.#secretFields = secretFields;
    this.#transport = transport;
    this.#budget = retryBudget === false ? undefined : createRetryBudget(retryBudget, clock);
    this.access = new Access(typeof apiKey === 'function' ? '' : apiKey, '', secretFields, configuration);
  }

  /**
   * Whether the backend says that it can do something.
   *
   * @param feature - What it is to do.
   * @param call - For which call; its signal ends the wait for the answer, which is then no.
   * @param left - Most milliseconds to wait for the answer.
   */
  protected abstract hasFeature(feature: Feature, call: Call, left: number): Promise<boolean>;

  /**
   * Carries a call out.
   *
   * @param call - The call.
   * @param read - Reads the answer.
   * @throws {@link WorkerClientError} Every failure is one of its subclasses.
   */
  protected async deliver<Result>(call: Call, read: ReadAnswer<Result>): Promise<Result> {
    const { apiKey, observers } = this.configuration;
    const { clock, deadline } = call;
    const end = deadline === undefined ? Infinity : clock.now() + deadline;
    // Whether an attempt before this one may have made the job: no later one settles that.
    let wasOpen = false;
    let keys = 0;
    let response: ShownResponse | undefined;
    // Puts back what a call is worth.
    this.#budget?.();
    for (let number = 1; ; number += 1) {
      const attempt = new Attempt(call, number, end, this.access);
      try {
        if (typeof apiKey === 'function' && keys === 0) {
          keys = 1;
          attempt.use(await this.#askKey(apiKey, attempt));
        }
        // Past the hooks where there are none: another async function in between takes some 5 % of the time of a call.
        const answer = await (observers.length === 0
          ? exchange(attempt, this.#transport)
          : this.#observedExchange(attempt));
        const result = read(answer, attempt, clock.now());
        if (call.trace) {
          call.trace.answer = answer;
          call.trace.attempt = attempt;
        }
        return result;
      } catch (error) {
        if (!(error instanceof WorkerClientError)) throw error;
        let reason: WorkerClientError | undefined = error;
        response = error.response ?? response;
        const isOpen = effectOf(error, attempt) === 'open' && call.method === 'POST';
        // An answer that cannot be read keeps its own class, unless there was more to it.
        const isUnknown = wasOpen || (isOpen && !(error instanceof InvalidResponseError));
        wasOpen ||= isOpen;
        try {
          if (error.status === 401 && typeof apiKey === 'function' && keys === 1) {
            keys = 2;
            if ((await this.#askKey(apiKey, attempt)) !== attempt.access) continue;
          }
          reason = await this.#pause(error, isOpen, attempt);
        } catch (failure) {
          reason = failure as WorkerClientError;
        }
        if (reason === undefined) continue;
        const failure = isUnknown ? unknownOutcome(reason, attempt, response) : reason;
        notify(observers, 'onError', attempt, { error: failure });
        throw failure;
      }
    }
  }

  /** Asks the caller for a key, and makes what depends on it where it is another than the last. */
  async #askKey(ask: () => string | Promise<string>, attempt: Attempt): Promise<Access> {
    const { apiKey: last } = this.access;
    let why: string | undefined = 'apiKey() gave no text in time.';
    let key: unknown;
    let cause: unknown;
    try {
      key = await this.#within(attempt, async () => ask());
      if (typeof key === 'string') why = headerValueProblem('apiKey', key);
    } catch (error) {
      why = `apiKey() threw: ${reasonOf(error)}`;
      cause = error;
    }
    if (attempt.call.signal?.aborted) throw abortedError(attempt);
    if (why !== undefined) throw new ConfigurationError(`There is no API key: ${why}`, { ...attempt.details(), cause });
    if (key !== last) this.access = new Access(key as string, last, this.#secretFields, this.configuration);
    return this.access;
  }

  /** What a function of the caller's gives; `undefined` where that takes longer than the attempt may, or the signal fires. */
  #within<Result>(attempt: Attempt, run: () => Promise<Result>): Promise<Result | undefined> {
    return within(attempt.timeLeft(attempt.timeout), attempt.call, run());
  }

  async #observedExchange(attempt: Attempt): Promise<TransportResponse> {
    const { observers } = this.configuration;
    const { clock, signal } = attempt.call;
    if (signal?.aborted) throw abortedError(attempt);
    for (const result of notify(observers, 'onRequest', attempt)) {
      const isLater = typeof (result as { then?: unknown } | undefined)?.then === 'function';
      const added = isLater ? await this.#within(attempt, async () => result).catch(() => undefined) : result;
      if (added) attempt.headers = mergeHeaders(attempt.headers, sendableHeaders(added));
    }
    const start = clock.now();
    const answer = await exchange(attempt, this.#transport);
    notify(observers, 'onResponse', attempt, {
      status: answer.status,
      responseHeaders: attempt.redactor.headers(answer.headers),
      duration: clock.now() - start,
    });
    return answer;
  }

  /**
   * Waits until the next attempt.
   *
   * @returns Why there must be none; `undefined` when it is to be made.
   */
  async #pause(error: WorkerClientError, isOpen: boolean, attempt: Attempt): Promise<WorkerClientError | undefined> {
    const { honorsIdempotencyKey: honors, maxRetryDelay } = this.configuration;
    const { call, number, end } = attempt;
    const { clock } = call;
    const { retryAfter = 0 } = error;
    // On top of what the backend asks for: callers that it sends away together would come back together.
    const pause = retryAfter + backoffDelay(number, this.configuration);
    const isLate = (): boolean => clock.now() + pause >= end;
    const mayRepeat =
      effectOf(error, attempt) !== 'settled' &&
      number <= call.maxRetries &&
      retryAfter <= maxRetryDelay &&
      !isLate() &&
      (!isOpen || (honors === 'auto' ? await this.hasFeature('idempotency', call, end - clock.now()) : honors)) &&
      !isLate() &&
      this.#budget?.(1) !== false;
    if (mayRepeat) {
      notify(this.configuration.observers, 'onRetry', attempt, { error, delay: pause });
      await delay(pause, call);
    }
    if (call.signal?.aborted) return abortedError(attempt);
    return mayRepeat && !(clock.now() >= end) ? undefined : error;
  }
}

/** A failure that leaves open whether the job exists, unless the caller ended the call. */
function unknownOutcome(
  cause: WorkerClientError,
  attempt: Attempt,
  response: ShownResponse | undefined,
): WorkerClientError {
  if (cause instanceof RequestAbortedError) return cause;
  const message = `Whether the backend took ${attempt.call.subject.messageType} is not known: ${cause.message}`;
  return new OutcomeUnknownError(message, { ...attempt.details(), retryAfter: cause.retryAfter, response, cause });
}
