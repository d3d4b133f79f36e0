import type { WorkerClientError } from '../errors/index.js';
import type { JobResponse } from '../job.js';
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
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    // All workers take from one iterator, so each item is taken once.
    for (const [index, item] of queue) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return results;
}
