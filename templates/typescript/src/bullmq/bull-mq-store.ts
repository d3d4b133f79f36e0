import type { Job, Queue } from 'bullmq';
import type { AddOptions, Cancellation, JobStore, StoredJob } from '../backend/job-store.js';
import type { JobProgress } from '../runtime/job.js';
import type { MessagePolicies } from '../worker/message-policy.js';
import { CancellationSender } from './cancellations.js';
import { closeWithin, farewell } from './close-within.js';
import { QueueChanges } from './queue-changes.js';
import { Queues, type BullMqOptions } from './queues.js';

/** Field beside those that BullMQ keeps of a job: what `onFailed` gave. */
export const outcomeField = 'outcome';

/** The message type of a job, by its id; `undefined` for an id of another form. */
const typeOf = (jobId: string): string | undefined => /^([^.:]+)\.[^:]+$/.exec(jobId)?.[1];

/** Keeps the jobs of a backend in BullMQ: one queue a message type, on one connection, and one more for each queue that is watched. */
export class JobStoreOnBullMq implements JobStore {
  readonly #queues: Queues;
  readonly #policies: MessagePolicies;
  readonly #changes = new Map<string, QueueChanges>();
  readonly #cancellations: CancellationSender;
  #closing: Promise<void> | undefined;

  /**
   * @param options - How Redis is reached.
   * @param policies - What the catalog says of each message.
   */
  constructor(options: BullMqOptions, policies: MessagePolicies) {
    this.#queues = new Queues(options, policies, false);
    this.#policies = policies;
    this.#cancellations = new CancellationSender(this.#queues);
  }

  async add(messageType: string, payload: unknown, { jobId, delay = 0 }: AddOptions): Promise<StoredJob> {
    const queue = await this.#queues.queue(messageType);
    const added = await queue.add(messageType, payload, { ...this.#queues.jobOptions(messageType), jobId, delay });
    // BullMQ returns the data that it was given, also where Redis keeps a job of that id with other data.
    const kept = await this.#read(queue, jobId);
    return kept ?? { ...snapshot(added, jobId, messageType), state: delay > 0 ? 'delayed' : 'waiting' };
  }

  async get(jobId: string): Promise<StoredJob | undefined> {
    const queue = await this.#queueOf(jobId);
    return queue && this.#read(queue, jobId);
  }

  async watch(jobId: string, signal: AbortSignal): Promise<void> {
    const messageType = this.#known(jobId);
    if (messageType === undefined || signal.aborted || this.#closing !== undefined) return;
    const changes = this.#changes.get(messageType) ?? new QueueChanges(this.#queues, messageType);
    this.#changes.set(messageType, changes);
    const isStarted = changes.isStarted;
    const { change, stop } = changes.next(jobId);
    signal.addEventListener('abort', stop);
    try {
      await changes.started;
      // What happened before changes were read may have been missed.
      if (!isStarted || signal.aborted) return;
      const state = await (await this.#queues.queue(messageType)).getJobState(jobId);
      if (isOpen(state)) await change;
    } catch (error) {
      // The next to watch tries again.
      if (!changes.isStarted && this.#changes.get(messageType) === changes) this.#changes.delete(messageType);
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
  }

  async cancel(jobId: string): Promise<Cancellation> {
    const queue = await this.#queueOf(jobId);
    if (queue === undefined) return 'unknown';
    // Between two looks a job may begin, fail and wait again.
    for (;;) {
      const state = await queue.getJobState(jobId);
      if (state === 'unknown') return 'unknown';
      if (!isOpen(state)) return 'ended';
      if (state === 'active') {
        await this.#cancellations.send(queue.name, jobId);
        return 'requested';
      }
      if ((await queue.remove(jobId)) === 1) return 'removed';
    }
  }

  ready(): Promise<void> {
    return this.#queues.ready();
  }

  /** Closes its connections; where Redis does not answer for 3 s, it ends them, and calls `onError`. It may be called twice. */
  close(): Promise<void> {
    this.#closing ??= closeWithin(farewell, {
      close: () => this.#close(),
      abandon: () => this.#queues.abandon(),
      onError: this.#queues.onError,
    });
    return this.#closing;
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#changes.values()].map((changes) => changes.close()));
    await this.#cancellations.close();
    await this.#queues.close();
  }

  #known(jobId: string): string | undefined {
    const messageType = typeOf(jobId);
    return messageType !== undefined && Object.hasOwn(this.#policies, messageType) ? messageType : undefined;
  }

  async #queueOf(jobId: string): Promise<Queue | undefined> {
    const messageType = this.#known(jobId);
    return messageType === undefined ? undefined : this.#queues.queue(messageType);
  }

  async #read(queue: Queue, jobId: string): Promise<StoredJob | undefined> {
    for (let look = 1; ; look += 1) {
      // The state is read first: whatever it says, the job that is read after it holds.
      const [state, job] = await Promise.all([queue.getJobState(jobId), queue.getJob(jobId)]);
      if (job === undefined) return undefined;
      if (isOpen(state) && job.finishedOn !== undefined && look < 3) continue;
      const outcome = state === 'failed' ? await keptOutcome(this.#queues, queue.name, jobId) : undefined;
      return { ...snapshot(job, jobId, queue.name), state, ...(outcome === undefined ? {} : { outcome }) };
    }
  }
}

/** What `onFailed` gave for a job; `undefined` where it gave nothing. */
export async function keptOutcome(queues: Queues, messageType: string, jobId: string): Promise<unknown> {
  const text = await queues.command('hget', queues.key(messageType, jobId), outcomeField);
  return typeof text === 'string' ? JSON.parse(text) : undefined;
}

const isOpen = (state: string): boolean => state !== 'completed' && state !== 'failed' && state !== 'unknown';

/** What a job is like, without its state. */
function snapshot(job: Job, jobId: string, messageType: string): Omit<StoredJob, 'state'> {
  return {
    jobId,
    name: messageType,
    queue: messageType,
    data: job.data as unknown,
    returnvalue: job.returnvalue as unknown,
    progress: job.progress as JobProgress,
    ...(job.failedReason === undefined ? {} : { failedReason: job.failedReason }),
    attemptsMade: job.attemptsMade,
    timestamp: job.timestamp,
  };
}
