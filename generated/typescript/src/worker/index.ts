// Generated from the message catalog. Change it there.
import type { messagePolicies } from '../message-policies.js';
import type { MessageOutcomes, MessagePayloads, MessageType, ReceivedPayloads } from '../message-types.js';
import type { ResultOf } from '../runtime/client/waiting-client.js';
import type { HandlerOf, RunningJob } from './handler.js';

export { messagePolicies } from '../message-policies.js';
export type { JobProgress } from '../runtime/job.js';
export type { ValidationProblem } from '../runtime/validation.js';
export { derivedJobId } from './derived-id.js';
export type { EmitOptions } from './handler.js';
export { InvalidMessageError, JobError } from './job-error.js';
export type { MessagePolicies, MessagePolicy, RetryPolicy } from './message-policy.js';

type Policies = typeof messagePolicies;

/** The messages that a job of a message may send while it runs. */
export type EmitsOf<Type extends MessageType> = Policies[Type] extends { readonly emits: readonly (infer Name)[] }
  ? Name & MessageType
  : never;

/** A job of a message, as its handler sees it. */
export type WorkerJob<Type extends MessageType> = RunningJob<Pick<MessagePayloads, EmitsOf<Type>>>;

/** What carries out the jobs of a message: a function of payload and job that returns the outcome, or `{ run, onFailed }`. */
export type Handler<Type extends MessageType> = HandlerOf<
  ReceivedPayloads[Type],
  ResultOf<MessagePayloads, MessageOutcomes, Type>,
  Pick<MessagePayloads, EmitsOf<Type>>
>;

/** The messages that callers send, who may want their jobs carried out. */
export type RequestType = {
  [Type in MessageType]: Policies[Type]['sentBy'] extends 'workers' ? never : Type;
}[MessageType];

/** A handler for each of some messages; without a word for each that callers send. */
export type Handlers<Type extends MessageType = RequestType> = { readonly [Each in Type]: Handler<Each> };

/**
 * Defines what carries out the jobs of messages, each with the types of its payload, outcome and emitted messages.
 *
 * @param handlers - Handlers by message type: of any messages, or of all that callers send with `satisfies Handlers` behind them.
 * @returns The same.
 */
export function defineHandlers<Type extends MessageType>(handlers: Handlers<Type>): Handlers<Type> {
  return handlers;
}
