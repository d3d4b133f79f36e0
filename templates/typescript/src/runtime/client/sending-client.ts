import { signalProblem } from '../abort-signal.js';
import type { ResolvedConfiguration, WorkerClientConfig } from '../configuration.js';
import { readJobResponse, readJobSnapshot } from '../delivery/answer.js';
import type { Call } from '../delivery/call.js';
import { Delivery } from '../delivery/delivery.js';
import { headersProblem, isHeaderValue, mergeHeaders } from '../delivery/headers.js';
import { newIdempotencyKey } from '../delivery/idempotency-key.js';
import { serializePayload } from '../delivery/payload.js';
import { excerpt } from '../delivery/reason.js';
import { pathSegment } from '../delivery/url.js';
import { InvalidArgumentError, ValidationError } from '../errors/index.js';
import type { JobResponse, JobSnapshot } from '../job.js';
import { limitsProblem } from '../limits.js';
import { Redactor } from '../redact.js';
import type { RequestOptions, SendOptions } from '../request-options.js';
import { resolveConfiguration } from '../resolve-configuration.js';
import { platformFetch } from '../transport/fetch.js';
import { createFetchTransport } from '../transport/fetch-transport.js';
import type { Transport } from '../transport/transport.js';
import type { PollContext } from '../wait/poll.js';
import type { PackageDefinition } from './package-definition.js';

/** Milliseconds for one attempt to ask what the backend can do; twice as many for all. */
const longestQuestion = 5_000;

/** What a status call reads as `data`: the named message's payload; any object where no message is named. */
export type StatusData<Received, Type extends keyof Received> = [Type] extends [never]
  ? { [key: string]: unknown }
  : Received[Type];

/**
 * Enqueues messages and reads jobs over HTTP. It knows no message: `Payloads` maps each message type to what a caller
 * writes, `Received` to what a caller reads.
 */
export class SendingClient<Payloads extends object, Received extends object> {
  // `#` fields, so that neither console.log nor JSON.stringify shows the API key.
  readonly #configuration: ResolvedConfiguration;
  readonly #delivery: Delivery;
  /** Header fields of every request, by method. */
  readonly #headers: Readonly<Record<'GET' | 'POST', Readonly<Record<string, string>>>>;
  readonly #redactor: Redactor;

  /**
   * @param config - How to reach the backend.
   * @param definition - What the package knows of its catalog.
   * @throws {@link ConfigurationError} if the configuration cannot work.
   */
  constructor(config: WorkerClientConfig, { environment, secretFields }: PackageDefinition) {
    const configuration = resolveConfiguration(config, environment);
    this.#configuration = configuration;
    this.#headers = { GET: standardHeaders(configuration), POST: standardHeaders(configuration, 'application/json') };
    const { apiKey } = configuration;
    this.#redactor = new Redactor(apiKey === undefined ? [] : [apiKey], secretFields);
    const { timeout } = configuration;
    this.#delivery = new Delivery(configuration, this.createTransport(configuration), this.#redactor, () =>
      this.#call({ method: 'GET', expects: 'anything', purpose: 'asking what the backend can do' }, 'capabilities', {
        timeout: Math.min(timeout, longestQuestion),
        deadline: 2 * longestQuestion,
      }),
    );
  }

  /**
   * Enqueues a message by its type. Each message also has a method of its own.
   *
   * @param messageType - Type of the message.
   * @param payload - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of the message.
   * @throws {@link OutcomeUnknownError} if the job may exist: take care before you send the message again.
   * @throws {@link InvalidResponseError} if the backend answered 2xx, but not as it should; the job may exist then too, unless
   * the answer says `success: false`.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses.
   */
  async sendToQueue<Type extends keyof Payloads & string>(
    messageType: Type,
    payload: Payloads[Type],
    options: SendOptions = {},
  ): Promise<JobResponse<Type>> {
    const { idempotencyKey = newIdempotencyKey() } = options;
    const segment = pathSegment(messageType, 'message type');
    if (!isHeaderValue(idempotencyKey) || idempotencyKey.trim() === '')
      throw new InvalidArgumentError('idempotencyKey is empty or holds a character that a header cannot carry.', {
        messageType,
      });
    const body = serializePayload(payload, { messageType });
    // What is sent is checked: JSON leaves out what is undefined, and `toJSON` may have replaced the whole.
    if (this.#configuration.validate !== undefined) this.checkPayload(messageType, JSON.parse(body));
    const purpose = `enqueueing ${messageType}`;
    const call = this.#call(
      { method: 'POST', expects: 'new job', purpose, body, messageType, idempotencyKey },
      `jobs/${segment}`,
      options,
    );
    const job = await this.#delivery.perform(call, readJobResponse);
    return { ...job, messageName: messageType };
  }

  /**
   * Asks how a job is doing. Name the message type for typed data: `getJobStatus<'…'>(jobId)`.
   *
   * @param jobId - Id of the job, from the answer to the enqueue.
   * @param options - What this call changes.
   * @throws {@link HttpError} with status 404 if the backend does not know the job, or has removed it.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses.
   */
  async getJobStatus<Type extends keyof Received & string = never>(
    jobId: string,
    options: RequestOptions = {},
  ): Promise<JobSnapshot<StatusData<Received, Type>>> {
    return this.readJob(jobId, options, true);
  }

  /**
   * Reads a job.
   *
   * @param jobId - Id of the job.
   * @param options - What this call changes.
   * @param keepsProcessAlive - Whether the timers of the call keep a Node process running.
   */
  protected async readJob(
    jobId: string,
    options: RequestOptions,
    keepsProcessAlive: boolean,
  ): Promise<JobSnapshot<never>> {
    const path = `jobs/${pathSegment(jobId, 'job id')}`;
    const purpose = `reading job ${excerpt(jobId)}`;
    const call = this.#call({ method: 'GET', expects: 'job', purpose, jobId, keepsProcessAlive }, path, options);
    return this.#delivery.perform(call, readJobSnapshot);
  }

  /**
   * Gives the transport that carries requests. Entries for other platforms override it.
   *
   * @param configuration - The client's configuration, checked.
   */
  protected createTransport({ fetch = platformFetch, maxResponseBytes }: ResolvedConfiguration): Transport {
    return createFetchTransport(fetch, maxResponseBytes);
  }

  /**
   * Checks a payload, where validation is on.
   *
   * @throws {@link ValidationError} with every problem.
   */
  protected checkPayload(messageType: string, payload: unknown, jobId?: string): void {
    const { validate } = this.#configuration;
    const problems = validate?.(messageType, payload) ?? [];
    if (problems.length === 0) return;
    const list = problems.map(({ pointer, message }) => `${pointer || 'the whole'}: ${message}`).join(' ');
    const subject = jobId === undefined ? 'The payload' : `The result of job ${jobId}`;
    throw new ValidationError(`${subject} does not fit ${messageType}: ${list}`, { messageType, jobId, problems });
  }

  /** What waits go by. */
  protected get waiting(): Omit<PollContext, 'read'> {
    const { clock, random } = this.#configuration;
    return { clock, random, redactor: this.#redactor };
  }

  #call(
    what: Pick<Call, 'method' | 'expects' | 'purpose'> &
      Partial<Pick<Call, 'body' | 'messageType' | 'jobId' | 'idempotencyKey' | 'keepsProcessAlive'>>,
    path: string,
    options: RequestOptions,
  ): Call {
    const { method, expects, purpose, body, messageType, jobId, idempotencyKey, keepsProcessAlive = true } = what;
    const defaults = this.#configuration;
    const { timeout = defaults.timeout, deadline = defaults.deadline, headers, signal } = options;
    const limits = { timeout, deadline, maxRetries: options.maxRetries ?? defaults.maxRetries };
    const problem = limitsProblem(limits) ?? (headers && headersProblem(headers)) ?? signalProblem(signal);
    if (problem !== undefined) throw new InvalidArgumentError(problem, { messageType, jobId });
    return {
      method,
      url: `${defaults.baseUrl}/api/${path}`,
      headers: headersOf(this.#headers[method === 'POST' ? method : 'GET'], idempotencyKey, headers),
      body,
      messageType,
      jobId,
      idempotencyKey,
      purpose,
      expects,
      limits,
      signal,
      keepsProcessAlive,
    };
  }
}

function standardHeaders({ apiKey, headers }: ResolvedConfiguration, contentType?: string): Record<string, string> {
  const standard = {
    accept: 'application/json',
    'content-type': contentType,
    authorization: apiKey === undefined ? undefined : `Bearer ${apiKey}`,
  };
  return mergeHeaders(standard, headers);
}

/** The key comes last: a field of that name would make a repeated request another one. */
function headersOf(
  standard: Readonly<Record<string, string>>,
  idempotencyKey: string | undefined,
  headers: RequestOptions['headers'],
): Readonly<Record<string, string>> {
  if (headers !== undefined) return mergeHeaders(standard, headers, { 'idempotency-key': idempotencyKey });
  return idempotencyKey === undefined ? standard : { ...standard, 'idempotency-key': idempotencyKey };
}
