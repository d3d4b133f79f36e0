import { reasonOf } from '../delivery/reason.js';
import { InvalidArgumentError, WorkerClientError } from '../errors/index.js';
import type { JobResponse } from '../job.js';
import { countProblem } from '../limits.js';
import type { SendOptions } from '../request-options.js';

/** A message to enqueue: one member for each message type, so that the type decides the payload. */
export type JobToSend<Payloads> = {
  [Type in keyof Payloads & string]: {
    /** Type of the message. */
    type: Type;
    /** The message's payload. */
    payload: Payloads[Type];
    /** What this one enqueue changes. */
    options?: SendOptions | undefined;
  };
}[keyof Payloads & string];

/** How one enqueue of several ended; the shape is that of `Promise.allSettled`. */
export type SendResult<Type extends string = string> =
  | { readonly status: 'fulfilled'; readonly value: JobResponse<Type> }
  | { readonly status: 'rejected'; readonly reason: WorkerClientError };

/** How to send several messages. */
export interface SendAllOptions extends Omit<SendOptions, 'idempotencyKey'> {
  /** Most requests at once: a whole number from 1 up. Default: 8. */
  concurrency?: number | undefined;
}

/** How many requests `sendAll` makes at once, unless its options say otherwise. */
export const defaultConcurrency = 8;

/**
 * Tells why several messages cannot be sent, or `undefined` if they can.
 *
 * @param jobs - The messages.
 * @param concurrency - How many requests at once.
 * @param shared - What holds for all of them.
 */
export function sendAllProblem(jobs: unknown, concurrency: unknown, shared: object): string | undefined {
  if (!Array.isArray(jobs)) return 'jobs must be a list.';
  // TypeScript lets a key through that does not stand in a literal.
  if ('idempotencyKey' in shared) return 'idempotencyKey belongs to one message: give it in the options of each.';
  return countProblem('concurrency', concurrency);
}

/**
 * What holds for one message: the options of all, and over them its own. One that is `undefined` says nothing, and header
 * fields are joined.
 *
 * @param shared - The options of all.
 * @param own - Its own.
 */
export function overlay(shared: SendOptions, own: SendOptions = {}): SendOptions {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  const headers = { ...shared.headers, ...own.headers };
  return { ...shared, ...Object.fromEntries(given), headers };
}

/**
 * What keeps one message from being sent, as the error of a client. Others come from JavaScript alone: a job that is no
 * object, a `validate` that throws.
 *
 * @param error - What was thrown.
 */
export function asWorkerClientError(error: unknown): WorkerClientError {
  if (error instanceof WorkerClientError) return error;
  return new InvalidArgumentError(`The message cannot be sent: ${reasonOf(error)}`, { cause: error });
}

/**
 * Does something with each item, some at once.
 *
 * @param items - The items.
 * @param concurrency - Most items at once.
 * @param task - What to do; it must not reject.
 * @returns What came of each, in the order of the items.
 */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  task: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  // Read once: what the caller does to the list later must neither add, nor drop, nor repeat one.
  const queue = [...items].entries();
  const work = async (): Promise<void> => {
    // All workers take from one iterator, so each item is taken once.
    for (const [index, item] of queue) results[index] = await task(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return results;
}
