import { readJobResponse, readJobSnapshot } from './answer.js';
import { resolveConfiguration, type ResolvedConfiguration, type WorkerClientConfig } from './configuration.js';
import type { EnvironmentVariables } from './environment.js';
import { InvalidArgumentError } from './errors/index.js';
import { exchange, type ExchangeRequest } from './exchange.js';
import { headersProblem, mergeHeaders } from './headers.js';
import type { JobResponse, JobSnapshot } from './job.js';
import { serializePayload } from './payload.js';
import type { RequestOptions } from './request-options.js';
import { timeoutProblem } from './timeout.js';
import { pathSegment } from './url.js';

/** What a status call reads as `data`: the named message's payload; any object where no message is named. */
export type StatusData<Received, Type extends keyof Received> = [Type] extends [never]
  ? { [key: string]: unknown }
  : Received[Type];

/**
 * Enqueues messages and reads jobs over HTTP. It knows no message: `Payloads` maps each message type to what a caller
 * writes, `Received` to what a caller reads.
 */
export class QueueClient<Payloads extends object, Received extends object> {
  // A `#` field, so that neither console.log nor JSON.stringify shows the API key.
  readonly #configuration: ResolvedConfiguration;

  /**
   * @param config - How to reach the backend.
   * @param variables - Names of the environment variables to fall back to.
   * @throws {@link ConfigurationError} if the configuration cannot work.
   */
  constructor(config: WorkerClientConfig, variables: EnvironmentVariables) {
    this.#configuration = resolveConfiguration(config, variables);
  }

  /**
   * Enqueues a message by its type. Each message also has a method of its own.
   *
   * @param messageType - Type of the message.
   * @param payload - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of the message.
   * @throws {@link WorkerClientError} Every failure is one of its subclasses.
   */
  async sendToQueue<Type extends keyof Payloads & string>(
    messageType: Type,
    payload: Payloads[Type],
    options?: RequestOptions,
  ): Promise<JobResponse> {
    const details = { messageType };
    const segment = pathSegment(messageType, 'message type');
    const body = serializePayload(payload, details);
    const request = this.#request('POST', segment, body, `enqueueing ${messageType}`, details, options);
    return readJobResponse(await exchange(request), request);
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
    options?: RequestOptions,
  ): Promise<JobSnapshot<StatusData<Received, Type>>> {
    const segment = pathSegment(jobId, 'job id');
    const request = this.#request('GET', segment, undefined, `reading job ${jobId}`, { jobId }, options);
    return readJobSnapshot(await exchange(request), request);
  }

  #request(
    method: ExchangeRequest['method'],
    segment: string,
    body: string | undefined,
    purpose: string,
    details: ExchangeRequest['details'],
    options: RequestOptions = {},
  ): ExchangeRequest {
    const { baseUrl, apiKey, fetch, ...defaults } = this.#configuration;
    const { timeout = defaults.timeout, headers = {}, signal } = options;
    const problem = timeoutProblem(timeout) ?? headersProblem(headers);
    if (problem !== undefined) throw new InvalidArgumentError(problem, details);
    const standardHeaders = {
      accept: 'application/json',
      'content-type': body === undefined ? undefined : 'application/json',
      authorization: apiKey === undefined ? undefined : `Bearer ${apiKey}`,
    };
    return {
      method,
      url: `${baseUrl}/api/jobs/${segment}`,
      headers: mergeHeaders(standardHeaders, defaults.headers, headers),
      body,
      timeout,
      signal,
      fetch,
      secret: apiKey,
      purpose,
      details,
    };
  }
}
