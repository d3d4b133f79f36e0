import type { JobState } from '../runtime/job.js';
import { optionsProblem, type BackendCatalog, type BackendOptions } from './backend-options.js';
import { Changes } from './changes.js';
import { systemClock, type Clock } from './clock.js';
import type { Fault } from './fault.js';
import { FaultPlan, type Injection, type InjectOptions } from './fault-plan.js';
import type { Handler, OutcomePayload } from './handler.js';
import { Holds } from './holds.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { JobApi } from './job-api.js';
import type { JobEvent, JobProgress, JobQueue, QueuedJob } from './job-queue.js';
import { LoopbackServer } from './loopback-server.js';
import { MemoryQueue } from './memory-queue.js';
import type { ReceivedRequest } from './received-request.js';
import { Records, type StoredJob } from './records.js';
import { serveRequest, type ServiceParts } from './serve-request.js';
import { isLoopback, WebhookSender, type WebhookDelivery } from './webhook-sender.js';

/**
 * A worker backend to test against, on loopback. `Payloads` maps each message type to what a handler reads, `Outcomes` to
 * what it returns, where the catalog links an outcome.
 */
export class Backend<Payloads extends object, Outcomes extends object> implements AsyncDisposable {
  readonly #queue: JobQueue;
  readonly #records: Records;
  readonly #plan: FaultPlan;
  readonly #holds: Holds;
  readonly #webhooks: WebhookSender | undefined;
  readonly #server: LoopbackServer;
  readonly #messageTypes: ReadonlySet<string> | undefined;
  readonly #changes = new Changes();
  readonly #keys = new IdempotencyKeys();
  readonly #shownStates = new Map<string, JobState>();
  #isClosed = false;

  /**
   * @param options - How it behaves.
   * @param catalog - What it knows of the messages.
   * @throws RangeError if an option makes no sense.
   */
  constructor(options: BackendOptions, catalog: BackendCatalog) {
    const problem = optionsProblem(options, catalog);
    if (problem !== undefined) throw new RangeError(problem);
    const { clock = systemClock, queue = new MemoryQueue(clock), validate = catalog.validate } = options;
    const { webhookSecret: secret, signWebhook: sign = catalog.signWebhook, allowWebhook = isLoopback } = options;
    const { messageTypes, outcomes = {} } = catalog;
    this.#messageTypes = messageTypes === undefined ? undefined : new Set(Object.values(messageTypes));
    this.#queue = queue;
    this.#records = new Records(options.recordLimit ?? Infinity);
    this.#plan = new FaultPlan(options.faults);
    this.#holds = new Holds(clock, () => this.#changes.notify());
    if (secret !== undefined && sign !== undefined) {
      this.#webhooks = new WebhookSender({ secret, sign, outcomes, isAllowed: allowWebhook });
    }
    const api = new JobApi({
      queue,
      apiKey: options.apiKey,
      messageTypes: this.#messageTypes,
      validate: validate === false || validate === undefined ? () => [] : validate,
      jobOptions: options.jobOptions ?? (() => ({})),
      keys: options.honourIdempotencyKeys === false ? undefined : this.#keys,
      shownStates: this.#shownStates,
      onStored: (job, request) => this.#records.addStored(job, request),
    });
    this.#server = this.#createServer(clock, options.maxBodyBytes ?? 1_048_576, api);
    queue.subscribe((event) => this.#follow(event));
  }

  /** Base URL, such as `http://127.0.0.1:40123`; the same for the backend's whole life. */
  get url(): string {
    return this.#server.url;
  }

  /** The requests that were received, in the order in which they were complete. */
  get received(): readonly ReceivedRequest[] {
    return this.#records.received;
  }

  /** The jobs that requests made, oldest first, removed ones too. */
  get stored(): readonly StoredJob[] {
    return this.#records.stored;
  }

  /** The webhooks that jobs asked for, and what became of them, in the order of their end. */
  get deliveries(): readonly WebhookDelivery[] {
    return this.#records.deliveries;
  }

  /** How many requests a stall, delay or trickle holds at the moment. */
  get held(): number {
    return this.#holds.count;
  }

  /**
   * The jobs that requests with an idempotency key made: one, unless a job was doubled or lost.
   *
   * @param idempotencyKey - The key.
   */
  storedWithKey(idempotencyKey: string): readonly StoredJob[] {
    return this.stored.filter((job) => job.idempotencyKey === idempotencyKey);
  }

  /** Finds a job; `undefined` if it never was, or has been removed. */
  job(jobId: string): Promise<QueuedJob | undefined> {
    return this.#queue.get(jobId);
  }

  /** Lists the jobs that are kept, oldest first. */
  jobs(): Promise<readonly QueuedJob[]> {
    return this.#queue.list();
  }

  /**
   * Has the jobs of a message carried out, those that wait already too. Without a handler they wait until the test moves
   * them. A second handler of a message takes the place of the first.
   *
   * @param messageType - Type of the message.
   * @param handler - The payload in, the outcome out.
   * @throws RangeError if there is no such message type.
   */
  handle<Type extends keyof Payloads & string>(
    messageType: Type,
    handler: Handler<Payloads[Type], OutcomePayload<Outcomes, Type>>,
  ): void {
    if (this.#messageTypes?.has(messageType) === false) {
      throw new RangeError(`There is no message type ${JSON.stringify(messageType)} to handle.`);
    }
    this.#queue.work(messageType, async (job, context) => {
      const { jobId, name, queue, attemptsMade, timestamp } = job;
      return handler(job.data as Payloads[Type], { jobId, name, queue, attemptsMade, timestamp, ...context });
    });
  }

  /**
   * Ends a job well, from any state but an end. Name the message type for a typed outcome.
   *
   * @param jobId - Id of the job.
   * @param returnvalue - What the worker returns. Default: nothing, which reads as `null`.
   */
  complete<Type extends keyof Payloads & string = never>(
    jobId: string,
    returnvalue?: [Type] extends [never] ? unknown : OutcomePayload<Outcomes, Type>,
  ): Promise<void> {
    return this.#queue.complete(jobId, returnvalue);
  }

  /**
   * Ends an attempt badly: the job waits again where attempts are left, else it has failed.
   *
   * @param jobId - Id of the job.
   * @param reason - Why, as the status tells it.
   * @param options - `isFinal`: it has failed, whatever attempts are left.
   */
  fail(jobId: string, reason: string, options?: { readonly isFinal?: boolean | undefined }): Promise<void> {
    return this.#queue.fail(jobId, reason, options);
  }

  /** Reports how far a job has come: a number, by convention a percentage, or an object. */
  updateProgress(jobId: string, progress: JobProgress): Promise<void> {
    return this.#queue.updateProgress(jobId, progress);
  }

  /**
   * Has status calls tell another state than the queue's, until the job ends: `paused`, `waiting-children`, `unknown`, or
   * one that no backend knows yet. The job itself stays as it is.
   *
   * @param jobId - Id of the job.
   * @param state - The state; `undefined` for the queue's own.
   * @throws Error if there is no such job.
   */
  async setState(jobId: string, state: JobState | undefined): Promise<void> {
    if ((await this.#queue.get(jobId)) === undefined) throw noSuchJob(jobId);
    if (state === undefined) this.#shownStates.delete(jobId);
    else this.#shownStates.set(jobId, state);
    this.#changes.notify();
  }

  /** Removes a job in any state: its status is 404 from now on. */
  remove(jobId: string): Promise<void> {
    return this.#queue.remove(jobId);
  }

  /**
   * Resolves when a job has completed or failed for good, with the job as it was then. Removed jobs are remembered.
   *
   * @throws Error if there is no such job, or it is removed before it ends.
   */
  async finished(jobId: string): Promise<QueuedJob> {
    let job: QueuedJob | undefined;
    await this.until(async () => {
      const kept = await this.#queue.get(jobId);
      job =
        this.#records.finished.get(jobId) ??
        (kept?.state === 'completed' || kept?.state === 'failed' ? kept : undefined);
      if (kept === undefined && job === undefined) throw noSuchJob(jobId);
      return job !== undefined;
    });
    return job ?? Promise.reject(noSuchJob(jobId));
  }

  /**
   * Resolves as soon as a condition holds. It is looked at now, and whenever the backend receives, stores, moves, holds or
   * delivers something: `await backend.until(() => backend.received.length === 3)`. End a wait that fails with the test's
   * own timeout.
   *
   * @throws Error if the backend is closed before; whatever the condition throws.
   */
  until(condition: () => boolean | Promise<boolean>): Promise<void> {
    return this.#changes.until(condition);
  }

  /**
   * Makes the answers to the next requests go wrong. Faults strike in the order in which they were injected.
   *
   * @param fault - How.
   * @param options - Which requests. Default: the next one.
   * @throws RangeError if the fault makes no sense.
   */
  inject(fault: Fault, options: InjectOptions = {}): Injection {
    return this.#plan.inject(fault, options);
  }

  /** Lets all requests go on that a stall, delay or trickle holds. */
  release(): void {
    this.#holds.release();
  }

  /** Forgets what was recorded, injected and remembered of idempotency keys; the jobs stay. */
  clear(): void {
    this.#records.clear();
    this.#plan.clear();
    this.#keys.clear();
  }

  /** Stops listening, as a killed process does: connections end, new ones are refused. Jobs, handlers and keys stay. */
  async stop(): Promise<void> {
    this.#holds.drop();
    await this.#server.stop();
  }

  /**
   * Listens again, on the same port.
   *
   * @throws Error if it listens already, has been closed, or cannot have the port.
   */
  async restart(): Promise<void> {
    if (this.#isClosed) throw new Error('The backend has been closed: start another one.');
    if (this.#server.isListening) throw new Error('The backend is listening: stop() it before restart().');
    await this.#server.start();
  }

  /** Ends everything: connections, timers, handlers, webhooks. It may be called twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.stop();
    await Promise.all([this.#queue.close(), this.#webhooks?.close()]);
    this.#changes.close();
  }

  /** The same as {@link Backend.close}. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #createServer(clock: Clock, maxBodyBytes: number, api: JobApi): LoopbackServer {
    const parts: ServiceParts = {
      clock,
      maxBodyBytes,
      holds: this.#holds,
      onReceived: (request) => {
        this.#records.addReceived(request);
        this.#changes.notify();
      },
      chooseFault: (request) => this.#plan.take(request),
      answer: (request) => api.answer(request),
    };
    let requests = 0;
    return new LoopbackServer((request, response, connection) => {
      const start = { number: ++requests, time: clock.now(), connection };
      void serveRequest(request, response, start, parts).then(() => this.#changes.notify());
    });
  }

  #follow({ kind, job }: JobEvent): void {
    if (kind === 'completed' || kind === 'failed') {
      this.#shownStates.delete(job.jobId);
      this.#records.addFinished(job);
    }
    if (kind === 'removed') this.#shownStates.delete(job.jobId);
    if (kind === 'completed') void this.#deliver(job);
    this.#changes.notify();
  }

  async #deliver(job: QueuedJob): Promise<void> {
    const delivery = await this.#webhooks?.send(job);
    if (delivery === undefined) return;
    this.#records.addDelivery(delivery);
    this.#changes.notify();
  }
}

function noSuchJob(jobId: string): Error {
  return new Error(`There is no job ${JSON.stringify(jobId)}, or it has been removed.`);
}
