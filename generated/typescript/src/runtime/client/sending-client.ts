import type { ResolvedConfiguration, WorkerClientConfig } from '../configuration.js';
import { readJobResponse, readJobSnapshot } from '../delivery/answer.js';
import { newIdempotencyKey } from '../delivery/idempotency-key.js';
import { serializePayload } from '../delivery/payload.js';
import { excerpt } from '../delivery/reason.js';
import { pathSegment } from '../delivery/url.js';
import type { JobResponse, JobSnapshot } from '../job.js';
import { ownValue } from '../own-value.js';
import type { RequestOptions, SendOptions } from '../request-options.js';
import { resolveConfiguration } from '../resolve-configuration.js';
import { platformFetch } from '../transport/fetch.js';
import { createFetchTransport } from '../transport/fetch-transport.js';
import type { Transport } from '../transport/transport.js';
import { Core } from '../core.js';
import { beginCall, type JobCall } from './job-call.js';
import type { PackageDefinition } from './package-definition.js';

declare global {
  // As in TypeScript's own library; declared here so that the types compile without it.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** What a status call reads as `data`: the named message's payload; any object where no message is named. */
export type StatusData<Received, Type extends keyof Received> = [Type] extends [never]
  ? { [key: string]: unknown }
  : Received[Type];

/**
 * Enqueues messages and reads jobs over HTTP. It knows no message: `Payloads` maps each message type to what a caller
 * writes, `Received` to what a caller reads.
 */
export class SendingClient<Payloads extends object, Received extends object> {
  // A `#` field, so that neither console.log nor JSON.stringify shows the API key.
  readonly #core: Core;
  readonly #warnOfRemoval: PackageDefinition['warnOfRemoval'];

  /** What a client is made of, for the functions of this package. */
  static coreOf(client: SendingClient<object, object>): Core {
    return client.#core;
  }

  /**
   * @param config - How to reach the backend.
   * @param definition - What the package knows of its catalog.
   * @throws {@link ConfigurationError} if the configuration cannot work.
   */
  constructor(config: WorkerClientConfig, definition: PackageDefinition) {
    this.#warnOfRemoval = definition.warnOfRemoval;
    const configuration = resolveConfiguration(config, definition.environment, this.platformHeaders?.());
    this.#core = new Core(configuration, definition.secretFields, this.createTransport(configuration));
  }

  /**
   * Enqueues a message by its type. Each message also has a method of its own.
   *
   * @param messageType - Type of the message.
   * @param payload - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of the message; `withResponse()` on the promise gives what else came back.
   * @throws {@link OutcomeUnknownError} if the job may exist: take care before you send the message again.
   * @throws {@link InvalidResponseError} if the backend answered 2xx, but not as it should; the job may exist then too, unless
   * the answer says `success: false`.
   * @throws {@link UnsupportedByBackendError} if `delay` is given, and the backend does not say that it can delay jobs.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses.
   */
  sendToQueue<Type extends keyof Payloads & string>(
    messageType: Type,
    payload: Payloads[Type],
    options?: SendOptions,
  ): JobCall<JobResponse<Type>> {
    return beginCall(async (trace) => {
      this.#warnOfRemoval?.(messageType);
      const core = this.#core;
      const path = `jobs/${pathSegment(messageType, 'message type')}`;
      // Nothing that somebody put on every object of the program: one key for all would make one job of them.
      const idempotencyKey = ownValue(options, 'idempotencyKey') ?? newIdempotencyKey();
      const { delay = 0 } = options ?? {};
      const body = serializePayload(messageType, payload);
      // What is sent is checked: JSON leaves out what is undefined, and `toJSON` may have replaced the whole.
      if (core.configuration.validate !== undefined) core.checkPayload(messageType, JSON.parse(body));
      const fields = { 'idempotency-key': idempotencyKey, ...(delay > 0 && { 'job-delay': String(delay / 1000) }) };
      const purpose = `enqueueing ${messageType}`;
      const parts = {
        method: 'POST',
        expects: 'new job',
        purpose,
        body,
        subject: { messageType, idempotencyKey },
        fields,
        trace,
      } as const;
      const call = core.call(parts, path, options);
      if (delay > 0) await core.ensureSupported('delay', call);
      return core.perform(call, readJobResponse);
    });
  }

  /**
   * Asks how a job is doing. Name the message type for typed data: `getJobStatus<'…'>(jobId)`.
   *
   * @param jobId - Id of the job, from the answer to the enqueue.
   * @param options - What this call changes.
   * @throws {@link HttpError} with status 404 if the backend does not know the job, or has removed it.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses.
   */
  getJobStatus<Type extends keyof Received & string = never>(
    jobId: string,
    options?: RequestOptions,
  ): JobCall<JobSnapshot<StatusData<Received, Type>>> {
    return beginCall(async (trace) => {
      const path = `jobs/${pathSegment(jobId, 'job id')}`;
      const purpose = `reading job ${excerpt(jobId)}`;
      const call = this.#core.call(
        { method: 'GET', expects: 'job', purpose, subject: { jobId }, trace },
        path,
        options,
      );
      return this.#core.perform(call, readJobSnapshot);
    });
  }

  /**
   * Ends the client: calls that are under way come to their end, waits end with a `RequestAbortedError`, further calls are
   * refused. An `agent` that was given stays as it is.
   *
   * @returns Resolves when the last call has ended.
   */
  close(): Promise<void> {
    return this.#core.close();
  }

  /** The same as {@link SendingClient.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
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
   * Gives the header fields that the platform asks for. Entries for platforms other than browsers have it.
   */
  protected platformHeaders?(): Readonly<Record<string, string>>;
}
