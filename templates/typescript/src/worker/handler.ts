import type { JobProgress } from '../runtime/job.js';

/** How one message is sent by a handler. */
export interface EmitOptions {
  /**
   * What distinguishes this message from others of its type that the same job sends, the same at each attempt, such as the id of what
   * was found. Default: its number among those, which holds where a handler sends them in the same order at each attempt.
   */
  readonly key?: string | undefined;
}

/** A job as its handler sees it. `Emits` maps the messages that it may send while it runs to their payloads. */
export interface RunningJob<Emits extends object> {
  readonly id: string;
  /** Number of this attempt, from 1. */
  readonly attempt: number;
  /** Aborted when the job is cancelled, and when the worker closes and its grace is over: the handler is to throw then. */
  readonly signal: AbortSignal;
  /**
   * Reports how far the job has come.
   *
   * @param progress - A number, by convention a percentage, or an object.
   */
  progress(progress: JobProgress): Promise<void>;
  /**
   * Adds a line to the log that is kept with the job.
   *
   * @param line - The line, without secrets.
   */
  log(line: string): Promise<void>;
  /**
   * Sends one of the messages that the catalog lists as `emits`, as a job of its own. A later attempt that sends it again
   * makes no second one.
   *
   * @param type - Type of the message.
   * @param payload - Its payload, which is checked.
   * @returns Id of its job.
   * @throws {@link InvalidMessageError} if the payload does not fit.
   */
  emit<Type extends keyof Emits & string>(type: Type, payload: Emits[Type], options?: EmitOptions): Promise<string>;
}

/** Carries out the jobs of a message: the payload in, the payload of the outcome out. An error fails the attempt. */
export type Run<Payload, Outcome, Emits extends object> = (
  payload: Payload,
  job: RunningJob<Emits>,
) => Outcome | Promise<Outcome>;

/** A {@link Run}, and what is reported where the job has failed for good. */
export interface RunWithFailure<Payload, Outcome, Emits extends object> {
  readonly run: Run<Payload, Outcome, Emits>;
  /**
   * Called once the job has failed for good, with a payload that fits. The outcome that it returns is sent as that of a job
   * that completes. Where it throws, the job fails without one, and its log says so.
   *
   * @param error - What the handler threw last.
   */
  readonly onFailed?: (error: Error, payload: Payload, job: RunningJob<Emits>) => Outcome | Promise<Outcome>;
}

/** What a message's jobs are carried out by: a function, or `{ run, onFailed }`. */
export type HandlerOf<Payload, Outcome, Emits extends object> =
  | Run<Payload, Outcome, Emits>
  | RunWithFailure<Payload, Outcome, Emits>;

/** Handlers by message type, for what runs them: what they are given and give back is checked there. */
export type AnyHandlers = Readonly<Record<string, HandlerOf<never, unknown, never>>>;
