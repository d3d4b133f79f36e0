import type { JobProgress } from '../runtime/job.js';
import type { Validate } from '../runtime/validation.js';
import { derivedJobId } from './derived-id.js';
import type { AnyHandlers, EmitOptions, RunningJob, RunWithFailure } from './handler.js';
import { InvalidMessageError, JobError } from './job-error.js';
import { JobStop, type StopReason } from './job-stop.js';
import { policyOf, type MessagePolicies } from './message-policy.js';

/** What the rules of an attempt take from the catalog. */
export interface AttemptRules {
  readonly policies: MessagePolicies;
  readonly validate: Validate;
}

/** A message that a job sends: to be added as a job of its own, where none is kept under its id. */
export interface OutgoingMessage {
  readonly jobId: string;
  readonly messageType: string;
  readonly payload: unknown;
}

/** What whoever runs an attempt knows of the job, and does for its handler. */
export interface AttemptContext {
  readonly jobId: string;
  readonly messageType: string;
  /** The payload as it was kept: plain JSON. */
  readonly payload: unknown;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
  /** Why the job is to stop; `undefined` while it is not. */
  readonly stopReason: StopReason | undefined;
  /** Aborted with a {@link JobStop} when the job is to stop. */
  readonly signal: AbortSignal;
  progress(progress: JobProgress): Promise<void>;
  log(line: string): Promise<void>;
  send(message: OutgoingMessage): Promise<void>;
}

/** How an attempt ended. */
export type AttemptEnd =
  | {
      readonly end: 'completed';
      /** What the handler returned, as plain JSON: the job's return value. */
      readonly outcome: unknown;
    }
  | {
      readonly end: 'failed';
      /** Why, as callers see it. */
      readonly reason: string;
      /** Whether the job has failed for good; else it is attempted again. */
      readonly isFinal: boolean;
      readonly error: Error;
      /** What `onFailed` returned, as plain JSON; absent where there is none. */
      readonly outcome?: unknown;
    }
  | {
      /** The worker closes: the attempt does not count, and another worker begins it anew. */
      readonly end: 'interrupted';
    };

/**
 * Makes one attempt of a job, by the rules that hold wherever jobs are run: the payload is checked on arrival and the outcome
 * when it is returned, `neverOn` and the number of attempts say whether a failure is final, and `onFailed` is asked then.
 *
 * @param rules - What the catalog says.
 * @param handlers - Handlers by message type; one of this message must be there.
 * @param context - The job.
 * @returns How it ended; it rejects only where `context` does.
 */
export async function runAttempt(
  rules: AttemptRules,
  handlers: AnyHandlers,
  context: AttemptContext,
): Promise<AttemptEnd> {
  const { messageType, payload, attempt } = context;
  const { outcome: outcomeType, retry } = policyOf(rules.policies, messageType);
  const unfit = misfit(rules, messageType, payload, 'The payload');
  if (unfit !== undefined) return { end: 'failed', reason: unfit.message, isFinal: true, error: unfit };
  const { run, onFailed } = handlerOf(handlers, messageType);
  const job = runningJob(rules, context);
  const checked = (value: unknown): unknown => checkedCopy(rules, outcomeType, value, 'The outcome');
  try {
    if (context.stopReason !== undefined) throw new JobStop(context.stopReason);
    const outcome = checked(await run(payload as never, job));
    if (context.stopReason !== 'cancelled') return { end: 'completed', outcome };
    throw new JobStop('cancelled');
  } catch (thrown) {
    const stop = context.stopReason;
    const error = asError(thrown);
    const isUnrecoverable = isInvalidMessage(error) || isNever(error, retry?.neverOn);
    if (stop === 'closing' && !isUnrecoverable) return { end: 'interrupted' };
    const isFinal = stop === 'cancelled' || isUnrecoverable || attempt >= (retry?.attempts ?? 1);
    const failed = { end: 'failed', reason: stop === 'cancelled' ? stop : reasonOf(error), isFinal, error } as const;
    if (!isFinal || onFailed === undefined) return failed;
    try {
      return { ...failed, outcome: checked(await onFailed(error, payload as never, job)) };
    } catch (again) {
      await context.log(`onFailed failed, so that no outcome is sent: ${reasonOf(asError(again))}`);
      return failed;
    }
  }
}

function handlerOf(handlers: AnyHandlers, messageType: string): RunWithFailure<never, unknown, never> {
  const handler = Object.hasOwn(handlers, messageType) ? handlers[messageType] : undefined;
  if (handler === undefined) throw new TypeError(`There is no handler of ${messageType}.`);
  return typeof handler === 'function' ? { run: handler } : handler;
}

function runningJob(rules: AttemptRules, context: AttemptContext): RunningJob<never> {
  const { jobId, messageType, attempt } = context;
  const counts = new Map<string, number>();
  return {
    id: jobId,
    attempt,
    get signal() {
      return context.signal;
    },
    progress: (progress) => context.progress(progress),
    log: (line) => context.log(line),
    async emit(type: string, payload: unknown, { key }: EmitOptions = {}) {
      if (policyOf(rules.policies, messageType).emits?.includes(type) !== true)
        throw new InvalidMessageError(`${messageType} does not emit ${type}.`, []);
      const place = counts.get(type) ?? 0;
      counts.set(type, place + 1);
      const copy = checkedCopy(rules, type, payload, 'The payload');
      const id = await derivedJobId(jobId, type, key === undefined ? `emit ${place}` : `key ${key}`);
      await context.send({ jobId: id, messageType: type, payload: copy });
      return id;
    },
  };
}

/**
 * A value as it is kept, checked against its message where there is one.
 *
 * @throws {@link InvalidMessageError} if it does not fit, or has no JSON form.
 */
function checkedCopy(rules: AttemptRules, messageType: string | undefined, value: unknown, subject: string): unknown {
  const copy = jsonCopy(value, subject);
  const unfit = messageType === undefined ? undefined : misfit(rules, messageType, copy, subject);
  if (unfit !== undefined) throw unfit;
  return copy;
}

function jsonCopy(value: unknown, subject: string): unknown {
  try {
    return JSON.parse(JSON.stringify(value ?? null));
  } catch (error) {
    throw new InvalidMessageError(`${subject} cannot be written as JSON: ${reasonOf(asError(error))}`, []);
  }
}

const maxList = 1000;

function misfit(
  { validate }: AttemptRules,
  messageType: string,
  value: unknown,
  subject: string,
): InvalidMessageError | undefined {
  const problems = validate(messageType, value);
  if (problems.length === 0) return undefined;
  const list = problems.map(({ pointer, message }) => `${pointer || 'the whole'}: ${message}`).join(' ');
  return new InvalidMessageError(`${subject} does not fit ${messageType}: ${list.slice(0, maxList)}`, problems);
}

const isNever = (error: Error, codes: readonly string[] = []): boolean =>
  error instanceof JobError && codes.includes(error.code);

// Not by its class: a handler may have it from another copy of the package.
const isInvalidMessage = (error: Error): boolean => error instanceof JobError && 'problems' in error;

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

const reasonOf = (error: Error): string =>
  error instanceof JobError && !isInvalidMessage(error)
    ? `${error.code}: ${error.message}`
    : error.message || error.name;
