import { QueueEvents } from 'bullmq';
import type { Queues } from './queues.js';

/**
 * Begins to read the events of a queue, none of which is missed from when this was called: BullMQ keeps them, and a lost
 * connection reads on where it was.
 *
 * @param queues - The queues.
 * @param name - Name of the queue.
 */
export async function readEvents(queues: Queues, name: string): Promise<QueueEvents> {
  const newest = (await queues.command('xrevrange', queues.key(name, 'events'), '+', '-', 'COUNT', 1)) as string[][];
  const events = new QueueEvents(name, { ...queues.blockingOptions(), lastEventId: newest[0]?.[0] ?? '0-0' });
  events.on('error', queues.onError);
  queues.noteBlocking(events.getBackend().client);
  return events;
}

const names = ['waiting', 'delayed', 'active', 'progress', 'completed', 'failed', 'stalled', 'removed'] as const;

/** Wakes whoever waits for a change of a job of one queue. */
export class QueueChanges {
  /** Resolves when changes are read. */
  readonly started: Promise<unknown>;
  readonly #events: Promise<QueueEvents>;
  #isStarted = false;
  readonly #waiting = new Map<string, Set<() => void>>();

  /**
   * @param queues - The queues.
   * @param messageType - Which of them.
   */
  constructor(queues: Queues, messageType: string) {
    this.#events = readEvents(queues, messageType);
    this.started = this.#events.then((events) => {
      for (const name of names) events.on(name, ({ jobId }: { jobId: string }) => this.#wake(jobId));
      this.#isStarted = true;
    });
  }

  /** Whether changes are read. */
  get isStarted(): boolean {
    return this.#isStarted;
  }

  /**
   * Waits for the next change of a job.
   *
   * @returns `change`, which resolves then, and `stop`, which resolves it at once.
   */
  next(jobId: string): { readonly change: Promise<void>; readonly stop: () => void } {
    const waiting = this.#waiting.get(jobId) ?? new Set();
    this.#waiting.set(jobId, waiting);
    let stop = (): void => undefined;
    const change = new Promise<void>((resolve) => {
      stop = () => {
        waiting.delete(stop);
        if (waiting.size === 0 && this.#waiting.get(jobId) === waiting) this.#waiting.delete(jobId);
        resolve();
      };
      waiting.add(stop);
    });
    return { change, stop };
  }

  /** Stops reading; whoever waits is woken. */
  async close(): Promise<void> {
    for (const jobId of this.#waiting.keys()) this.#wake(jobId);
    await (await this.#events.catch(() => undefined))?.close();
  }

  #wake(jobId: string): void {
    for (const wake of this.#waiting.get(jobId) ?? []) wake();
  }
}
