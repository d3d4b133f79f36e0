// Generated from the message catalog. Change it there.
import { messagePolicies } from '../message-policies.js';
import { validateMessage } from '../message-validators.js';
import type { MessageType } from '../message-types.js';
import type { Handlers } from '../worker/index.js';
import { JobStoreOnBullMq } from './bull-mq-store.js';
import type { BullMqOptions } from './queues.js';
import { Workers } from './start-workers.js';
import type { WebhookOptions } from './webhooks.js';
import type { WorkerOptions } from './worker-options.js';

export type { AddOptions, Cancellation, JobStore, Kept, Retention, StoredJob } from '../backend/job-store.js';
export { ConfigurationError } from '../runtime/errors/configuration-error.js';
export { ConnectionError } from '../runtime/errors/connection-error.js';
export type { DeadLetter } from './message-worker.js';
export type { BullMqOptions } from './queues.js';
export type { CloseOptions, MessageCounts, Workers } from './start-workers.js';
export type { WebhookOptions } from './webhooks.js';
export type { WorkerOptions } from './worker-options.js';

/** Keeps the jobs of a backend in BullMQ, which carries them to workers. */
export class BullMqStore extends JobStoreOnBullMq {
  /** @param options - How Redis is reached: `connection` is required. */
  constructor(options: BullMqOptions) {
    super(options, messagePolicies);
  }
}

/** Those of some messages whose callers may want a webhook. */
type PostingType<Type extends MessageType> = {
  [Each in Type]: (typeof messagePolicies)[Each] extends { readonly webhook: true } ? Each : never;
}[Type];

/** How workers are started; `webhooks` is required where callers of a handled message may want one. */
export type StartWorkersOptions<Type extends MessageType> = WorkerOptions & {
  /** What {@link defineHandlers} returned. */
  readonly handlers: Handlers<Type>;
} & ([PostingType<Type>] extends [never] ? unknown : { readonly webhooks: WebhookOptions | false });

/**
 * Starts workers in this process: one a message that has a handler.
 *
 * @param options - What they carry out, and how.
 * @returns The workers, which run until they are closed.
 * @throws {@link ConfigurationError} if a handler is of no message of the catalog, or an option cannot be used;
 * {@link ConnectionError} if Redis cannot be reached.
 */
export function startWorkers<Type extends MessageType>(options: StartWorkersOptions<Type>): Promise<Workers> {
  return Workers.start(options, { policies: messagePolicies, validate: validateMessage });
}
