import { Queue, QueueEvents } from 'bullmq';
import type { ValidationProblem } from '../../runtime/validation.js';
import type { AttemptRules } from '../../worker/attempt.js';
import type { HandlerOf } from '../../worker/handler.js';
import { JobStoreOnBullMq } from '../bull-mq-store.js';
import { Workers } from '../start-workers.js';
import type { AnyWorkerOptions } from '../worker-options.js';
import { startRedis } from './redis.js';

/** A small catalog: what does not fit has a property `bad`. */
export const rules: AttemptRules = {
  policies: {
    'a-request': {
      domain: '',
      sentBy: 'callers',
      outcome: 'a-completed',
      emits: ['a-found'],
      webhook: true,
      retry: { attempts: 3, backoff: { type: 'exponential', delay: 5 }, neverOn: ['GONE'] },
    },
    'a-completed': { domain: '', sentBy: 'workers' },
    'a-found': { domain: '', sentBy: 'workers' },
    'b-request': { domain: '', sentBy: 'callers' },
  },
  validate: (_, value): ValidationProblem[] =>
    typeof value === 'object' && value !== null && 'bad' in value ? [{ pointer: '/bad', message: 'Is bad.' }] : [],
};

/** A handler of the small catalog. */
export type TestHandler = HandlerOf<Record<string, unknown>, unknown, Record<string, unknown>>;

/** What a test needs of Redis, BullMQ and this package; closing it closes all that was started with it. */
export class World implements AsyncDisposable {
  readonly connection: { readonly url: string };
  readonly store: JobStoreOnBullMq;
  readonly #closing: (() => PromiseLike<unknown>)[] = [];
  #count = 0;

  private constructor(url: string) {
    this.connection = { url };
    this.store = new JobStoreOnBullMq({ connection: this.connection }, rules.policies);
    this.#closing.push(() => this.store.close());
  }

  static async start(): Promise<World> {
    const redis = await startRedis();
    const world = new World(redis.url);
    world.#closing.unshift(() => redis[Symbol.asyncDispose]());
    return world;
  }

  /** Starts workers that post no webhooks unless the options say so. */
  async workers(handlers: Record<string, TestHandler>, options: Partial<AnyWorkerOptions> = {}): Promise<Workers> {
    const all = { connection: this.connection, handlers, webhooks: false, lockDuration: 1000, ...options } as const;
    const workers = await Workers.start(all, rules);
    this.#closing.push(() => workers.close({ grace: 0 }));
    return workers;
  }

  /** Adds a job. Resolves with its id. */
  async add(messageType: string, payload: unknown = {}): Promise<string> {
    const jobId = `${messageType}.${String((this.#count += 1))}`;
    await this.store.add(messageType, payload, { jobId });
    return jobId;
  }

  /** Waits until a job is in a state, without polling. */
  async until(jobId: string, ...states: string[]): Promise<Awaited<ReturnType<JobStoreOnBullMq['get']>>> {
    const stop = new AbortController();
    for (;;) {
      const change = this.store.watch(jobId, stop.signal);
      change.catch(() => undefined);
      const job = await this.store.get(jobId);
      if (job !== undefined && states.includes(job.state)) {
        stop.abort();
        return job;
      }
      await change;
    }
  }

  /** Waits until a job of a queue has ended, whichever it is. Resolves with its id. */
  async endOf(name: string): Promise<string> {
    const events = new QueueEvents(name, { connection: this.connection, lastEventId: '0-0' });
    this.#closing.push(() => events.close());
    return new Promise((resolve) => {
      const end = ({ jobId }: { jobId: string }): void => resolve(jobId);
      events.on('completed', end);
      events.on('failed', end);
    });
  }

  /** A queue as BullMQ has it. */
  queue(name: string): Queue {
    const queue = new Queue(name, { connection: this.connection });
    this.#closing.push(() => queue.close());
    return queue;
  }

  /** The data of all jobs of a queue, in the order of their ids. */
  async jobsOf(name: string): Promise<{ id: string; data: unknown }[]> {
    const jobs = await this.queue(name).getJobs();
    return jobs.map(({ id = '', data }) => ({ id, data: data as unknown })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const close of this.#closing.toReversed()) await close();
  }
}

/** A promise, and what resolves it. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
