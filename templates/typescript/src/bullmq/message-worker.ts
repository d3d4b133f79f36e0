import { UnrecoverableError, WaitingError, Worker, type Job, type RateLimiterOptions } from 'bullmq';
import { runAttempt, type AttemptEnd, type AttemptRules } from '../worker/attempt.js';
import type { AnyHandlers } from '../worker/handler.js';
import { JobStop, type StopReason } from '../worker/job-stop.js';
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
  readonly stop: AbortController;
  /** Gives up on a handler that does not stop. */
  readonly leave: () => void;
}

/** Carries out the jobs of one message. */
export class MessageWorker {
  readonly #options: MessageWorkerOptions;
  readonly #outbox: Outbox;
  readonly #running = new Map<string, Running>();
  /** How the last attempts of jobs ended, until BullMQ has stored it. */
  readonly #ends = new WeakMap<Job, AttemptEnd>();
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
    worker.on('completed', (job) => this.#follow(this.#hasEnded(job)));
    worker.on('failed', (job, error) => {
      if (job !== undefined) this.#follow(this.#hasFailed(job, error));
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
    running?.stop.abort(new JobStop(reason));
    return running !== undefined;
  }

  /** Adds what a process that died left to be added. */
  async sweep(): Promise<void> {
    const { messageType, queues } = this.#options;
    const queue = await queues.queue(messageType);
    for (const jobId of await this.#outbox.entries()) {
      if (this.#running.has(jobId)) continue;
      const state = await queue.getJobState(jobId);
      if (state === 'unknown') await this.#outbox.strike(jobId);
      if (state !== 'completed' && state !== 'failed') continue;
      const job = await queue.getJob(jobId);
      const outcome =
        state === 'completed' ? (job?.returnvalue as unknown) : await keptOutcome(queues, messageType, jobId);
      await this.#outbox.ended(jobId, job === undefined ? [] : this.#sendings(job, jobId, outcome));
    }
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
    const stop = new AbortController();
    let leave = (): void => undefined;
    const isLeft = new Promise<AttemptEnd>((resolve) => {
      leave = () => resolve({ end: 'interrupted' });
    });
    this.#running.set(jobId, { stop, leave });
    try {
      const end = await Promise.race([this.#attempt(job, jobId, stop), isLeft]);
      this.#ends.set(job, end);
      return await this.#conclude(job, jobId, token, end);
    } finally {
      this.#running.delete(jobId);
    }
  }

  async #attempt(job: Job, jobId: string, stop: AbortController): Promise<AttemptEnd> {
    const { messageType, queues, cancellations, rules, handlers } = this.#options;
    // The catalog of who carries a job out holds, whoever added it.
    Object.assign(job.opts, queues.jobOptions(messageType));
    if (await cancellations.isCancelled(messageType, jobId, job.attemptsStarted > 1)) {
      stop.abort(new JobStop('cancelled'));
    }
    if (this.#leavesAnything(job)) this.#outbox.enter(jobId);
    return runAttempt(rules, handlers, {
      jobId,
      messageType,
      payload: job.data as unknown,
      attempt: job.attemptsMade + 1,
      signal: stop.signal,
      progress: (progress) => job.updateProgress(progress),
      log: async (line) => void (await job.log(line)),
      send: async ({ jobId: id, messageType: type, payload }) => {
        await (await queues.queue(type)).add(type, payload, { ...queues.jobOptions(type), jobId: id });
      },
    });
  }

  /** Says to BullMQ how an attempt ended: by what it returns or throws. */
  async #conclude(job: Job, jobId: string, token: string, end: AttemptEnd): Promise<unknown> {
    this.#outbox.flush();
    if (end.end === 'completed') return end.outcome;
    // Before another worker can take it, and enter it again.
    if (!('isFinal' in end && end.isFinal) && this.#leavesAnything(job)) await this.#outbox.strike(jobId);
    if (end.end === 'interrupted') {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    if (end.isFinal) await this.#keepOutcome(job, jobId, end);
    const error = end.isFinal ? new UnrecoverableError(end.reason) : new Error(end.reason);
    // What was thrown is what people look for in the job's stack trace.
    if (end.error.stack !== undefined) error.stack = end.error.stack;
    throw error;
  }

  async #hasEnded(job: Job): Promise<void> {
    if (!this.#leavesAnything(job)) return;
    const { id: jobId = '' } = job;
    await this.#outbox.ended(jobId, this.#sendings(job, jobId, outcomeOf(this.#ends.get(job))));
  }

  async #hasFailed(job: Job, { message: reason }: Error): Promise<void> {
    // Set where it has failed for good alone.
    if (job.finishedOn === undefined) return;
    await this.#hasEnded(job);
    const { onDeadLetter, messageType } = this.#options;
    const outcome = outcomeOf(this.#ends.get(job));
    await onDeadLetter?.({
      jobId: job.id ?? '',
      messageType,
      payload: job.data as unknown,
      reason,
      attempts: job.attemptsMade,
      ...(outcome === undefined ? {} : { outcome }),
    });
  }

  /** Lets something be done that nobody waits for. */
  #follow(work: Promise<unknown>): void {
    const followUp = work.catch(this.#options.queues.onError).finally(() => this.#followUps.delete(followUp));
    this.#followUps.add(followUp);
  }

  #leavesAnything(job: Job): boolean {
    const { reports, messageType } = this.#options;
    return reports.leaves(messageType, job.data);
  }

  #sendings(job: Job, jobId: string, outcome: unknown): readonly Sending[] {
    const { reports, messageType } = this.#options;
    return outcome === undefined ? [] : reports.of(messageType, jobId, job.data, outcome);
  }

  /** Keeps what `onFailed` gave with the job, before it fails. */
  async #keepOutcome(job: Job, jobId: string, end: AttemptEnd): Promise<void> {
    const { messageType, queues } = this.#options;
    const key = queues.key(messageType, jobId);
    const outcome = outcomeOf(end);
    if (outcome !== undefined) await queues.command('hset', key, outcomeField, JSON.stringify(outcome));
    // One may be left of an attempt whose worker died.
    else if (job.attemptsStarted > 1) await queues.command('hdel', key, outcomeField);
  }
}

const outcomeOf = (end: AttemptEnd | undefined): unknown =>
  end !== undefined && 'outcome' in end ? end.outcome : undefined;
