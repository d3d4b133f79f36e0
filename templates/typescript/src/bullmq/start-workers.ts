import type { Worker } from 'bullmq';
import { reasonOf } from '../runtime/delivery/reason.js';
import { ConfigurationError } from '../runtime/errors/configuration-error.js';
import { ConnectionError } from '../runtime/errors/connection-error.js';
import { countProblem } from '../runtime/limits.js';
import type { AttemptRules } from '../worker/attempt.js';
import { CancellationReader } from './cancellations.js';
import { closeWithin, farewell } from './close-within.js';
import { EndReports } from './end-reports.js';
import { MessageWorker } from './message-worker.js';
import { Queues } from './queues.js';
import { startWebhookWorker, webhookQueue } from './webhooks.js';
import { checkOptions, type AnyWorkerOptions } from './worker-options.js';

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

  private constructor({ handlers, webhooks, ...options }: AnyWorkerOptions, rules: AttemptRules, lockDuration: number) {
    const { concurrency = 1, limiter, perMessage = {}, outcomeMessages = true } = options;
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
   * @throws {@link ConfigurationError} if a message is not in the catalog, or an option cannot be used;
   * {@link ConnectionError} if Redis cannot be reached.
   */
  static async start(options: AnyWorkerOptions, rules: AttemptRules): Promise<Workers> {
    checkOptions(options, rules);
    const { webhooks, lockDuration = 30_000 } = options;
    const workers = new Workers(options, rules, lockDuration);
    await workers.#connect();
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
   * to other workers, at once. Where Redis does not answer meanwhile, it gives up 4 s after the grace, and `onError` is called:
   * what ran here is begun by others once its locks expire. It may be called twice.
   *
   * @throws {@link ConfigurationError} if `grace` is no number of milliseconds; it runs on then.
   */
  async close({ grace = 10_000 }: CloseOptions = {}): Promise<void> {
    const problem = countProblem('grace', grace, 0);
    if (problem !== undefined) throw new ConfigurationError(problem);
    this.#closing ??= this.#close(grace);
    return this.#closing;
  }

  /** Closes with the default grace. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Once it is reached, a lost connection is opened again for as long as it takes; before, it may be the wrong address. */
  async #connect(): Promise<void> {
    try {
      await this.#queues.ready();
    } catch (error) {
      await this.#queues.close();
      throw new ConnectionError(`Redis cannot be reached: ${reasonOf(error)}`, { cause: error });
    }
  }

  #close(grace: number): Promise<void> {
    clearInterval(this.#sweeping);
    const queues = this.#queues;
    return closeWithin(grace + stopTime + farewell, {
      close: () => this.#closeAll(grace),
      abandon: () => queues.abandon(),
      onError: queues.onError,
    });
  }

  async #closeAll(grace: number): Promise<void> {
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
