import type { JobProgress } from '../runtime/job.js';
import { systemClock, type Clock } from '../runtime/time/clock.js';
import { jobOptionsProblem } from './job-options.js';
import type { JobEvent, JobOptions, JobQueue, Processor, QueuedJob } from './job-queue.js';
import { jsonCopy } from './json-copy.js';

/** A job on its way through the queue. */
interface Entry {
  job: QueuedJob;
  readonly options: JobOptions;
  /** Timer of the delay that the job is in, if any. */
  timer: unknown;
}

/** A {@link JobQueue} in memory, that walks jobs through the states as BullMQ does. All jobs are carried out at once. */
export class MemoryQueue implements JobQueue {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #processors = new Map<string, Processor>();
  readonly #listeners: ((event: JobEvent) => void)[] = [];
  readonly #closing = new AbortController();
  #lastId = 0;

  /** @param clock - Times delays and stamps jobs. Default: that of this machine. */
  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  async add(name: string, data: unknown, options: JobOptions = {}): ReturnType<JobQueue['add']> {
    this.#assertOpen();
    const problem = jobOptionsProblem(options);
    if (problem !== undefined) throw new RangeError(problem);
    const kept = options.jobId === undefined ? undefined : this.#entries.get(options.jobId);
    if (kept !== undefined) return { job: kept.job, isNew: false };
    const job: QueuedJob = {
      jobId: options.jobId ?? String(++this.#lastId),
      name,
      queue: `${name}-queue`,
      state: 'waiting',
      data: jsonCopy(data, 'payload'),
      returnvalue: null,
      progress: 0,
      failedReason: undefined,
      attemptsMade: 0,
      timestamp: Math.floor(this.#clock.now()),
    };
    const entry: Entry = { job, options, timer: undefined };
    this.#entries.set(job.jobId, entry);
    this.#emit('added', entry);
    this.#queue(entry, options.delay);
    return { job: entry.job, isNew: true };
  }

  async get(jobId: string): Promise<QueuedJob | undefined> {
    return this.#entries.get(jobId)?.job;
  }

  async list(): Promise<readonly QueuedJob[]> {
    return [...this.#entries.values()].map(({ job }) => job);
  }

  work(name: string, processor: Processor): void {
    this.#assertOpen();
    this.#processors.set(name, processor);
    for (const entry of this.#entries.values()) if (entry.job.name === name) this.#start(entry);
  }

  async complete(jobId: string, returnvalue?: unknown): Promise<void> {
    const entry = this.#unfinished(jobId);
    const { attemptsMade } = entry.job;
    const result = jsonCopy(returnvalue, 'return value');
    this.#change(entry, 'completed', { state: 'completed', returnvalue: result, attemptsMade: attemptsMade + 1 });
    if (entry.options.removeOnComplete === true) this.#delete(entry);
  }

  async fail(jobId: string, reason: string, options: { readonly isFinal?: boolean | undefined } = {}): Promise<void> {
    const entry = this.#unfinished(jobId);
    const { attempts = 1, backoff, removeOnFail } = entry.options;
    const ended = { failedReason: reason, attemptsMade: entry.job.attemptsMade + 1 };
    if (options.isFinal !== true && ended.attemptsMade < attempts) {
      entry.job = { ...entry.job, ...ended };
      this.#queue(entry, backoff);
      return;
    }
    this.#change(entry, 'failed', { ...ended, state: 'failed' });
    if (removeOnFail === true) this.#delete(entry);
  }

  async updateProgress(jobId: string, progress: JobProgress): Promise<void> {
    const entry = this.#entry(jobId);
    this.#change(entry, 'progress', { progress: jsonCopy(progress, 'progress') as JobProgress });
  }

  async remove(jobId: string): Promise<void> {
    this.#delete(this.#entry(jobId));
  }

  subscribe(listener: (event: JobEvent) => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('The queue has been closed.'));
    for (const { timer } of this.#entries.values()) this.#clock.clearTimeout(timer);
  }

  /** Has a job wait for its turn, after a delay where there is one. */
  #queue(entry: Entry, delay = 0): void {
    if (delay > 0) {
      entry.timer = this.#clock.setTimeout(() => this.#queue(entry), delay);
      this.#change(entry, 'delayed', { state: 'delayed' });
      return;
    }
    this.#change(entry, 'waiting', { state: (entry.options.priority ?? 0) > 0 ? 'prioritized' : 'waiting' });
    // Later, so that whoever queued the job sees it waiting first.
    queueMicrotask(() => this.#start(entry));
  }

  #start(entry: Entry): void {
    const { job } = entry;
    const processor = this.#processors.get(job.name);
    const isWaiting = job.state === 'waiting' || job.state === 'prioritized';
    const isKept = this.#entries.get(job.jobId) === entry;
    if (processor === undefined || !isWaiting || !isKept || this.#closing.signal.aborted) return;
    this.#change(entry, 'active', { state: 'active' });
    void this.#attempt(entry, processor);
  }

  async #attempt(entry: Entry, processor: Processor): Promise<void> {
    const { jobId, attemptsMade } = entry.job;
    // Somebody else may have ended or removed the job meanwhile: what this attempt comes to is dropped then.
    const isCurrent = (): boolean =>
      this.#entries.get(jobId) === entry &&
      entry.job.state === 'active' &&
      entry.job.attemptsMade === attemptsMade &&
      !this.#closing.signal.aborted;
    try {
      const returnvalue = await processor(entry.job, {
        signal: this.#closing.signal,
        updateProgress: async (progress) => {
          if (isCurrent()) await this.updateProgress(jobId, progress);
        },
      });
      if (isCurrent()) await this.complete(jobId, returnvalue);
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      if (isCurrent()) await this.fail(jobId, message, { isFinal: name === 'UnrecoverableError' });
    }
  }

  #change(entry: Entry, kind: JobEvent['kind'], change: Partial<QueuedJob>): void {
    entry.job = { ...entry.job, ...change };
    this.#emit(kind, entry);
  }

  #delete(entry: Entry): void {
    this.#clock.clearTimeout(entry.timer);
    this.#entries.delete(entry.job.jobId);
    this.#emit('removed', entry);
  }

  #emit(kind: JobEvent['kind'], { job }: Entry): void {
    for (const listener of this.#listeners) listener({ kind, job });
  }

  #entry(jobId: string): Entry {
    this.#assertOpen();
    const entry = this.#entries.get(jobId);
    if (entry === undefined) throw new Error(`There is no job ${JSON.stringify(jobId)}, or it has been removed.`);
    return entry;
  }

  #unfinished(jobId: string): Entry {
    const entry = this.#entry(jobId);
    const { state } = entry.job;
    if (state === 'completed' || state === 'failed') {
      throw new Error(`The job ${JSON.stringify(jobId)} has ${state} already.`);
    }
    this.#clock.clearTimeout(entry.timer);
    return entry;
  }

  #assertOpen(): void {
    if (this.#closing.signal.aborted) throw new Error('The queue has been closed.');
  }
}
