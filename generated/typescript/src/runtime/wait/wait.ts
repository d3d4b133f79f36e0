import type { Core } from '../core.js';
import { excerpt, reasonOf } from '../delivery/reason.js';
import { RequestAbortedError } from '../errors/index.js';
import type { FinishedJob, JobProgress, JobSnapshots } from '../job.js';
import { ownValue } from '../own-value.js';
import { isCompleted, type AnyJob } from './outcome.js';
import { pollJob } from './poll.js';
import { checkWait, type JobIdentity, type WaitOptions, type WatchOptions } from './wait-options.js';

/** Message types of outcomes, by the message types whose jobs they report the end of. */
export type Outcomes = Readonly<Record<string, string | undefined>>;

/**
 * Waits until a job has completed, and checks its result where validation is on and its message is known.
 *
 * @param core - The client.
 * @param outcomes - Names the message that the result is the payload of.
 * @param job - What the enqueue returned, or an id alone.
 * @param options - How to wait.
 * @throws {@link JobFailedError} if it failed for good.
 * @throws {@link ValidationError} if the result does not fit its message.
 * @throws {@link WorkerClientError} as {@link pollJob}.
 */
export async function waitForResult(
  core: Core,
  outcomes: Outcomes,
  job: JobIdentity,
  options: WaitOptions = {},
): Promise<FinishedJob<never, never>> {
  checkWait(job, options);
  const { jobId, messageName = '' } = job;
  let finished: AnyJob | undefined;
  let reported: string | undefined;
  for await (const read of pollJob(core, job, options)) {
    finished = read;
    const { progress } = read;
    if (isCompleted(read, core.access.redactor) || (progress ?? undefined) === undefined) continue;
    const text = textOf(progress);
    if (text === undefined || text !== reported) await report(jobId, options.onProgress, progress as JobProgress);
    reported = text;
  }
  const outcome = ownValue(outcomes, messageName);
  if (outcome !== undefined && (finished?.returnvalue ?? undefined) !== undefined)
    core.checkPayload(outcome, finished?.returnvalue, `The result of job ${jobId}`, jobId);
  return finished as FinishedJob<never, never>;
}

/**
 * Reads a job again and again until it has ended.
 *
 * @param job - What the enqueue returned, or an id alone.
 * @yields What {@link pollJob} does.
 */
export async function* watchJob(core: Core, job: JobIdentity, options: WatchOptions = {}): JobSnapshots<never> {
  checkWait(job, options);
  yield* pollJob(core, job, options) as JobSnapshots<never>;
}

async function report(jobId: string, onProgress: WaitOptions['onProgress'], progress: JobProgress): Promise<void> {
  try {
    await onProgress?.(progress);
  } catch (error) {
    const message = `Wait aborted for job ${excerpt(jobId)}: onProgress threw: ${reasonOf(error)}`;
    throw new RequestAbortedError(message, { jobId, cause: error });
  }
}

/** A text for comparing; `undefined` for what is nested too deeply to have one, which is then taken for new. */
function textOf(progress: unknown): string | undefined {
  try {
    return JSON.stringify(progress);
  } catch {
    return undefined;
  }
}
