import { reasonOf } from '../delivery/reason.js';
import { InvalidArgumentError, RequestAbortedError, WorkerClientError } from '../errors/index.js';
import type { JobResponse } from '../job.js';
import { countProblem } from '../limits.js';
import { functionProblem, optionsProblem, rule } from '../must-be.js';
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
export interface SendAllOptions<Type extends string = string> extends Omit<SendOptions, 'idempotencyKey'> {
  /** Most requests at once: a whole number from 1 up. Default: 8. */
  concurrency?: number | undefined;
  /**
   * Called with how each enqueue ended, and its place in the list from 0, as soon as it has, and waited for. What it throws
   * or rejects with keeps what has not been sent from being sent, and ends the whole with a `RequestAbortedError`.
   */
  onResult?: ((result: SendResult<Type>, index: number) => unknown) | undefined;
}

/** Messages to enqueue: a list, or anything that gives them one by one. */
export type JobsToSend<Job> = Iterable<Job> | AsyncIterable<Job>;

/** Sends one message: the method of a client. */
type Send<Type extends string> = (type: Type, payload: never, options: SendOptions) => Promise<JobResponse<Type>>;

/** A job as it may come from JavaScript: any property may be missing. */
interface AnyJobToSend<Type extends string> {
  readonly type: Type;
  readonly payload: unknown;
  readonly options?: SendOptions | undefined;
}

/**
 * Enqueues several messages, some at once. One that fails does not keep the others back.
 *
 * @param send - Sends one.
 * @param jobs - The messages. A list is read once, at the start; anything else as places become free.
 * @param options - What holds for all of them; what a message brings itself wins.
 * @returns How each enqueue ended, in the order of the messages. What keeps the messages from being read on is the last result.
 * @throws {@link InvalidArgumentError} if `jobs` or `options` cannot work.
 * @throws {@link RequestAbortedError} if `onResult` throws.
 */
export async function sendEach<Type extends string>(
  send: Send<Type>,
  jobs: JobsToSend<AnyJobToSend<Type>>,
  options: SendAllOptions<Type> = {},
): Promise<SendResult<Type>[]> {
  const problem = jobsProblem('jobs', jobs) ?? optionsProblem(options, sendAllRules);
  if (problem !== undefined) throw new InvalidArgumentError(problem);
  const { concurrency = 8, onResult, ...shared } = options;
  const isList = Array.isArray(jobs);
  const iterator = iteratorOf(isList ? [...jobs] : jobs);
  const results: SendResult<Type>[] = [];
  let hasEnded = false;
  let refusal: readonly [unknown] | undefined;
  let [taken, workers] = [0, 0];
  let turn: IteratorResult<AnyJobToSend<Type>> | Promise<IteratorResult<AnyJobToSend<Type>>> | undefined;
  const sendOne = async ({ type, payload, options: own }: AnyJobToSend<Type>): Promise<JobResponse<Type>> =>
    send(type, payload as never, overlay(shared, own));

  const mayGoOn = (): boolean => !hasEnded && refusal === undefined && (isList || !shared.signal?.aborted);
  const work = async (): Promise<void> => {
    workers += 1;
    let next: Promise<void> | undefined;
    while (mayGoOn()) {
      let sent: Promise<JobResponse<Type>>;
      try {
        // One after the other: not every iterator can be asked again before it has answered.
        turn = turn instanceof Promise ? turn.then(() => iterator.next()) : iterator.next();
        const { done, value } = await turn;
        hasEnded ||= done === true;
        if (done) break;
        sent = sendOne(value);
      } catch (error) {
        if (hasEnded) break;
        hasEnded = true;
        sent = Promise.reject(error as Error);
      }
      const index = taken++;
      // As many as there are messages for: their number is not always known.
      if (workers < concurrency) next ??= work();
      const [result] = await Promise.allSettled([sent]);
      if (result.status === 'rejected') result.reason = asWorkerClientError(result.reason);
      results[index] = result;
      try {
        await onResult?.(result, index);
      } catch (error) {
        refusal ??= [error];
      }
    }
    await next;
  };
  await Promise.all(Array.from({ length: isList ? Math.min(concurrency, jobs.length) : 1 }, work));
  try {
    if (!hasEnded) await iterator.return?.();
  } catch (error) {
    results.push({ status: 'rejected', reason: asWorkerClientError(error) });
  }
  if (refusal === undefined) return results;
  throw new RequestAbortedError(`Sending aborted: onResult threw: ${reasonOf(refusal[0])}`, { cause: refusal[0] });
}

const jobsProblem = rule(
  'an iterable',
  (jobs) => typeof jobs === 'object' && jobs && (Symbol.iterator in jobs || Symbol.asyncIterator in jobs),
);

/** What can be wrong with how messages are sent. */
const sendAllRules = {
  // TypeScript lets a key through that does not stand in a literal.
  idempotencyKey: () => 'idempotencyKey belongs to one message: give each its own.',
  concurrency: countProblem,
  onResult: functionProblem,
};

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

/** What keeps one message from being sent, as the error of a client. Others come from JavaScript alone: a job that is no object. */
function asWorkerClientError(error: unknown): WorkerClientError {
  if (error instanceof WorkerClientError) return error;
  return new InvalidArgumentError(`The message cannot be sent: ${reasonOf(error)}`, { cause: error });
}

function iteratorOf<Item>(items: JobsToSend<Item>): Iterator<Item> | AsyncIterator<Item> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
