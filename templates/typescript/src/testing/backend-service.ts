import type { JobState } from '../runtime/job.js';
import { optionsProblem, type BackendCatalog, type BackendOptions } from './backend-options.js';
import { Changes } from './changes.js';
import { systemClock } from '../runtime/time/clock.js';
import { FaultPlan } from './fault-plan.js';
import { Holds } from './holds.js';
import { IdempotencyKeys } from './idempotency-keys.js';
import { JobApi } from './job-api.js';
import type { JobEvent, JobQueue, QueuedJob } from './job-queue.js';
import { LoopbackServer } from './loopback-server.js';
import { MemoryQueue } from './memory-queue.js';
import { Records } from './records.js';
import { serveRequest, type ServiceParts } from './serve-request.js';
import { isLoopback, WebhookSender } from './webhook-sender.js';

/** The parts of a backend, put together: what goes on by itself, whatever the test does. */
export class BackendService {
  readonly queue: JobQueue;
  readonly records: Records;
  readonly plan: FaultPlan;
  readonly holds: Holds;
  readonly server: LoopbackServer;
  readonly changes = new Changes();
  readonly keys = new IdempotencyKeys();
  /** States that are told in place of the queue's, by job id. */
  readonly shownStates = new Map<string, JobState>();
  /** `undefined` where any is taken. */
  readonly messageTypes: ReadonlySet<string> | undefined;
  readonly #webhooks: WebhookSender | undefined;

  /**
   * @param options - How the backend behaves.
   * @param catalog - What it knows of the messages.
   * @throws RangeError if an option makes no sense.
   */
  constructor(options: BackendOptions, catalog: BackendCatalog) {
    const problem = optionsProblem(options, catalog);
    if (problem !== undefined) throw new RangeError(problem);
    const { clock = systemClock, queue = new MemoryQueue(clock), recordLimit = Infinity, faults } = options;
    const { messageTypes } = catalog;
    this.messageTypes = messageTypes === undefined ? undefined : new Set(Object.values(messageTypes));
    this.queue = queue;
    this.records = new Records(recordLimit);
    this.plan = new FaultPlan(faults);
    this.holds = new Holds(clock, () => this.changes.notify());
    this.#webhooks = createWebhookSender(options, catalog);
    this.server = this.#createServer(options, catalog);
    queue.subscribe((event) => this.#follow(event));
  }

  /** Stops listening, and ends the requests that are held. */
  async stop(): Promise<void> {
    this.holds.drop();
    await this.server.stop();
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.stop();
    await Promise.all([this.queue.close(), this.#webhooks?.close()]);
    this.changes.close();
  }

  #createServer(options: BackendOptions, catalog: BackendCatalog): LoopbackServer {
    const { clock = systemClock, maxBodyBytes = 1_048_576 } = options;
    const api = this.#createApi(options, catalog);
    const parts: ServiceParts = {
      clock,
      maxBodyBytes,
      holds: this.holds,
      onReceived: (request) => {
        this.records.addReceived(request);
        this.changes.notify();
      },
      chooseFault: (request) => this.plan.take(request),
      answer: (request) => api.answer(request),
    };
    let requests = 0;
    return new LoopbackServer((request, response, connection) => {
      const start = { number: ++requests, time: Math.floor(clock.now()), connection };
      void serveRequest(request, response, start, parts).then(() => this.changes.notify());
    });
  }

  #createApi(options: BackendOptions, catalog: BackendCatalog): JobApi {
    const { apiKey, validate = catalog.validate, jobOptions = () => ({}), honorsIdempotencyKey = true } = options;
    const { features = honorsIdempotencyKey ? ['idempotency'] : [] } = options;
    return new JobApi({
      queue: this.queue,
      apiKey,
      messageTypes: this.messageTypes,
      validate: validate === false || validate === undefined ? () => [] : validate,
      jobOptions,
      keys: honorsIdempotencyKey ? this.keys : undefined,
      features,
      shownStates: this.shownStates,
      onStored: (job, request) => this.records.addStored(job, request),
    });
  }

  #follow({ kind, job }: JobEvent): void {
    const hasEnded = kind === 'completed' || kind === 'failed';
    if (hasEnded) this.records.addFinished(job);
    if (hasEnded || kind === 'removed') this.shownStates.delete(job.jobId);
    if (kind === 'completed') void this.#deliver(job);
    this.changes.notify();
  }

  async #deliver(job: QueuedJob): Promise<void> {
    const delivery = await this.#webhooks?.send(job);
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
