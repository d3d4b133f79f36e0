import type { Core } from '../core.js';
import { excerpt, reasonOf } from '../delivery/reason.js';
import { InvalidArgumentError, RequestAbortedError } from '../errors/index.js';
import type { FinishedJob, JobProgress, JobResponse, JobSnapshots } from '../job.js';
import { isCompleted, type AnyJob } from './outcome.js';
import { pollJob } from './poll.js';
import { checkWait, type WaitOptions, type WatchOptions } from './wait-options.js';

/** Message types of outcomes, by the message types whose jobs they report the end of. */
export type Outcomes = Readonly<Record<string, string | undefined>>;

/**
 * Waits until a job has completed.
 *
 * @param core - The client.
 * @param jobId - Id of the job.
 * @param messageType - Type of the message whose enqueue made the job; `undefined` where only an id is known.
 * @param options - How to wait.
 * @throws {@link JobFailedError} if it failed for good.
 * @throws {@link WorkerClientError} as {@link pollJob}.
 */
export async function waitUntilCompleted(
  core: Core,
  jobId: string,
  messageType: string | undefined,
  options: WaitOptions,
): Promise<AnyJob> {
  checkWait(jobId, options);
  const report = progressReporter(jobId, options.onProgress);
  let last: AnyJob | undefined;
  for await (const job of pollJob(core, jobId, messageType, options)) {
    last = job;
    if (!isCompleted(job, core.delivery.access.redactor)) await report(job.progress);
  }
  return last as AnyJob;
}

/**
 * Waits like {@link waitUntilCompleted} for a job that was enqueued, and checks its result where validation is on.
 *
 * @param outcomes - Names the message that the result is the payload of.
 * @throws {@link ValidationError} if the result does not fit its message.
 */
export async function waitForResult(
  core: Core,
  outcomes: Outcomes,
  job: JobResponse,
  options: WaitOptions,
): Promise<FinishedJob<never, never>> {
  const { jobId, messageName } = identityOf(job);
  const finished = await waitUntilCompleted(core, jobId, messageName, options);
  const outcome = Object.hasOwn(outcomes, messageName) ? outcomes[messageName] : undefined;
  if (outcome !== undefined && (finished.returnvalue ?? undefined) !== undefined)
    core.checkPayload(outcome, finished.returnvalue, jobId);
  return finished as FinishedJob<never, never>;
}

/**
 * Reads a job that was enqueued, or one by its id, again and again until it has ended.
 *
 * @yields What {@link pollJob} does.
 */
export async function* watchJob(core: Core, job: JobResponse | string, options: WatchOptions): JobSnapshots<never> {
  const identity: Pick<JobResponse, 'jobId'> & Partial<JobResponse> =
    typeof job === 'string' ? { jobId: job } : identityOf(job);
  const { jobId, messageName } = identity;
  checkWait(jobId, options);
  yield* pollJob(core, jobId, messageName, options) as JobSnapshots<never>;
}

/** What is needed of a job, which may be anything in JavaScript. */
function identityOf(job: JobResponse): JobResponse {
  if (typeof job === 'object' && job) return job;
  throw new InvalidArgumentError('job must be what an enqueue returned.');
}

/** Reports progress where it differs from what was reported last. */
function progressReporter(
  jobId: string,
  onProgress: WaitOptions['onProgress'],
): (progress: JobProgress | undefined) => Promise<void> {
  let reported: string | undefined;
  return async (progress) => {
    if (onProgress === undefined || progress === undefined || progress === null) return;
    const text = textOf(progress);
    if (text !== undefined && text === reported) return;
    reported = text;
    try {
      await onProgress(progress);
    } catch (error) {
      const message = `Wait aborted for job ${excerpt(jobId)}: onProgress threw: ${reasonOf(error)}`;
      throw new RequestAbortedError(message, { jobId, cause: error });
    }
  };
}

/** A text for comparing; `undefined` for what is nested too deeply to have one, which is then taken for new. */
function textOf(progress: JobProgress): string | undefined {
  try {
    return JSON.stringify(progress);
  } catch {
    return undefined;
  }
}
