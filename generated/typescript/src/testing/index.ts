// Generated from the message catalog. Change it there.
import { messages, product } from '../catalog.js';
import { messagePolicies } from '../message-policies.js';
import {
  MessageTypes,
  type MessageOutcomes,
  type MessagePayloads,
  type MessageType,
  type ReceivedPayloads,
} from '../message-types.js';
import { validateMessage } from '../message-validators.js';
import type { ResultOf } from '../runtime/client/waiting-client.js';
import { signEvent } from '../webhooks/sign-webhook.js';
import type { EmitsOf } from '../worker/index.js';
import type { Backend } from './backend.js';
import type { BackendCatalog, BackendOptions } from './backend-options.js';
import { startBackend } from './start-backend.js';

export { MemoryStore } from '../backend/index.js';
export type { BackendOptions } from './backend-options.js';
export type {
  CompressedFault,
  CutOffFault,
  DelayFault,
  Fault,
  FaultStage,
  HangUpFault,
  MalformedFault,
  MissingJobIdFault,
  NotHttpFault,
  RedirectFault,
  ResetFault,
  RetryAfterFault,
  StallFault,
  StatusFault,
  SuccessFalseFault,
  TrickleFault,
} from './fault.js';
export type { Injection, InjectOptions, RequestMatch } from './fault-plan.js';
export { createManualClock, type ManualClock } from './manual-clock.js';
export type { ReceivedRequest } from './received-request.js';
export type { LogLine, StoredJob } from './records.js';
export type { SignWebhook, WebhookDelivery, WebhookEvent } from './webhook-sender.js';

/** What a worker returns for a job of each message that has an outcome: the payload of that outcome. */
export type WorkerOutcomes = { [Type in keyof MessageOutcomes]: ResultOf<MessagePayloads, MessageOutcomes, Type> };

/** What a worker may send while a job of each message runs. */
export type WorkerEmits = { [Type in MessageType]: Pick<MessagePayloads, EmitsOf<Type>> };

/** A worker backend to test against, on loopback. */
export type WorkerBackend = Backend<ReceivedPayloads, WorkerOutcomes, WorkerEmits>;

const catalog: BackendCatalog = {
  version: product.replace(/^.*\//, ''),
  messageTypes: MessageTypes,
  outcomes: messages,
  policies: messagePolicies,
  validate: validateMessage,
  signWebhook: signEvent,
};

/**
 * Starts a worker backend on a free port of loopback. It takes the messages of this package, and keeps their jobs in
 * memory; `await using`, or `close()`, ends it.
 *
 * @param options - How it behaves.
 * @throws RangeError if an option makes no sense.
 */
export function startWorkerBackend(options?: BackendOptions): Promise<WorkerBackend> {
  return startBackend<ReceivedPayloads, WorkerOutcomes, WorkerEmits>(options, catalog);
}
