import type { WorkerClientConfig } from '../configuration.js';
import { httpError, type ReadAnswer } from '../delivery/answer.js';
import { excerpt } from '../delivery/reason.js';
import { pathSegment } from '../delivery/url.js';
import type { FinishedJob, JobResponse, JobSnapshots } from '../job.js';
import type { RequestOptions } from '../request-options.js';
import { waitForResult, watchJob, type Outcomes as OutcomeNames } from '../wait/wait.js';
import type { WaitOptions, WatchOptions } from '../wait/wait-options.js';
import type { PackageDefinition } from './package-definition.js';
import { sendEach, type JobsToSend, type JobToSend, type SendAllOptions, type SendResult } from './send-all.js';
import { SendingClient, type StatusData } from './sending-client.js';

/** What the worker returns for a message: the payload of its outcome; `unknown` where the catalog links none. */
export type ResultOf<Received, Outcomes, Type> = Type extends keyof Outcomes
  ? Outcomes[Type] extends keyof Received
    ? Received[Outcomes[Type]]
    : unknown
  : unknown;

/** A {@link PackageDefinition} with the links between messages. */
export interface LinkedPackageDefinition extends PackageDefinition {
  /** The message that reports the end of a job, by message type. */
  readonly outcomes: OutcomeNames;
}

/**
 * A {@link SendingClient} that also waits for jobs, sends many at once and cancels. `Outcomes` maps message types to the
 * messages that report the end of their jobs.
 */
export class WaitingClient<
  Payloads extends object,
  Received extends object,
  Outcomes extends object,
> extends SendingClient<Payloads, Received> {
  readonly #outcomes: OutcomeNames;

  /**
   * @param config - How to reach the backend.
   * @param definition - What the package knows of its catalog.
   * @throws {@link ConfigurationError} if the configuration cannot work.
   */
  constructor(config: WorkerClientConfig, definition: LinkedPackageDefinition) {
    super(config, definition);
    this.#outcomes = definition.outcomes;
  }

  /**
   * Waits until a job has completed, by asking at growing intervals, or as long as the backend holds its answer. Failures to
   * ask, such as a backend that restarts, are survived until the deadline.
   *
   * @param jobId - Id of the job.
   * @param options - How to wait.
   * @throws {@link JobFailedError} if the job failed for good.
   * @throws {@link JobRemovedError} if the job was seen and then removed from the queue, which says nothing of its end.
   * @throws {@link JobNotFoundError} if the backend did not know the job for 5 seconds.
   * @throws {@link DeadlineExceededError} if the job had not ended by the deadline.
   * @throws {@link RequestAbortedError} when the signal fires, `onProgress` throws, or the client is closed.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses.
   */
  async waitForJob(jobId: string, options?: WaitOptions): Promise<FinishedJob<{ [key: string]: unknown }, unknown>> {
    return waitForResult(SendingClient.coreOf(this), this.#outcomes, { jobId }, options);
  }

  /**
   * Waits like {@link waitForJob} for a job that this client enqueued: `data` has the type of its payload, `returnvalue`
   * that of the message that reports its end.
   *
   * @param job - What the enqueue returned.
   * @param options - How to wait.
   * @throws {@link ValidationError} if validation is on and the result does not fit its message.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses, as with {@link waitForJob}.
   */
  async waitFor<Type extends keyof Received & string>(
    job: JobResponse<Type>,
    options?: WaitOptions,
  ): Promise<FinishedJob<Received[Type], ResultOf<Received, Outcomes, Type>>> {
    return waitForResult(SendingClient.coreOf(this), this.#outcomes, job, options);
  }

  /**
   * Watches a job: `for await (const snapshot of client.watch(job))` gives the job whenever it differs, until it has completed
   * or failed, which is the last that it gives.
   *
   * @param job - What the enqueue returned, or the id of a job.
   * @param options - How to watch.
   * @throws {@link WorkerClientError} as {@link waitForJob}, while it is iterated over; but a job that failed is no error.
   */
  watch<Type extends keyof Received & string = never>(
    job: JobResponse<Type> | string,
    options?: WatchOptions,
  ): JobSnapshots<StatusData<Received, Type>> {
    return watchJob(SendingClient.coreOf(this), typeof job === 'string' ? { jobId: job } : job, options);
  }

  /**
   * Enqueues several messages, some at once. One that fails does not keep the others back.
   *
   * @param jobs - The messages: a list, which is read once at the start, or an iterable, `async` or not, which is read as
   * places become free.
   * @param options - What holds for all of them; what a message brings itself wins.
   * @returns How each enqueue ended, in the order of the messages. It rejects only where `jobs` or `options` cannot work; an
   * iterable that throws is the last result.
   * @throws {@link InvalidArgumentError} if `jobs` is no iterable, `concurrency` no whole number from 1 up, or an
   * `idempotencyKey` is given for all: the backend would make one job of them.
   * @throws {@link RequestAbortedError} if `onResult` throws.
   */
  async sendAll<Type extends keyof Payloads & string>(
    jobs: JobsToSend<Extract<JobToSend<Payloads>, { type: Type }>>,
    options?: SendAllOptions<Type>,
  ): Promise<SendResult<Type>[]> {
    return sendEach<Type>((...given) => this.sendToQueue(...given), jobs, options);
  }

  /**
   * Cancels a job: one that waits is removed, one that is running is asked to stop.
   *
   * @param jobId - Id of the job.
   * @param options - What this call changes.
   * @returns What became of the job.
   * @throws {@link UnsupportedByBackendError} if the backend does not say that it can cancel jobs; nothing was sent then.
   * @throws {@link HttpError} with status 404 if the backend does not know the job, with 409 if it has ended.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses.
   */
  async cancelJob(jobId: string, options?: RequestOptions): Promise<'removed' | 'stopping'> {
    const core = SendingClient.coreOf(this);
    const path = `jobs/${pathSegment(jobId, 'job id')}`;
    const purpose = `cancelling job ${excerpt(jobId)}`;
    const call = core.call({ method: 'DELETE', purpose, subject: { jobId } }, path, options);
    await core.ensureSupported('cancel', call);
    return core.perform(call, readCancellation);
  }
}

const readCancellation: ReadAnswer<'removed' | 'stopping'> = (answer, attempt, now) => {
  if (answer.status === 202) return 'stopping';
  if (answer.status === 204 || answer.status === 200) return 'removed';
  throw httpError(answer, attempt, now);
};
