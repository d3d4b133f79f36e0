import type { ReadAnswer } from './delivery/answer.js';
import type { Call, CallParts } from './delivery/call.js';
import { readFeatures, type Feature } from './delivery/capabilities.js';
import { Delivery } from './delivery/delivery.js';
import { listProblems, reasonOf } from './delivery/reason.js';
import {
  ConfigurationError,
  InvalidArgumentError,
  UnsupportedByBackendError,
  ValidationError,
} from './errors/index.js';
import { optionsProblem } from './must-be.js';
import { ownValue } from './own-value.js';
import { requestRules, type RequestOptions } from './request-options.js';
import { within } from './time/delay.js';
import { maxTimeout } from './time/timeout.js';

/** Milliseconds for one attempt to ask what the backend can do; twice as many for all. */
const maxQuestion = 5_000;

/** Most characters of a list of problems in a message. */
const maxList = 4_000;

/** What every client is made of, for the classes and functions of this package. */
export class Core extends Delivery {
  #features: Promise<readonly unknown[]> | undefined;

  /**
   * Makes a call of its parts.
   *
   * @param parts - What is particular to it; the call is made of this very object.
   * @param path - Path below `/api/`.
   * @param options - What it changes.
   * @throws {@link InvalidArgumentError} if an option cannot work.
   */
  call(parts: CallParts, path: string, options: RequestOptions | undefined): Call {
    const defaults = this.configuration;
    const problem = optionsProblem(options, requestRules);
    if (problem !== undefined) throw new InvalidArgumentError(problem, parts.subject);
    // Assigned: to spread the parts would take a tenth of the time of a call.
    return Object.assign(parts, {
      url: `${defaults.baseUrl}/api/${path}`,
      headers: ownValue(options, 'headers'),
      timeout: options?.timeout ?? defaults.timeout,
      deadline: options?.deadline ?? defaults.deadline,
      maxRetries: options?.maxRetries ?? defaults.maxRetries,
      signal: options?.signal,
      clock: parts.clock ?? defaults.clock,
    });
  }

  /**
   * Carries a call out, unless the client is closed.
   *
   * @throws {@link WorkerClientError} Every failure is one of its subclasses.
   */
  async perform<Result>(call: Call, read: ReadAnswer<Result>): Promise<Result> {
    this.#checkOpen();
    const result = this.deliver(call, read);
    this.calls.add(result);
    try {
      return await result;
    } finally {
      this.calls.delete(result);
    }
  }

  #checkOpen(): void {
    if (this.closing.signal.aborted) throw new ConfigurationError('The client has been closed.');
  }

  /** Lets no call begin, ends waits, and resolves when the calls that are under way have ended. */
  async close(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.calls);
  }

  /**
   * Sees that the backend says that it can do something that it would otherwise ignore, unless the signal fires before.
   *
   * @throws {@link UnsupportedByBackendError} if it does not.
   */
  async ensureSupported(feature: Feature, call: Call): Promise<void> {
    this.#checkOpen();
    if (await this.hasFeature(feature, call, call.deadline ?? maxTimeout)) return;
    // The call itself says so then.
    if (call.signal?.aborted) return;
    const message = `The backend does not say that it can ${feature}, so nothing was sent while ${call.purpose}.`;
    throw new UnsupportedByBackendError(message, { ...call.subject, feature, attempts: 0 });
  }

  /** It is asked when that is first needed, and again only where no clear answer came. */
  protected override async hasFeature(feature: Feature, call: Call, left: number): Promise<boolean> {
    this.#features ??= this.deliver(
      this.call({ method: 'GET', purpose: 'asking what the backend can do', subject: {} }, 'capabilities', {
        timeout: Math.min(this.configuration.timeout, maxQuestion),
        deadline: 2 * maxQuestion,
      }),
      readFeatures,
    ).catch(() => {
      this.#features = undefined;
      return [];
    });
    return (await within(left, call, this.#features))?.includes(feature) === true;
  }

  /**
   * Checks a payload, where validation is on.
   *
   * @param what - What it is, for the error.
   * @param jobId - The job that it is the result of.
   * @throws {@link ValidationError} with every problem.
   * @throws {@link ConfigurationError} if `validate` throws, or gives no list.
   */
  checkPayload(messageType: string, payload: unknown, what = 'The payload', jobId?: string): void {
    const { validate } = this.configuration;
    if (validate === undefined) return;
    let problems: unknown;
    let why = 'it gave no list';
    let cause: unknown;
    try {
      problems = validate(messageType, payload);
      // One that is async would otherwise end the process where it rejects.
      Promise.resolve(problems).catch(() => undefined);
    } catch (error) {
      why = reasonOf(error);
      cause = error;
    }
    if (!Array.isArray(problems))
      throw new ConfigurationError(`validate() cannot be used: ${why}.`, { messageType, cause });
    if (problems.length === 0) return;
    const message = `${what} does not fit ${messageType}: ${listProblems(problems).slice(0, maxList)}`;
    throw new ValidationError(message, { messageType, jobId, problems: problems as ValidationError['problems'] });
  }
}
