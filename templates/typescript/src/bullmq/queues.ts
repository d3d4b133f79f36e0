import {
  Queue,
  RedisConnection,
  type ConnectionOptions,
  type JobsOptions,
  type KeepJobs,
  type QueueOptions,
  type Telemetry,
} from 'bullmq';
import { defaultRetention, type Kept, type Retention } from '../backend/job-store.js';
import { policyOf, type MessagePolicies, type RetryPolicy } from '../worker/message-policy.js';

/** How BullMQ is reached, and what holds for all queues. */
export interface BullMqOptions {
  /** How Redis is reached: options of ioredis such as `{ url }`, or a client that stays the caller's. */
  readonly connection: ConnectionOptions;
  /** What the keys of all queues begin with. Default: `bull`. */
  readonly prefix?: string | undefined;
  /** How long jobs that have ended are kept. */
  readonly retention?: Retention | undefined;
  /** Passed on to BullMQ, such as `new BullMQOtel('name')` of bullmq-otel. */
  readonly telemetry?: Telemetry | undefined;
  /**
   * Called with errors that nobody waits for, such as a lost connection, which is opened again.
   * Default: `process.emitWarning`.
   */
  readonly onError?: ((error: Error) => void) | undefined;
}

/** What each of BullMQ's classes takes. */
type ConnectedOptions = Pick<QueueOptions, 'connection' | 'prefix' | 'telemetry'>;

/** A client of Redis whose connection can be ended. */
interface Disconnectable {
  readonly status: string;
  connect(): Promise<unknown>;
  disconnect(): void;
}

/** The queues of all messages, on one connection. */
export class Queues {
  readonly prefix: string;
  /** Called with errors that nobody waits for. */
  readonly onError: (error: Error) => void;
  readonly #options: BullMqOptions;
  readonly #policies: MessagePolicies;
  readonly #connection: RedisConnection;
  #client: Awaited<RedisConnection['client']> | undefined;
  readonly #isShared: boolean;
  readonly #blocking: Promise<Disconnectable>[] = [];
  readonly #queues = new Map<string, Promise<Queue>>();
  readonly #jobOptions = new Map<string, JobsOptions>();

  /**
   * @param options - How Redis is reached.
   * @param policies - What the catalog says of each message.
   * @param isBlocking - Whether commands wait for a lost connection without a limit, as those of BullMQ's workers do.
   */
  constructor(options: BullMqOptions, policies: MessagePolicies, isBlocking: boolean) {
    const { connection, prefix = 'bull', onError = (error) => process.emitWarning(error) } = options;
    const isClient = 'duplicate' in connection;
    this.prefix = prefix;
    this.onError = onError;
    this.#options = options;
    this.#policies = policies;
    this.#isShared = isClient;
    this.#connection = new RedisConnection(
      isClient || isBlocking ? connection : { maxRetriesPerRequest: 1, ...connection },
      { shared: isClient, blocking: isBlocking },
    );
    this.#connection.on('error', onError);
    this.#connection.client.then(
      (client) => {
        this.#client = client;
      },
      () => undefined,
    );
  }

  /** Resolves when Redis answers. Rejects with the first error of the connection. */
  async ready(): Promise<void> {
    let fail: (error: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
      this.#connection.once('error', reject);
    });
    try {
      await Promise.race([this.command('ping'), failed]);
    } finally {
      this.#connection.off('error', fail);
    }
  }

  /** Options of BullMQ's classes that share the connection. */
  async queueOptions(): Promise<ConnectedOptions> {
    const { telemetry } = this.#options;
    return {
      connection: await this.#connection.client,
      prefix: this.prefix,
      ...(telemetry === undefined ? {} : { telemetry }),
    };
  }

  /** Options of BullMQ's classes that block a connection, each of which opens its own. */
  blockingOptions(): ConnectedOptions {
    const { connection } = this.#options;
    return {
      connection: 'duplicate' in connection ? connection : { ...connection, maxRetriesPerRequest: null },
      prefix: this.prefix,
    };
  }

  /** The queue of a message. */
  queue(messageType: string): Promise<Queue> {
    const queue = this.#queues.get(messageType) ?? this.#open(messageType);
    this.#queues.set(messageType, queue);
    return queue;
  }

  async #open(messageType: string): Promise<Queue> {
    const queue = new Queue(messageType, await this.queueOptions());
    queue.on('error', this.onError);
    return queue;
  }

  /** Runs a command of Redis; once there is a connection, it is sent at once. */
  command(name: string, ...args: (string | number)[]): Promise<unknown> {
    if (this.#client !== undefined) return this.#client.runCommand(name, args);
    return this.#connection.client.then((client) => client.runCommand(name, args));
  }

  /** Key of what is kept beside a queue's jobs. */
  key(messageType: string, name: string): string {
    return `${this.prefix}:${messageType}:${name}`;
  }

  /** What holds for the jobs of a message; where the catalog says nothing of it, one attempt is made. */
  jobOptions(messageType: string): JobsOptions {
    const known = this.#jobOptions.get(messageType);
    if (known !== undefined) return known;
    const options = { ...retryOptions(policyOf(this.#policies, messageType).retry), ...this.keptOptions() };
    this.#jobOptions.set(messageType, options);
    return options;
  }

  /** How long jobs are kept. */
  keptOptions(): { readonly removeOnComplete: KeepJobs; readonly removeOnFail: KeepJobs } {
    const { completed = defaultRetention.completed, failed = defaultRetention.failed } = this.#options.retention ?? {};
    return { removeOnComplete: kept(completed), removeOnFail: kept(failed) };
  }

  /** Notes a connection that blocks, and belongs to one of BullMQ's classes, for {@link Queues.abandon}. */
  noteBlocking(client: Promise<Disconnectable> | undefined): void {
    if (client !== undefined) this.#blocking.push(client);
  }

  /** Ends all connections at once, but for a client of the caller: what Redis has not answered fails. */
  abandon(): void {
    const clients = this.#isShared ? this.#blocking : [...this.#blocking, this.#connection.client];
    for (const client of clients) client.then(disconnect).catch(() => undefined);
  }

  /** Closes what was opened here, in whatever time Redis takes. */
  async close(): Promise<void> {
    const queues = await Promise.allSettled(this.#queues.values());
    await Promise.all(queues.map((queue) => (queue.status === 'fulfilled' ? queue.value.close() : undefined)));
    await this.#connection.close();
  }
}

async function disconnect(client: Disconnectable): Promise<void> {
  client.disconnect();
  // Between two tries to connect it has no connection whose end BullMQ and its commands would hear of.
  if (client.status !== 'reconnecting') return;
  await client.connect();
  client.disconnect();
}

function retryOptions(retry: RetryPolicy | undefined): JobsOptions {
  return { attempts: retry?.attempts ?? 1, ...(retry?.backoff && { backoff: { ...retry.backoff } }) };
}

function kept({ age, count }: Kept): KeepJobs {
  return { age: Math.ceil(age / 1000), ...(Number.isFinite(count) ? { count } : {}) };
}
