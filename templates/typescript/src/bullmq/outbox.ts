import type { JobsOptions } from 'bullmq';
import type { OutgoingMessage } from '../worker/attempt.js';
import { Batch } from './batch.js';
import type { Queues } from './queues.js';

/** A job to be added to a queue, which may be one of no message. */
export interface Sending extends OutgoingMessage {
  /** What holds for the job. */
  readonly options: JobsOptions;
}

/** A job that has ended, and what leaves because of it. */
interface Ended {
  readonly jobId: string;
  readonly sendings: readonly Sending[];
}

/**
 * Sees to it that what leaves at the end of a job leaves exactly when its end is stored. A job is entered in a list in Redis
 * before it can end, and struck off after what leaves was added; whoever finds a job in the list whose end is stored adds it
 * once more, which changes nothing where it was added, since its id is derived from the job's.
 */
export class Outbox {
  readonly #queues: Queues;
  readonly #key: string;
  readonly #ended: Batch<Ended>;
  readonly #struck: Batch<string>;
  #entering: string[] = [];

  /**
   * @param queues - The queues.
   * @param messageType - The queue whose jobs end.
   */
  constructor(queues: Queues, messageType: string) {
    this.#queues = queues;
    this.#key = queues.key(messageType, 'outbox');
    this.#ended = new Batch((ended) => this.#send(ended));
    this.#struck = new Batch(async (jobIds) => void (await queues.command('srem', this.#key, ...jobIds)));
  }

  /** Enters a job, together with others that begin just now. */
  enter(jobId: string): void {
    if (this.#entering.push(jobId) === 1) process.nextTick(() => this.flush());
  }

  /**
   * Sends what is to be entered. What is sent behind it on the same connection, as the end of a job is, comes to Redis later:
   * there is no need to wait for the answer.
   */
  flush(): void {
    if (this.#entering.length === 0) return;
    this.#queues.command('sadd', this.#key, ...this.#entering).catch(this.#queues.onError);
    this.#entering = [];
  }

  /** Adds what leaves because of a job whose end is stored, and strikes it off. */
  ended(jobId: string, sendings: readonly Sending[]): Promise<void> {
    return this.#ended.add({ jobId, sendings });
  }

  /** Strikes off a job that has not ended here: it is entered again when it can. */
  strike(jobId: string): Promise<void> {
    return this.#struck.add(jobId);
  }

  /** The jobs that are entered: those that run now, anywhere, and those of a process that died. */
  async entries(): Promise<string[]> {
    return (await this.#queues.command('smembers', this.#key)) as string[];
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    for (const batch of [this.#ended, this.#struck]) await batch.idle();
  }

  async #send(ended: readonly Ended[]): Promise<void> {
    const byQueue = new Map<string, Sending[]>();
    for (const sending of ended.flatMap(({ sendings }) => sendings)) {
      const others = byQueue.get(sending.messageType);
      if (others === undefined) byQueue.set(sending.messageType, [sending]);
      else others.push(sending);
    }
    for (const [name, sendings] of byQueue) {
      const queue = await this.#queues.queue(name);
      await queue.addBulk(
        sendings.map(({ jobId, payload, options }) => ({ name, data: payload, opts: { ...options, jobId } })),
      );
    }
    await this.#queues.command('srem', this.#key, ...ended.map(({ jobId }) => jobId));
  }
}
