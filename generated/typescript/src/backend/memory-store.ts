import { onAbort } from '../runtime/abort-signal.js';
import type { JobProgress, JobState } from '../runtime/job.js';
import { systemClock, type Clock } from '../runtime/time/clock.js';
import { maxTimeout } from '../runtime/time/timeout.js';
import { JobStop } from '../worker/job-stop.js';
import { policyOf, type MessagePolicies, type RetryPolicy } from '../worker/message-policy.js';
import { EndedJobs } from './ended-jobs.js';
import {
  hasEnded,
  type AddOptions,
  type Cancellation,
  type JobStore,
  type Retention,
  type StoredJob,
} from './job-store.js';
import type { Failure, JobEvent, Processor } from './processor.js';

/** How a {@link MemoryStore} behaves. */
export interface MemoryStoreOptions {
  /** Says how often the jobs of a message are attempted. Default: once. */
  readonly policies?: MessagePolicies | undefined;
  /** Times jobs and delays. Default: the clock of this machine. */
  readonly clock?: Clock | undefined;
  /** How long jobs that have ended are kept. Default: completed ones for a day and 10,000 a queue, failed ones for a week. */
  readonly retention?: Retention | undefined;
}

/** A job on its way. */
interface Entry {
  job: StoredJob;
  readonly retry: RetryPolicy | undefined;
  /** Timer of the delay that the job is in, if any. */
  timer?: unknown;
  /** State that is given in place of its own. */
  shownState?: JobState | undefined;
  /** Stops the attempt that is being made, if any. */
  running?: AbortController | undefined;
  /** Each ends a watch of the job. */
  readonly watchers: Set<() => void>;
}

/**
 * A {@link JobStore} in memory, which walks jobs through the states as BullMQ does, and gives tests control over them. Jobs for
 * which there is a processor are all carried out at once; the others wait until a test moves them.
 */
export class MemoryStore implements JobStore {
  /** How often the jobs of a message are attempted. */
  readonly policies: MessagePolicies;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();
  readonly #processors = new Map<string, Processor>();
  readonly #ended: EndedJobs<Entry>;
  readonly #listeners: ((event: JobEvent) => void)[] = [];
  readonly #closing = new AbortController();

  /** @param options - How it behaves. */
  constructor({ policies = {}, clock = systemClock, retention = {} }: MemoryStoreOptions = {}) {
    this.policies = policies;
    this.#clock = clock;
    this.#ended = new EndedJobs(retention);
  }

  async add(messageType: string, payload: unknown, { jobId, delay = 0 }: AddOptions): Promise<StoredJob> {
    this.#assertOpen();
    const kept = this.#find(jobId);
    if (kept !== undefined) return kept.job;
    const job: StoredJob = {
      jobId,
      name: messageType,
      queue: messageType,
      state: 'waiting',
      data: jsonCopy(payload, 'payload'),
      returnvalue: null,
      progress: 0,
      attemptsMade: 0,
      timestamp: Math.floor(this.#clock.now()),
    };
    const entry: Entry = { job, retry: policyOf(this.policies, messageType).retry, watchers: new Set() };
    this.#entries.set(jobId, entry);
    this.#emit('added', entry);
    this.#queue(entry, delay);
    return entry.job;
  }

  async get(jobId: string): Promise<StoredJob | undefined> {
    const entry = this.#find(jobId);
    return entry && shown(entry);
  }

  watch(jobId: string, signal: AbortSignal): Promise<void> {
    const entry = this.#entries.get(jobId);
    const isOver = entry === undefined || hasEnded(entry.job) || signal.aborted || this.#closing.signal.aborted;
    if (isOver) return Promise.resolve();
    const { watchers } = entry;
    return new Promise((resolve) => {
      const wake = (): void => {
        unsubscribe();
        watchers.delete(wake);
        resolve();
      };
      const unsubscribe = onAbort(signal, wake);
      watchers.add(wake);
    });
  }

  async cancel(jobId: string): Promise<Cancellation> {
    const entry = this.#find(jobId);
    if (entry === undefined) return 'unknown';
    if (hasEnded(entry.job)) return 'ended';
    if (entry.running === undefined) {
      this.#delete(entry);
      return 'removed';
    }
    entry.running.abort(new JobStop('cancelled'));
    return 'requested';
  }

  async ready(): Promise<void> {
    this.#assertOpen();
  }

  /** Ends what is going on: no processor starts any more, and what a running one returns is dropped. */
  async close(): Promise<void> {
    this.#closing.abort(new JobStop('closing'));
    for (const { timer, running, watchers } of this.#entries.values()) {
      this.#clock.clearTimeout(timer);
      running?.abort(this.#closing.signal.reason);
      for (const wake of watchers) wake();
    }
  }

  /** Lists all jobs that are kept, oldest first. */
  async list(): Promise<readonly StoredJob[]> {
    this.#prune();
    return [...this.#entries.values()].map(shown);
  }

  /**
   * Has the jobs of a message carried out, those that wait already too. It takes the place of an earlier processor.
   *
   * @param messageType - Type of the message.
   * @param processor - Makes one attempt.
   */
  work(messageType: string, processor: Processor): void {
    this.#assertOpen();
    this.#processors.set(messageType, processor);
    for (const entry of this.#entries.values()) if (entry.job.name === messageType) this.#start(entry);
  }

  /**
   * Ends a job well, from any state but an end.
   *
   * @param returnvalue - What it returns; `undefined` is kept as `null`.
   * @throws Error if there is no such job, or it has ended.
   */
  async complete(jobId: string, returnvalue?: unknown): Promise<void> {
    const entry = this.#unfinished(jobId);
    this.#end(entry, { state: 'completed', returnvalue: jsonCopy(returnvalue, 'return value') });
  }

  /**
   * Ends an attempt badly: the job waits again where attempts are left, else it has failed.
   *
   * @param reason - Why.
   * @throws Error if there is no such job, or it has ended.
   */
  async fail(jobId: string, reason: string, { isFinal = false, outcome }: Failure = {}): Promise<void> {
    const entry = this.#unfinished(jobId);
    const attemptsMade = entry.job.attemptsMade + 1;
    if (!isFinal && attemptsMade < (entry.retry?.attempts ?? 1)) {
      entry.job = { ...entry.job, failedReason: reason, attemptsMade };
      this.#queue(entry, backoffDelay(entry.retry, attemptsMade));
      return;
    }
    const report = outcome === undefined ? {} : { outcome: jsonCopy(outcome, 'outcome') };
    this.#end(entry, { state: 'failed', failedReason: reason, ...report });
  }

  /**
   * Reports how far a job has come.
   *
   * @throws Error if there is no such job.
   */
  async updateProgress(jobId: string, progress: JobProgress): Promise<void> {
    const entry = this.#entry(jobId);
    this.#change(entry, 'progress', { progress: jsonCopy(progress, 'progress') as JobProgress });
  }

  /**
   * Removes a job in any state.
   *
   * @throws Error if there is no such job.
   */
  async remove(jobId: string): Promise<void> {
    this.#delete(this.#entry(jobId));
  }

  /**
   * Has the store give another state than the job's own, until the job ends: `paused`, `waiting-children`, `unknown`, or one
   * that no store knows yet. The job itself stays as it is.
   *
   * @param state - The state; `undefined` for the job's own.
   * @throws Error if there is no such job.
   */
  async setState(jobId: string, state: JobState | undefined): Promise<void> {
    const entry = this.#entry(jobId);
    entry.shownState = state;
    for (const wake of entry.watchers) wake();
  }

  /** Calls back at everything that happens from now on. */
  subscribe(listener: (event: JobEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** Has a job wait for its turn, after a delay where there is one. */
  #queue(entry: Entry, delay = 0): void {
    if (delay > 0) {
      this.#delay(entry, delay);
      this.#change(entry, 'delayed', { state: 'delayed' });
      return;
    }
    this.#change(entry, 'waiting', { state: 'waiting' });
    // Later, so that whoever queued the job sees it waiting first.
    queueMicrotask(() => this.#start(entry));
  }

  /** Waits in pieces, since a timer holds less than a year. */
  #delay(entry: Entry, left: number): void {
    const piece = Math.min(left, maxTimeout);
    const next = (): void => (left > piece ? this.#delay(entry, left - piece) : this.#queue(entry));
    entry.timer = this.#clock.setTimeout(next, piece);
  }

  #start(entry: Entry): void {
    const { job } = entry;
    const processor = this.#processors.get(job.name);
    const isKept = this.#entries.get(job.jobId) === entry;
    if (processor === undefined || job.state !== 'waiting' || !isKept || this.#closing.signal.aborted) return;
    this.#change(entry, 'active', { state: 'active' });
    void this.#attempt(entry, processor);
  }

  async #attempt(entry: Entry, processor: Processor): Promise<void> {
    const { jobId } = entry.job;
    const running = new AbortController();
    entry.running = running;
    // Somebody else may have ended or removed the job meanwhile: what this attempt comes to is dropped then.
    const isCurrent = (): boolean =>
      this.#entries.get(jobId) === entry && entry.running === running && !this.#closing.signal.aborted;
    const { signal } = running;
    const updateProgress = async (progress: JobProgress): Promise<void> => {
      if (isCurrent()) await this.updateProgress(jobId, progress);
    };
    try {
      const ending = await processor(entry.job, { signal, updateProgress });
      if (!isCurrent()) return;
      if ('reason' in ending) await this.fail(jobId, ending.reason, ending);
      else await this.complete(jobId, ending.returnvalue);
    } catch (error) {
      const { message } = error instanceof Error ? error : new Error(String(error));
      if (isCurrent()) await this.fail(jobId, message, { isFinal: signal.aborted });
    }
  }

  #end(entry: Entry, change: Partial<StoredJob> & { state: 'completed' | 'failed' }): void {
    entry.shownState = undefined;
    this.#change(entry, change.state, { ...change, attemptsMade: entry.job.attemptsMade + 1 });
    this.#ended.add(entry, entry.job, this.#clock.now());
    this.#prune();
  }

  /** Removes what has been kept long enough. */
  #prune(): void {
    for (const each of this.#ended.takeOutdated(this.#clock.now())) {
      if (this.#entries.get(each.job.jobId) === each) this.#delete(each);
    }
  }

  /** The job that is kept under an id at this moment. */
  #find(jobId: string): Entry | undefined {
    this.#prune();
    return this.#entries.get(jobId);
  }

  #change(entry: Entry, kind: JobEvent['kind'], change: Partial<StoredJob>): void {
    entry.job = { ...entry.job, ...change };
    if (kind !== 'active' && kind !== 'progress') entry.running = undefined;
    this.#emit(kind, entry);
  }

  #delete(entry: Entry): void {
    this.#clock.clearTimeout(entry.timer);
    this.#entries.delete(entry.job.jobId);
    entry.running?.abort(new JobStop('cancelled'));
    this.#emit('removed', entry);
  }

  #emit(kind: JobEvent['kind'], { job, watchers }: Entry): void {
    for (const listener of this.#listeners) listener({ kind, job });
    for (const wake of watchers) wake();
  }

  #entry(jobId: string): Entry {
    this.#assertOpen();
    const entry = this.#find(jobId);
    if (entry === undefined) throw new Error(`There is no job ${JSON.stringify(jobId)}, or it has been removed.`);
    return entry;
  }

  #unfinished(jobId: string): Entry {
    const entry = this.#entry(jobId);
    if (hasEnded(entry.job)) throw new Error(`The job ${JSON.stringify(jobId)} has ${entry.job.state} already.`);
    this.#clock.clearTimeout(entry.timer);
    return entry;
  }

  #assertOpen(): void {
    if (this.#closing.signal.aborted) throw new Error('The store has been closed.');
  }
}

function shown({ job, shownState }: Entry): StoredJob {
  return shownState === undefined ? job : { ...job, state: shownState };
}

/** Milliseconds until the next attempt, as BullMQ counts them. */
function backoffDelay(retry: RetryPolicy | undefined, attemptsMade: number): number {
  const { type, delay = 0 } = retry?.backoff ?? {};
  return type === 'exponential' ? delay * 2 ** (attemptsMade - 1) : delay;
}

/** A value as it comes back from Redis: through JSON; `undefined` becomes `null`. */
function jsonCopy(value: unknown, meaning: string): unknown {
  let text: string | undefined;
  try {
    text = JSON.stringify(value ?? null);
  } catch (error) {
    throw new TypeError(`The ${meaning} cannot be written as JSON: ${String(error)}`, { cause: error });
  }
  if (text === undefined) throw new TypeError(`The ${meaning} cannot be written as JSON: it is a ${typeof value}.`);
  return JSON.parse(text) as unknown;
}
