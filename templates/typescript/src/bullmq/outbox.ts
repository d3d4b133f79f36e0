import type { JobsOptions } from 'bullmq';
import type { OutgoingMessage } from '../worker/attempt.js';
import type { Queues } from './queues.js';

/** A job to be added to a queue, which may be one of no message. */
export interface Sending extends OutgoingMessage {
  /** What holds for the job. */
  readonly options: JobsOptions;
}

/** What is sent to Redis together. */
interface Round {
  /** Jobs whose ends are about to be stored. */
  readonly ending: string[];
  /** What leaves because of the ends of jobs, by their ids. */
  readonly leaving: (readonly [jobId: string, sendings: readonly Sending[]])[];
  /** Jobs of which nothing is left to be sent. */
  readonly done: string[];
  /** Resolves when the commands are on their way. */
  readonly sent: Promise<void>;
}

/**
 * Sees to it that what leaves at the end of a job leaves exactly when its end is stored. A job is entered in a list in Redis
 * before its end is stored, and struck off after what leaves was added; whoever finds a job in the list whose end is stored
 * adds it once more, which changes nothing where it was added, since its id is derived from the job's.
 *
 * Nearly all that a command costs is its way to Redis and back: what comes up at once is sent together.
 */
export class Outbox {
  readonly #queues: Queues;
  readonly #key: string;
  readonly #adding = new Set<Promise<void>>();
  #round: Round | undefined;

  /**
   * @param queues - The queues.
   * @param messageType - The queue whose jobs end.
   */
  constructor(queues: Queues, messageType: string) {
    this.#queues = queues;
    this.#key = queues.key(messageType, 'outbox');
  }

  /**
   * Enters a job whose end is about to be stored. Resolves when that is on its way: what is sent behind it on the same
   * connection, as the end of the job is, comes to Redis later.
   */
  enter(jobId: string): Promise<void> {
    const { ending, sent } = this.#nextRound();
    ending.push(jobId);
    return sent;
  }

  /** Adds what leaves because of a job whose end is stored, and strikes it off. */
  ended(jobId: string, sendings: readonly Sending[]): void {
    this.#nextRound().leaving.push([jobId, sendings]);
  }

  /** Strikes off a job of which nothing is to be sent. */
  strike(jobId: string): void {
    this.#nextRound().done.push(jobId);
  }

  /** The jobs that are entered: those that end now, anywhere, and those of a process that died. */
  async entries(): Promise<string[]> {
    return (await this.#queues.command('smembers', this.#key)) as string[];
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#round !== undefined || this.#adding.size > 0) {
      await this.#round?.sent;
      await Promise.all(this.#adding);
    }
  }

  /** What is sent once everything that has arrived by now has been looked at. */
  #nextRound(): Round {
    this.#round ??= {
      ending: [],
      leaving: [],
      done: [],
      sent: new Promise((resolve) => {
        setImmediate(() => {
          this.#send();
          resolve();
        });
      }),
    };
    return this.#round;
  }

  #send(): void {
    if (this.#round === undefined) return;
    const { ending, leaving, done } = this.#round;
    this.#round = undefined;
    // A job that ends once more, as people let failed ones, is entered behind its first end.
    if (done.length > 0) this.#change('srem', done);
    if (ending.length > 0) this.#change('sadd', ending);
    for (const [jobId, sendings] of leaving) this.#track(this.#add(jobId, sendings));
  }

  #change(command: 'sadd' | 'srem', jobIds: readonly string[]): void {
    this.#track(this.#queues.command(command, this.#key, ...jobIds));
  }

  async #add(jobId: string, sendings: readonly Sending[]): Promise<void> {
    // One by one, but at once: a transaction of BullMQ's costs more than it saves, and what is half added is added again.
    await Promise.all(sendings.map((sending) => this.#addOne(sending)));
    this.strike(jobId);
  }

  async #addOne({ messageType, payload, options, jobId }: Sending): Promise<void> {
    const queue = await this.#queues.queue(messageType);
    await queue.add(messageType, payload, { ...options, jobId });
  }

  #track(work: Promise<unknown>): void {
    const tracked = work.then(
      () => void this.#adding.delete(tracked),
      (error: Error) => {
        this.#adding.delete(tracked);
        this.#queues.onError(error);
      },
    );
    this.#adding.add(tracked);
  }
}
