import type { RateLimiterOptions, Worker } from 'bullmq';
import { ConfigurationError } from '../runtime/errors/configuration-error.js';
import type { AttemptRules } from '../worker/attempt.js';
import type { AnyHandlers } from '../worker/handler.js';
import { readSecrets } from '../webhooks/secrets.js';
import { CancellationReader } from './cancellations.js';
import { EndReports } from './end-reports.js';
import { MessageWorker, type DeadLetter } from './message-worker.js';
import { Queues, type BullMqOptions } from './queues.js';
import { startWebhookWorker, webhookQueue, type WebhookOptions } from './webhooks.js';

/** How jobs are carried out by this process. */
export interface WorkerOptions extends BullMqOptions {
  /** How many jobs of each message run here at once. Default: 1. */
  readonly concurrency?: number | undefined;
  /** How many jobs of each message are begun in a time, by all workers together: `{ max, duration }` in milliseconds. Default: no limit. */
  readonly limiter?: RateLimiterOptions | undefined;
  /** What differs for single messages. */
  readonly perMessage?:
    | Readonly<Record<string, { readonly concurrency?: number; readonly limiter?: RateLimiterOptions }>>
    | undefined;
  /** Whether outcomes are sent as messages: `false` where nobody reads their queues. Default: `true`. */
  readonly outcomeMessages?: boolean | undefined;
  /** How outcomes are posted to the `webhookUrl` of payloads; `false` where another process does, or nobody wants it. */
  readonly webhooks?: WebhookOptions | false | undefined;
  /** Called when a job has failed for good, once its end is stored: to alert people. It is not called again if it fails. */
  readonly onDeadLetter?: ((job: DeadLetter) => unknown) | undefined;
  /**
   * Milliseconds after which a job whose worker died is begun by another, and after which what such a worker left to be sent
   * is sent. Default: 30,000.
   */
  readonly lockDuration?: number | undefined;
}

/** Options, with the handlers of any messages. */
export interface AnyWorkerOptions extends WorkerOptions {
  readonly handlers: AnyHandlers;
}

/** How workers end. */
export interface CloseOptions {
  /** Milliseconds in which running jobs may end, before their signals abort. Default: 10,000. */
  readonly grace?: number | undefined;
}

/** How many jobs there are of a message, by state. */
export type MessageCounts = Readonly<Record<string, number>>;

/** Milliseconds that a handler has to stop after its signal was aborted. */
const stopTime = 1000;

/** Workers that run. */
export class Workers implements AsyncDisposable {
  readonly #queues: Queues;
  readonly #cancellations: CancellationReader;
  readonly #workers = new Map<string, MessageWorker>();
  #webhooks: Worker | undefined;
  #sweeping: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  private constructor({ handlers, webhooks, ...options }: AnyWorkerOptions, rules: AttemptRules) {
    const { concurrency = 1, limiter, perMessage = {}, outcomeMessages = true, lockDuration = 30_000 } = options;
    const queues = new Queues(options, rules.policies, true);
    this.#queues = queues;
    this.#cancellations = new CancellationReader(queues, (jobId) => this.#stop(jobId));
    const reports = new EndReports({
      queues,
      policies: rules.policies,
      outcomeMessages,
      webhooks: webhooks === false ? undefined : webhooks,
    });
    for (const messageType of Object.keys(handlers)) {
      const single = Object.hasOwn(perMessage, messageType) ? perMessage[messageType] : undefined;
      const worker = new MessageWorker({
        messageType,
        queues,
        cancellations: this.#cancellations,
        rules,
        handlers,
        reports,
        concurrency: single?.concurrency ?? concurrency,
        limiter: single?.limiter ?? limiter,
        lockDuration,
        onDeadLetter: options.onDeadLetter,
      });
      this.#workers.set(messageType, worker);
    }
  }

  /**
   * Starts workers.
   *
   * @param options - What they carry out, and how.
   * @param rules - What the catalog says.
   * @throws {@link ConfigurationError} if a message is not in the catalog, or it is not said what becomes of webhooks.
   */
  static async start(options: AnyWorkerOptions, rules: AttemptRules): Promise<Workers> {
    checkOptions(options, rules);
    const workers = new Workers(options, rules);
    const { webhooks, lockDuration = 30_000 } = options;
    await workers.#cancellations.start();
    if (webhooks !== undefined && webhooks !== false) {
      workers.#webhooks = await startWebhookWorker(workers.#queues, lockDuration, webhooks);
    }
    await workers.#sweep();
    await Promise.all([...workers.#workers.values()].map((worker) => worker.start()));
    workers.#sweeping = setInterval(() => {
      workers.#sweep().catch(workers.#queues.onError);
    }, lockDuration);
    workers.#sweeping.unref();
    return workers;
  }

  /** How many jobs run in this process. */
  get running(): number {
    return [...this.#workers.values()].reduce((sum, { running }) => sum + running, 0);
  }

  /** Resolves when Redis answers, for a health check. Rejects where it does not. */
  ready(): Promise<void> {
    return this.#queues.ready();
  }

  /** How many jobs there are of each message that is handled here, by state; those of webhooks are under `worker.webhooks`. */
  async counts(): Promise<Record<string, MessageCounts>> {
    const names = [...this.#workers.keys(), ...(this.#webhooks === undefined ? [] : [webhookQueue])];
    const counts = await Promise.all(
      names.map(async (name) => [name, await (await this.#queues.queue(name)).getJobCounts()] as const),
    );
    return Object.fromEntries(counts);
  }

  /**
   * Takes no more jobs, lets running ones end, aborts their signals at the end of the grace, and leaves what has not ended
   * to other workers, at once. It may be called twice.
   */
  close({ grace = 10_000 }: CloseOptions = {}): Promise<void> {
    this.#closing ??= this.#close(grace);
    return this.#closing;
  }

  /** Closes with the default grace. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(grace: number): Promise<void> {
    clearInterval(this.#sweeping);
    const timers: NodeJS.Timeout[] = [];
    const after = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => {
        timers.push(setTimeout(resolve, milliseconds));
      });
    const [stopping, left] = [after(grace), after(grace + stopTime)];
    await Promise.all([...this.#workers.values()].map((worker) => worker.close(stopping, left)));
    for (const timer of timers) clearTimeout(timer);
    await this.#webhooks?.close();
    await this.#cancellations.close();
    await this.#queues.close();
  }

  async #sweep(): Promise<void> {
    for (const worker of this.#workers.values()) await worker.sweep();
  }

  #stop(jobId: string): boolean {
    for (const worker of this.#workers.values()) if (worker.stop(jobId, 'cancelled')) return true;
    return false;
  }
}

function checkOptions({ handlers, webhooks }: AnyWorkerOptions, { policies }: AttemptRules): void {
  const types = Object.keys(handlers);
  if (types.length === 0) throw new ConfigurationError('There is no handler: pass what defineHandlers returned.');
  const unknown = types.find((type) => !Object.hasOwn(policies, type));
  if (unknown !== undefined) {
    throw new ConfigurationError(`There is a handler of ${unknown}, which is no message of the catalog.`);
  }
  const posting = types.find((type) => policies[type]?.webhook === true);
  if (posting !== undefined && webhooks === undefined) {
    const text = `Callers of ${posting} may want a webhook: pass webhooks: { secret }, or webhooks: false to post none.`;
    throw new ConfigurationError(text);
  }
  if (webhooks !== undefined && webhooks !== false) readSecrets(webhooks.secret);
}
