import { effectOf } from '../delivery/effect.js';
import { excerpt } from '../delivery/reason.js';
import {
  DeadlineExceededError,
  InvalidResponseError,
  JobFailedError,
  JobNotFoundError,
  JobRemovedError,
  type WorkerClientError,
} from '../errors/index.js';
import type { JobSnapshot } from '../job.js';
import type { Redactor } from '../redact.js';

/** A job of any message. */
export type AnyJob = JobSnapshot<{ [key: string]: unknown }>;

/** Milliseconds for which a job that the backend does not know may still appear. */
const gracePeriod = 5_000;

/** What the polls of a job have shown so far. */
export interface Sightings {
  /** Type of the message whose enqueue made the job: it existed then, whatever is read now. `undefined` where only an id is known. */
  readonly messageType: string | undefined;
  /** State in which the job was last seen; `undefined` where it was not. */
  state: string | undefined;
  /** When the backend first said that it does not know the job; `undefined` where it has not. */
  missingSince: number | undefined;
}

/**
 * Whether a job has completed.
 *
 * @param job - The job as it was read.
 * @param redactor - Takes secrets out of what the error shows.
 * @throws {@link JobFailedError} if it failed for good.
 */
export function isCompleted(job: AnyJob, redactor: Redactor): boolean {
  if (job.state !== 'failed') return job.state === 'completed';
  const { jobId } = job;
  // Part by part: the catalog may mark a field of a payload as secret that is named like a part of a job.
  const ownRedactor = redactor.forPayload(Object.values(job));
  const parts = Object.entries(job).map(([part, value]) => [part, ownRedactor.value(value)]);
  const shown: AnyJob = Object.fromEntries(parts);
  const { failedReason } = shown;
  shown.failedReason = (typeof failedReason === 'string' && failedReason) || undefined;
  const message = `Job ${excerpt(jobId)} failed: ${excerpt(shown.failedReason ?? 'the worker gave no reason')}`;
  throw new JobFailedError(message, { jobId, messageType: shown.name }, shown);
}

/**
 * Goes on where a failure to read a job may be over soon.
 *
 * @param cause - The failure.
 * @param jobId - Id of the job.
 * @param sightings - What is known of the job; a failure that says that it is missing is noted there.
 * @param now - The time.
 * @throws {@link JobRemovedError} if it existed and is gone.
 * @throws {@link JobNotFoundError} if it has been missing for 5 seconds.
 * @throws The failure itself, where asking again would not change it.
 */
export function surviveFailure(cause: WorkerClientError, jobId: string, sightings: Sightings, now: number): void {
  if (cause.status !== 404) {
    if (isPassing(cause)) return;
    throw cause;
  }
  sightings.missingSince ??= now;
  const isOver = now - sightings.missingSince >= gracePeriod;
  if (sightings.state !== undefined || (isOver && sightings.messageType !== undefined))
    throw jobRemoved(jobId, '', cause);
  if (isOver) throw new JobNotFoundError(`The backend knows no job ${excerpt(jobId)}.`, { jobId, cause });
}

/**
 * Notes the state of a job, if it is the one that was waited for: a queue that is flushed counts its ids anew.
 *
 * @param job - The job as it was read.
 * @param sightings - What is known of the job; its state is noted there.
 * @param redactor - Takes secrets out of what the error shows.
 * @throws {@link JobRemovedError} if it is of another message.
 */
export function noteSighting({ jobId, name, state }: AnyJob, sightings: Sightings, redactor: Redactor): void {
  const { messageType } = sightings;
  if (messageType !== undefined && typeof name === 'string' && name !== messageType)
    throw jobRemoved(jobId, `, its id is now that of a job of ${excerpt(redactor.text(name))}`);
  sightings.state = redactor.text(state);
}

function jobRemoved(jobId: string, more: string, cause?: WorkerClientError): JobRemovedError {
  const message = `Job ${excerpt(jobId)} is gone from the queue${more}: whether it completed or failed is not known.`;
  return new JobRemovedError(message, { jobId, cause });
}

/** Whether a failure to read may be over soon: the job is none the worse for it. */
function isPassing(error: WorkerClientError): boolean {
  return error instanceof InvalidResponseError
    ? !error.isTooLarge
    : effectOf(error, { wasSent: true, isFutile: false }) !== 'settled';
}

/**
 * The error of a wait that has run out of time.
 *
 * @param jobId - Id of the job.
 * @param deadline - Milliseconds that the wait had.
 * @param sightings - What the polls have shown.
 * @param cause - The last failure to read it, if it could not be read since.
 */
export function deadlineExceeded(
  jobId: string,
  deadline: number,
  { state, missingSince }: Sightings,
  cause: WorkerClientError | undefined,
): DeadlineExceededError {
  const unseen =
    missingSince === undefined ? 'the backend has not said how it is doing' : 'the backend did not know it';
  const known = state === undefined ? unseen : `it was last seen ${excerpt(state)}`;
  const message = `Job ${excerpt(jobId)} is not known to have ended after ${deadline} ms: ${known}.`;
  return new DeadlineExceededError(message, { jobId, deadline, state, cause });
}
