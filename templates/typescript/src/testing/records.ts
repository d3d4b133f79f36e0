import type { StoredJob as KeptJob } from '../backend/job-store.js';
import type { ReceivedRequest } from './received-request.js';
import type { WebhookDelivery } from './webhook-sender.js';

/** A job that a request made. It stays on record when the queue removes the job. */
export interface StoredJob {
  readonly jobId: string;
  readonly messageType: string;
  /** The payload. */
  readonly data: unknown;
  /** The idempotency key of the request, where it had one. */
  readonly idempotencyKey: string | undefined;
  /** Number of the request that made it. */
  readonly request: number;
}

/** A line that a handler logged. */
export interface LogLine {
  readonly jobId: string;
  readonly line: string;
}

/** What a backend remembers for the test to look at, each list oldest first. */
export class Records {
  readonly received: ReceivedRequest[] = [];
  readonly stored: StoredJob[] = [];
  readonly deliveries: WebhookDelivery[] = [];
  readonly logs: LogLine[] = [];
  /** Jobs as they were when they ended, by id. */
  readonly finished = new Map<string, KeptJob>();
  readonly #limit: number;

  /** @param limit - How many entries of each list are kept: the newest. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Records a request. */
  addReceived(request: ReceivedRequest): void {
    this.#add(this.received, request);
  }

  /** Records a job and the request that made it. */
  addStored({ jobId, name, data }: KeptJob, { headers, number }: ReceivedRequest): void {
    const idempotencyKey = headers['idempotency-key'];
    this.#add(this.stored, { jobId, messageType: name, data, idempotencyKey, request: number });
  }

  /** Records a webhook. */
  addDelivery(delivery: WebhookDelivery): void {
    this.#add(this.deliveries, delivery);
  }

  /** Records a line of a handler's log. */
  addLog(line: LogLine): void {
    this.#add(this.logs, line);
  }

  /** Records a job that has ended. */
  addFinished(job: KeptJob): void {
    this.finished.set(job.jobId, job);
    const [oldest] = this.finished.keys();
    if (this.finished.size > this.#limit && oldest !== undefined) this.finished.delete(oldest);
  }

  /** Forgets everything. */
  clear(): void {
    for (const list of [this.received, this.stored, this.deliveries, this.logs]) list.length = 0;
    this.finished.clear();
  }

  #add<Entry>(list: Entry[], entry: Entry): void {
    list.push(entry);
    if (list.length > this.#limit) list.shift();
  }
}
