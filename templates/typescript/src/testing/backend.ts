import { hasEnded, type StoredJob as KeptJob } from '../backend/job-store.js';
import type { Failure } from '../backend/processor.js';
import type { JobProgress, JobState } from '../runtime/job.js';
import type { HandlerOf } from '../worker/handler.js';
import type { BackendCatalog, BackendOptions } from './backend-options.js';
import { BackendService } from './backend-service.js';
import type { Fault } from './fault.js';
import type { Injection, InjectOptions } from './fault-plan.js';
import type { EmittedPayloads, OutcomePayload } from './handler.js';
import type { ReceivedRequest } from './received-request.js';
import type { LogLine, StoredJob } from './records.js';
import type { WebhookDelivery } from './webhook-sender.js';

/**
 * A worker backend to test against, on loopback: what a test sees of it, and does to it. `Payloads` maps each message type
 * to what a handler reads, `Outcomes` to what it returns, where the catalog links an outcome, `Emits` to what it may send.
 */
export class Backend<
  Payloads extends object,
  Outcomes extends object,
  Emits extends object = Record<never, never>,
> implements AsyncDisposable {
  readonly #service: BackendService;
  #isClosed = false;

  /**
   * @param options - How it behaves.
   * @param catalog - What it knows of the messages.
   * @throws RangeError if an option makes no sense.
   */
  constructor(options: BackendOptions, catalog: BackendCatalog) {
    this.#service = new BackendService(options, catalog);
  }

  /** Base URL, such as `http://127.0.0.1:40123`; the same for the backend's whole life. */
  get url(): string {
    return this.#service.server.url;
  }

  /** The requests that were received, in the order in which they were complete. */
  get received(): readonly ReceivedRequest[] {
    return this.#service.records.received;
  }

  /** The jobs that requests made, oldest first, removed ones too. */
  get stored(): readonly StoredJob[] {
    return this.#service.records.stored;
  }

  /** The tries to deliver the webhooks that jobs asked for, and what became of them, in the order of their end. */
  get deliveries(): readonly WebhookDelivery[] {
    return this.#service.records.deliveries;
  }

  /** The lines that handlers logged. */
  get logs(): readonly LogLine[] {
    return this.#service.records.logs;
  }

  /** How many requests a stall, delay or trickle holds at the moment. */
  get held(): number {
    return this.#service.holds.count;
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
  job(jobId: string): Promise<KeptJob | undefined> {
    return this.#service.store.get(jobId);
  }

  /** Lists the jobs that are kept, oldest first. */
  jobs(): Promise<readonly KeptJob[]> {
    return this.#service.store.list();
  }

  /**
   * Has the jobs of a message carried out as workers do it, those that wait already too: attempts, checks, `onFailed`, the
   * outcome as a message of its own. Without a handler they wait until the test moves them. A second handler of a message takes
   * the place of the first.
   *
   * @param messageType - Type of the message.
   * @param handler - As for `startWorkers`: the payload in, the outcome out.
   * @throws RangeError if there is no such message type.
   */
  handle<Type extends keyof Payloads & string>(
    messageType: Type,
    handler: HandlerOf<Payloads[Type], OutcomePayload<Outcomes, Type>, EmittedPayloads<Emits, Type>>,
  ): void {
    if (this.#service.api.messageTypes?.has(messageType) === false) {
      throw new RangeError(`There is no message type ${JSON.stringify(messageType)} to handle.`);
    }
    this.#service.work(messageType, { [messageType]: handler });
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
    return this.#service.store.complete(jobId, returnvalue);
  }

  /**
   * Ends an attempt badly: the job waits again where attempts are left, else it has failed.
   *
   * @param jobId - Id of the job.
   * @param reason - Why, as the status says it.
   * @param options - `isFinal`: it has failed, whatever attempts are left; `outcome`: what the worker reports of it then.
   */
  fail(jobId: string, reason: string, options?: Failure): Promise<void> {
    return this.#service.store.fail(jobId, reason, options);
  }

  /** Reports how far a job has come: a number, by convention a percentage, or an object. */
  updateProgress(jobId: string, progress: JobProgress): Promise<void> {
    return this.#service.store.updateProgress(jobId, progress);
  }

  /**
   * Has status calls answer another state than the queue's, until the job ends: `paused`, `waiting-children`, `unknown`, or
   * one that no backend knows yet. The job itself stays as it is.
   *
   * @param jobId - Id of the job.
   * @param state - The state; `undefined` for the queue's own.
   * @throws Error if there is no such job.
   */
  async setState(jobId: string, state: JobState | undefined): Promise<void> {
    await this.#service.store.setState(jobId, state);
    this.#service.changes.notify();
  }

  /** Removes a job in any state: its status is 404 from now on. */
  remove(jobId: string): Promise<void> {
    return this.#service.store.remove(jobId);
  }

  /**
   * Resolves when a job has completed or failed for good, with the job as it was then. Removed jobs are remembered.
   *
   * @throws Error if there is no such job, or it is removed before it ends.
   */
  async finished(jobId: string): Promise<KeptJob> {
    let job: KeptJob | undefined;
    await this.until(async () => {
      const kept = await this.#service.store.get(jobId);
      job = this.#service.records.finished.get(jobId) ?? (kept && hasEnded(kept) ? kept : undefined);
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
    return this.#service.changes.until(condition);
  }

  /**
   * Makes the answers to the next requests go wrong. Faults strike in the order in which they were injected.
   *
   * @param fault - How.
   * @param options - Which requests. Default: the next one.
   * @throws RangeError if the fault makes no sense.
   */
  inject(fault: Fault, options: InjectOptions = {}): Injection {
    return this.#service.plan.inject(fault, options);
  }

  /** Lets all requests go on that a stall, delay or trickle holds. */
  release(): void {
    this.#service.holds.release();
  }

  /** Forgets what was recorded and injected; the jobs stay. */
  clear(): void {
    this.#service.records.clear();
    this.#service.plan.clear();
  }

  /** Stops listening, as a killed process does: connections end, new ones are refused. Jobs and handlers stay. */
  async stop(): Promise<void> {
    await this.#service.stop();
  }

  /**
   * Listens again, on the same port.
   *
   * @throws Error if it listens already, has been closed, or cannot have the port.
   */
  async restart(): Promise<void> {
    if (this.#isClosed) throw new Error('The backend has been closed: start another one.');
    if (this.#service.server.isListening) throw new Error('The backend is listening: stop() it before restart().');
    await this.#service.server.start();
  }

  /** Ends everything: connections, timers, handlers, webhooks. It may be called twice. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#service.close();
  }

  /** The same as {@link Backend.close}. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function noSuchJob(jobId: string): Error {
  return new Error(`There is no job ${JSON.stringify(jobId)}, or it has been removed.`);
}
