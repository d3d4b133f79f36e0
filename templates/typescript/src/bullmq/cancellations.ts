import { QueueEventsProducer, type QueueEvents, type QueueEventsListener } from 'bullmq';
import { readEvents } from './queue-changes.js';
import type { Queues } from './queues.js';

/** Queue whose events alone are used: no message type has a full stop. */
const controlQueue = 'worker.control';

/** Field beside those that BullMQ keeps of a job. */
const field = 'cancelled';

/** How many cancellations wait for jobs that have only just been taken. */
const most = 1000;

/** Sets a field of a job that exists. */
const setIfExists = "return redis.call('exists', KEYS[1]) == 1 and redis.call('hset', KEYS[1], ARGV[1], ARGV[2]) or 0";

interface ControlEvents extends QueueEventsListener {
  cancel: (args: { jobId: string }, id: string) => void;
}

/**
 * Asks whichever worker runs a job to stop. It is written down with the job first, so that a worker that takes over from one
 * that died knows of it too; then all workers hear of it.
 */
export class CancellationSender {
  readonly #queues: Queues;
  #producer: Promise<QueueEventsProducer> | undefined;

  /** @param queues - The queues. */
  constructor(queues: Queues) {
    this.#queues = queues;
  }

  async send(messageType: string, jobId: string): Promise<void> {
    await this.#queues.command('eval', setIfExists, 1, this.#queues.key(messageType, jobId), field, 1);
    this.#producer ??= this.#queues.queueOptions().then((options) => new QueueEventsProducer(controlQueue, options));
    await (await this.#producer).publishEvent({ eventName: 'cancel', jobId }, most);
  }

  async close(): Promise<void> {
    await (await this.#producer)?.close();
  }
}

/** Hears of cancellations in a process that runs jobs. */
export class CancellationReader {
  readonly #queues: Queues;
  readonly #stop: (jobId: string) => boolean;
  #events: Promise<QueueEvents> | undefined;
  /** Those of jobs that are not running here: one may have been taken that has not begun. */
  readonly #early = new Set<string>();

  /**
   * @param queues - The queues.
   * @param stop - Stops a job; returns whether it is running here.
   */
  constructor(queues: Queues, stop: (jobId: string) => boolean) {
    this.#queues = queues;
    this.#stop = stop;
  }

  /** Resolves when no cancellation is missed any more. */
  async start(): Promise<void> {
    this.#events = readEvents(this.#queues, controlQueue);
    const events = await this.#events;
    events.on<ControlEvents, 'cancel'>('cancel', ({ jobId }) => {
      if (this.#stop(jobId)) return;
      this.#early.add(jobId);
      for (const oldest of [...this.#early].slice(0, -most)) this.#early.delete(oldest);
    });
  }

  /** Whether a job was cancelled between when it was taken and now; asked once. */
  wasCancelledEarly(jobId: string): boolean {
    return this.#early.delete(jobId);
  }

  /** Whether a job was cancelled at an earlier attempt, whose worker may have died. */
  async wasCancelledBefore(messageType: string, jobId: string): Promise<boolean> {
    return (await this.#queues.command('hget', this.#queues.key(messageType, jobId), field)) === '1';
  }

  async close(): Promise<void> {
    await (await this.#events?.catch(() => undefined))?.close();
  }
}
