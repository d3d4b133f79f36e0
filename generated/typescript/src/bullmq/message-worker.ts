import { UnrecoverableError, WaitingError, Worker, type Job, type RateLimiterOptions } from 'bullmq';
import { runAttempt, type AttemptEnd, type AttemptRules } from '../worker/attempt.js';
import type { AnyHandlers } from '../worker/handler.js';
import { StopRequest, type StopReason } from '../worker/job-stop.js';
import { keptOutcome, outcomeField } from './bull-mq-store.js';
import type { CancellationReader } from './cancellations.js';
import type { EndReports } from './end-reports.js';
import { Outbox, type Sending } from './outbox.js';
import type { Queues } from './queues.js';

/** A job that has failed for good. */
export interface DeadLetter {
  readonly jobId: string;
  readonly messageType: string;
  readonly payload: unknown;
  /** Why, as callers see it. */
  readonly reason: string;
  /** How many attempts were made. */
  readonly attempts: number;
  /** What `onFailed` gave, where it did. */
  readonly outcome?: unknown;
}

/** How the jobs of one message are carried out. */
export interface MessageWorkerOptions {
  readonly messageType: string;
  readonly queues: Queues;
  readonly cancellations: CancellationReader;
  readonly rules: AttemptRules;
  readonly handlers: AnyHandlers;
  readonly reports: EndReports;
  readonly concurrency: number;
  readonly limiter: RateLimiterOptions | undefined;
  readonly lockDuration: number;
  readonly onDeadLetter: ((job: DeadLetter) => unknown) | undefined;
}

/** A job that runs here. */
interface Running {
  readonly request: StopRequest;
  /** Gives up on a handler that does not stop. */
  readonly leave: () => void;
}

/** Carries out the jobs of one message. */
export class MessageWorker {
  readonly #options: MessageWorkerOptions;
  readonly #outbox: Outbox;
  readonly #running = new Map<string, Running>();
  /** What onFailed gave for jobs that failed for good. */
  readonly #failures = new WeakMap<Job, unknown>();
  readonly #followUps = new Set<Promise<unknown>>();
  #worker: Worker | undefined;

  /** @param options - What it carries out, and how. */
  constructor(options: MessageWorkerOptions) {
    this.#options = options;
    this.#outbox = new Outbox(options.queues, options.messageType);
  }

  /** How many jobs run here. */
  get running(): number {
    return this.#running.size;
  }

  /** Begins to take jobs. */
  async start(): Promise<void> {
    const { messageType, queues, concurrency, limiter, lockDuration, rules } = this.#options;
    const worker = new Worker(messageType, (job: Job, token = '') => this.#process(job, token), {
      ...(await queues.queueOptions()),
      ...queues.keptOptions(),
      concurrency,
      lockDuration,
      stalledInterval: lockDuration,
      // A worker that dies takes no attempt from the job, but a job that kills its workers is not begun for ever.
      maxStalledCount: Math.max(1, (rules.policies[messageType]?.retry?.attempts ?? 1) - 1),
      ...(limiter === undefined ? {} : { limiter }),
    });
    worker.on('error', queues.onError);
    worker.on('completed', (job, outcome: unknown) => this.#report(job, outcome));
    worker.on('failed', (job, error) => {
      // Set where it has failed for good alone.
      if (job?.finishedOn !== undefined) this.#hasFailed(job, error);
    });
    this.#worker = worker;
    await worker.waitUntilReady();
  }

  /**
   * Stops a job that runs here.
   *
   * @returns Whether it does.
   */
  stop(jobId: string, reason: StopReason): boolean {
    const running = this.#running.get(jobId);
    running?.request.stop(reason);
    return running !== undefined;
  }

  /** Adds what a process that died left to be added. */
  async sweep(): Promise<void> {
    const { messageType, queues } = this.#options;
    const queue = await queues.queue(messageType);
    for (const jobId of await this.#outbox.entries()) {
      if (this.#running.has(jobId)) continue;
      const state = await queue.getJobState(jobId);
      if (state === 'unknown') this.#outbox.strike(jobId);
      if (state !== 'completed' && state !== 'failed') continue;
      const job = await queue.getJob(jobId);
      const outcome =
        state === 'completed' ? (job?.returnvalue as unknown) : await keptOutcome(queues, messageType, jobId);
      this.#outbox.ended(jobId, job === undefined ? [] : this.#sendings(job, jobId, outcome));
    }
    await this.#outbox.idle();
  }

  /**
   * Takes no more jobs. Resolves when those that run have ended, or were left to other workers.
   *
   * @param stopping - Resolves when they are to stop.
   * @param left - Resolves when those that have not stopped are left.
   */
  async close(stopping: Promise<void>, left: Promise<void>): Promise<void> {
    const closed = this.#worker?.close();
    void stopping.then(() => {
      for (const jobId of this.#running.keys()) this.stop(jobId, 'closing');
    });
    void left.then(() => {
      for (const { leave } of this.#running.values()) leave();
    });
    await closed;
    while (this.#followUps.size > 0) await Promise.all(this.#followUps);
    await this.#outbox.idle();
  }

  async #process(job: Job, token: string): Promise<unknown> {
    const { id: jobId = '' } = job;
    const request = new StopRequest();
    try {
      const end = await new Promise<AttemptEnd>((resolve, reject) => {
        this.#running.set(jobId, { request, leave: () => resolve({ end: 'interrupted' }) });
        this.#attempt(job, jobId, request).then(resolve, reject);
      });
      return await this.#conclude(job, jobId, token, end);
    } finally {
      this.#running.delete(jobId);
    }
  }

  async #attempt(job: Job, jobId: string, request: StopRequest): Promise<AttemptEnd> {
    const { messageType, queues, cancellations, rules, handlers } = this.#options;
    // The catalog of who carries a job out holds, whoever added it.
    Object.assign(job.opts, queues.jobOptions(messageType));
    const isCancelled =
      cancellations.wasCancelledEarly(jobId) ||
      (job.attemptsStarted > 1 && (await cancellations.wasCancelledBefore(messageType, jobId)));
    if (isCancelled) request.stop('cancelled');
    return runAttempt(rules, handlers, {
      jobId,
      messageType,
      payload: job.data as unknown,
      attempt: job.attemptsMade + 1,
      get stopReason() {
        return request.reason;
      },
      get signal() {
        return request.signal;
      },
      progress: (progress) => job.updateProgress(progress),
      log: async (line) => void (await job.log(line)),
      send: async ({ jobId: id, messageType: type, payload }) => {
        await (await queues.queue(type)).add(type, payload, { ...queues.jobOptions(type), jobId: id });
      },
    });
  }

  /** Says to BullMQ how an attempt ended: by what it returns or throws. */
  async #conclude(job: Job, jobId: string, token: string, end: AttemptEnd): Promise<unknown> {
    if (end.end === 'completed') {
      if (this.#isReported(job)) await this.#outbox.enter(jobId);
      return end.outcome;
    }
    if (end.end === 'interrupted') {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (end.isFinal) await this.#keepOutcome(job, jobId, end.outcome);
    const error = end.isFinal ? new UnrecoverableError(end.reason) : new Error(end.reason);
    // What was thrown is what people look for in the job's stack trace.
    if (end.error.stack !== undefined) error.stack = end.error.stack;
    throw error;
  }

  /** Sends what leaves because of a job whose end is stored. */
  #report(job: Job, outcome: unknown): void {
    const { id: jobId = '' } = job;
    if (outcome !== undefined && this.#isReported(job)) this.#outbox.ended(jobId, this.#sendings(job, jobId, outcome));
  }

  #hasFailed(job: Job, { message: reason }: Error): void {
    const { onDeadLetter, messageType } = this.#options;
    const outcome = this.#failures.get(job);
    this.#report(job, outcome);
    if (onDeadLetter === undefined) return;
    const letter = {
      jobId: job.id ?? '',
      messageType,
      payload: job.data as unknown,
      reason,
      attempts: job.attemptsMade,
    };
    this.#follow(async () => onDeadLetter({ ...letter, ...(outcome === undefined ? {} : { outcome }) }));
  }

  /** Lets something be done that nobody waits for. */
  #follow(work: () => Promise<unknown>): void {
    const followUp = work()
      .catch(this.#options.queues.onError)
      .finally(() => this.#followUps.delete(followUp));
    this.#followUps.add(followUp);
  }

  /** Whether anything leaves at the end of a job. */
  #isReported(job: Job): boolean {
    const { reports, messageType } = this.#options;
    return reports.leaves(messageType, job.data);
  }

  #sendings(job: Job, jobId: string, outcome: unknown): readonly Sending[] {
    const { reports, messageType } = this.#options;
    return outcome === undefined ? [] : reports.of(messageType, jobId, job.data, outcome);
  }

  /** Keeps what `onFailed` gave with the job, before it fails. */
  async #keepOutcome(job: Job, jobId: string, outcome: unknown): Promise<void> {
    const { messageType, queues } = this.#options;
    const key = queues.key(messageType, jobId);
    // One may be left of an attempt whose worker died.
    if (outcome === undefined && job.attemptsStarted > 1) await queues.command('hdel', key, outcomeField);
    if (outcome === undefined) return;
    this.#failures.set(job, outcome);
    await queues.command('hset', key, outcomeField, JSON.stringify(outcome));
    if (this.#isReported(job)) await this.#outbox.enter(jobId);
  }
}
