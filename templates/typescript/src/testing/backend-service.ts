import { AsyncLocalStorage } from 'node:async_hooks';
import { allFeatures, type ApiParts } from '../backend/api-parts.js';
import { answerRequest } from '../backend/job-api.js';
import type { StoredJob } from '../backend/job-store.js';
import { MemoryStore } from '../backend/memory-store.js';
import type { JobEvent } from '../backend/processor.js';
import { systemClock } from '../runtime/time/clock.js';
import type { Validate } from '../runtime/validation.js';
import { runAttempt, type OutgoingMessage } from '../worker/attempt.js';
import { derivedJobId } from '../worker/derived-id.js';
import type { AnyHandlers } from '../worker/handler.js';
import { optionsProblem, type BackendCatalog, type BackendOptions } from './backend-options.js';
import { Changes } from './changes.js';
import { FaultPlan } from './fault-plan.js';
import { Holds } from './holds.js';
import { LoopbackServer } from './loopback-server.js';
import type { ReceivedRequest } from './received-request.js';
import { Records } from './records.js';
import { serveRequest, type ServiceParts } from './serve-request.js';
import { isLoopback, WebhookSender } from './webhook-sender.js';

/** The longest body, in bytes, unless the options say otherwise. */
const longestBody = 1_048_576;

/** The parts of a backend, put together: what goes on by itself, whatever the test does. */
export class BackendService {
  readonly store: MemoryStore;
  readonly records: Records;
  readonly plan: FaultPlan;
  readonly holds: Holds;
  readonly server: LoopbackServer;
  readonly changes = new Changes();
  /** `undefined` where any is taken. */
  readonly messageTypes: ReadonlySet<string> | undefined;
  readonly #validate: Validate;
  /** Message types of outcomes, by message type. */
  readonly #outcomes: Readonly<Record<string, string>>;
  readonly #webhooks: WebhookSender | undefined;
  /** The request that is being carried out. */
  readonly #request = new AsyncLocalStorage<ReceivedRequest>();
  readonly #closing = new AbortController();

  /**
   * @param options - How the backend behaves.
   * @param catalog - What it knows of the messages.
   * @throws RangeError if an option makes no sense.
   */
  constructor(options: BackendOptions, catalog: BackendCatalog) {
    const problem = optionsProblem(options, catalog);
    if (problem !== undefined) throw new RangeError(problem);
    const { clock = systemClock, recordLimit = Infinity, faults } = options;
    const { messageTypes, policies } = catalog;
    this.messageTypes = messageTypes === undefined ? undefined : new Set(Object.values(messageTypes));
    this.store = options.store ?? new MemoryStore({ clock, policies });
    this.records = new Records(recordLimit);
    this.plan = new FaultPlan(faults);
    this.holds = new Holds(clock, () => this.changes.notify());
    this.#outcomes = catalog.outcomes ?? {};
    this.#validate = options.validate === false ? () => [] : (options.validate ?? catalog.validate ?? (() => []));
    this.#webhooks = createWebhookSender(options, catalog);
    this.server = this.#createServer(options, catalog);
    this.store.subscribe((event) => this.#follow(event));
  }

  /** Stops listening, and ends the requests that are held. */
  async stop(): Promise<void> {
    this.holds.drop();
    await this.server.stop();
  }

  /** Ends everything. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.stop();
    await Promise.all([this.store.close(), this.#webhooks?.close()]);
    this.changes.close();
  }

  /**
   * Has the jobs of a message carried out by a handler, as workers do it.
   *
   * @param handlers - The handler, by the message type.
   */
  work(messageType: string, handlers: AnyHandlers): void {
    const rules = { policies: this.store.policies, validate: this.#validate };
    this.store.work(messageType, (job, { signal, updateProgress: progress }) =>
      // Apart from the request that made the job: what a handler sends is no doing of that.
      this.#request.exit(async () => {
        const { jobId, data: payload, attemptsMade } = job;
        const log = async (line: string): Promise<void> => this.records.addLog({ jobId, line });
        const send = async (message: OutgoingMessage): Promise<void> => {
          await this.store.add(message.messageType, message.payload, { jobId: message.jobId });
        };
        const context = { jobId, messageType, payload, attempt: attemptsMade + 1, signal, progress, log, send };
        const end = await runAttempt(rules, handlers, context);
        if (end.end === 'completed') return { returnvalue: end.outcome };
        // An attempt is interrupted by closing, and what it comes to is dropped then.
        return end.end === 'failed' ? end : { reason: 'interrupted' };
      }),
    );
  }

  #createServer(options: BackendOptions, catalog: BackendCatalog): LoopbackServer {
    const { clock = systemClock, maxBodyBytes = longestBody } = options;
    const api = this.#apiParts(options, catalog);
    const parts: ServiceParts = {
      clock,
      maxBodyBytes,
      holds: this.holds,
      onReceived: (request) => {
        this.records.addReceived(request);
        this.changes.notify();
      },
      chooseFault: (request) => this.plan.take(request),
      answer: (request, received) =>
        this.#request.run(received, () => answerRequest(api, request, this.#closing.signal)),
    };
    let requests = 0;
    return new LoopbackServer((request, response, connection) => {
      const start = { number: ++requests, time: Math.floor(clock.now()), connection };
      void serveRequest(request, response, start, parts).then(() => this.changes.notify());
    });
  }

  #apiParts(options: BackendOptions, catalog: BackendCatalog): ApiParts {
    const { apiKey, features = allFeatures, clock = systemClock } = options;
    const supported = new Set(features === false ? [] : features);
    const { honorsIdempotencyKey = supported.has('idempotency'), maxBodyBytes = longestBody } = options;
    if (honorsIdempotencyKey) supported.add('idempotency');
    else supported.delete('idempotency');
    return {
      store: this.store,
      apiKeys: apiKey === undefined ? undefined : [apiKey],
      messageTypes: this.messageTypes,
      catalog: catalog.version ?? '0.0.0',
      validate: this.#validate,
      features: supported,
      announced: features === false ? undefined : features,
      clock,
      maxBodyBytes,
    };
  }

  #follow({ kind, job }: JobEvent): void {
    const request = this.#request.getStore();
    if (kind === 'added' && request !== undefined) this.records.addStored(job, request);
    if (kind === 'completed' || kind === 'failed') this.records.addFinished(job);
    if (kind === 'completed' || kind === 'failed') this.#request.exit(() => void this.#report(job));
    this.changes.notify();
  }

  /** Sends the outcome of a job that has ended, as a message and as a webhook. */
  async #report(job: StoredJob): Promise<void> {
    const { jobId, name, state } = job;
    const outcome = state === 'completed' ? job.returnvalue : job.outcome;
    const type = Object.hasOwn(this.#outcomes, name) ? this.#outcomes[name] : undefined;
    if (outcome === null || outcome === undefined) return;
    if (type !== undefined) {
      const id = await derivedJobId(jobId, type, 'outcome');
      // The backend may have been closed meanwhile.
      await this.store.add(type, outcome, { jobId: id }).catch(() => undefined);
    }
    await this.#deliver(job, outcome);
  }

  async #deliver(job: StoredJob, outcome: unknown): Promise<void> {
    const delivery = await this.#webhooks?.send(job, outcome);
    if (delivery === undefined) return;
    this.records.addDelivery(delivery);
    this.changes.notify();
  }
}

function createWebhookSender(options: BackendOptions, catalog: BackendCatalog): WebhookSender | undefined {
  const {
    webhookSecret: secret,
    signWebhook: sign = catalog.signWebhook,
    allowWebhook: isAllowed = isLoopback,
  } = options;
  if (secret === undefined || sign === undefined) return undefined;
  return new WebhookSender({ secret, sign, outcomes: catalog.outcomes ?? {}, isAllowed });
}
