import { AsyncLocalStorage } from 'node:async_hooks';
import { allFeatures, type ApiParts } from '../backend/api-parts.js';
import { apiPartsOf } from '../backend/create-backend.js';
import { answerRequest } from '../backend/job-api.js';
import type { StoredJob } from '../backend/job-store.js';
import { MemoryStore } from '../backend/memory-store.js';
import type { JobEvent } from '../backend/processor.js';
import type { Clock } from '../runtime/time/clock.js';
import { defaultSchedule } from '../webhooks/post-webhook.js';
import { runAttempt, type OutgoingMessage } from '../worker/attempt.js';
import { derivedJobId } from '../worker/derived-id.js';
import type { AnyHandlers } from '../worker/handler.js';
import { JobStop } from '../worker/job-stop.js';
import { optionsProblem, type BackendCatalog, type BackendOptions } from './backend-options.js';
import { Changes } from './changes.js';
import { FaultPlan } from './fault-plan.js';
import { Holds } from './holds.js';
import { LoopbackServer } from './loopback-server.js';
import type { ReceivedRequest } from './received-request.js';
import { Records } from './records.js';
import { serveRequest, type ServiceParts } from './serve-request.js';
import { isLoopback, WebhookSender, type WebhookDelivery } from './webhook-sender.js';

/**
 * The request that is being carried out, and by which backend. All share one storage: each that is in use makes whatever the
 * process awaits slower, and stays in use after its backend is closed.
 */
const underWay = new AsyncLocalStorage<{ readonly service: BackendService; readonly received: ReceivedRequest }>();

/** The parts of a backend, put together: what goes on by itself, whatever the test does. */
export class BackendService {
  readonly store: MemoryStore;
  readonly records: Records;
  readonly plan: FaultPlan;
  readonly holds: Holds;
  readonly server: LoopbackServer;
  readonly changes = new Changes();
  /** What the interface is made of. */
  readonly api: ApiParts;
  /** Message types of outcomes, by message type. */
  readonly #outcomes: Readonly<Record<string, string | undefined>>;
  readonly #webhooks: WebhookSender | undefined;
  readonly #closing = new AbortController();

  /**
   * @param options - How the backend behaves.
   * @param catalog - What it knows of the messages.
   * @throws RangeError if an option makes no sense.
   */
  constructor(options: BackendOptions, catalog: BackendCatalog) {
    const problem = optionsProblem(options, catalog);
    if (problem !== undefined) throw new RangeError(problem);
    const { clock, recordLimit = Infinity, faults } = options;
    this.store = options.store ?? new MemoryStore({ clock, policies: catalog.policies });
    this.api = createApiParts({ ...options, store: this.store }, catalog);
    this.records = new Records(recordLimit);
    this.plan = new FaultPlan(faults);
    this.holds = new Holds(this.api.clock, () => this.changes.notify());
    this.#outcomes = catalog.outcomes ?? {};
    this.#webhooks = createWebhookSender(options, catalog, this.api.clock, (delivery) => {
      this.records.addDelivery(delivery);
      this.changes.notify();
    });
    this.server = this.#createServer();
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
    const rules = { policies: this.store.policies, validate: this.api.validate };
    this.store.work(messageType, (job, { signal, updateProgress: progress }) =>
      // Outside of the request that made the job, which would count what a handler sends as its own.
      underWay.exit(async () => {
        const { jobId, data: payload, attemptsMade } = job;
        const log = async (line: string): Promise<void> => this.records.addLog({ jobId, line });
        const send = async (message: OutgoingMessage): Promise<void> => {
          await this.store.add(message.messageType, message.payload, { jobId: message.jobId });
        };
        const end = await runAttempt(rules, handlers, {
          jobId,
          messageType,
          payload,
          attempt: attemptsMade + 1,
          signal,
          get stopReason() {
            return JobStop.of(signal);
          },
          progress,
          log,
          send,
        });
        if (end.end === 'completed') return { returnvalue: end.outcome };
        // An attempt is interrupted by closing, and its result is dropped then.
        return end.end === 'failed' ? end : { reason: 'interrupted' };
      }),
    );
  }

  #createServer(): LoopbackServer {
    const { api } = this;
    const { clock, maxBodyBytes } = api;
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
        underWay.run({ service: this, received }, () => answerRequest(api, request, this.#closing.signal)),
    };
    let requests = 0;
    return new LoopbackServer((request, response, connection) => {
      const start = { number: ++requests, time: Math.floor(clock.now()), connection };
      void serveRequest(request, response, start, parts).then(() => this.changes.notify());
    });
  }

  #follow({ kind, job }: JobEvent): void {
    const request = underWay.getStore();
    if (kind === 'added' && request?.service === this) this.records.addStored(job, request.received);
    if (kind === 'completed' || kind === 'failed') this.records.addFinished(job);
    if (kind === 'completed' || kind === 'failed') underWay.exit(() => void this.#report(job));
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
    this.#webhooks?.send(job, outcome);
  }
}

function createApiParts(options: BackendOptions & { readonly store: MemoryStore }, catalog: BackendCatalog): ApiParts {
  const { features: announced = allFeatures } = options;
  const features = new Set(announced || []);
  if (options.honorsIdempotencyKey === true) features.add('idempotency');
  if (options.honorsIdempotencyKey === false) features.delete('idempotency');
  return { ...apiPartsOf(options, { version: '0.0.0', ...catalog }), features, announced: announced || undefined };
}

function createWebhookSender(
  options: BackendOptions,
  catalog: BackendCatalog,
  clock: Clock,
  onDelivery: (delivery: WebhookDelivery) => void,
): WebhookSender | undefined {
  const {
    webhookSecret: secret,
    webhookSchedule: schedule = defaultSchedule,
    signWebhook: sign = catalog.signWebhook,
    allowWebhook: isAllowed = isLoopback,
  } = options;
  if (secret === undefined || sign === undefined) return undefined;
  return new WebhookSender({ secret, sign, outcomes: catalog.outcomes ?? {}, isAllowed, schedule, clock, onDelivery });
}
