import { signalProblem } from '../abort-signal.js';
import type { WorkerClientConfig } from '../configuration.js';
import { pathSegment } from '../delivery/url.js';
import { InvalidArgumentError } from '../errors/index.js';
import type { FinishedJob, JobResponse } from '../job.js';
import { durationProblem } from '../time/timeout.js';
import { Limiter } from '../wait/limiter.js';
import type { AnyJob } from '../wait/outcome.js';
import { pollUntilFinished } from '../wait/poll.js';
import { defaultWaitDeadline, type WaitOptions } from '../wait/wait-options.js';
import type { PackageDefinition } from './package-definition.js';
import {
  asWorkerClientError,
  defaultConcurrency,
  mapConcurrently,
  overlay,
  sendAllProblem,
  type JobToSend,
  type SendAllOptions,
  type SendResult,
} from './send-all.js';
import { SendingClient } from './sending-client.js';

/** Most status requests that the waits of one client have in flight, however many jobs are waited for. */
const mostPolls = 16;

/** What the worker returns for a message: the payload of its outcome; `unknown` where the catalog links none. */
export type ResultOf<Received, Outcomes, Type> = Type extends keyof Outcomes
  ? Outcomes[Type] extends keyof Received
    ? Received[Outcomes[Type]]
    : unknown
  : unknown;

/** A {@link PackageDefinition} with the links between messages. */
export interface LinkedPackageDefinition extends PackageDefinition {
  /** The message that reports the end of a job, by message type. */
  readonly outcomes: { readonly [messageType: string]: string | undefined };
}

/**
 * A {@link SendingClient} that also waits for jobs and sends many at once. `Outcomes` maps message types to the messages
 * that report the end of their jobs.
 */
export class WaitingClient<
  Payloads extends object,
  Received extends object,
  Outcomes extends object,
> extends SendingClient<Payloads, Received> {
  readonly #outcomes: LinkedPackageDefinition['outcomes'];
  readonly #polls = new Limiter(mostPolls);

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
   * Waits until a job has completed, by asking at growing intervals. Failures to ask, such as a backend that restarts, are
   * survived until the deadline.
   *
   * @param jobId - Id of the job.
   * @param options - How to wait.
   * @throws {@link JobFailedError} if the job failed for good.
   * @throws {@link JobRemovedError} if the job was seen and then removed from the queue, which says nothing of its end.
   * @throws {@link JobNotFoundError} if the backend did not know the job for 5 seconds.
   * @throws {@link DeadlineExceededError} if the job had not ended by the deadline.
   * @throws {@link RequestAbortedError} when the signal fires.
   * @throws {@link WorkerClientError} Every other failure is one of its subclasses.
   */
  async waitForJob(
    jobId: string,
    options: WaitOptions = {},
  ): Promise<FinishedJob<{ [key: string]: unknown }, unknown>> {
    return (await this.#poll(jobId, undefined, options)) as FinishedJob<{ [key: string]: unknown }, unknown>;
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
    options: WaitOptions = {},
  ): Promise<FinishedJob<Received[Type], ResultOf<Received, Outcomes, Type>>> {
    const { jobId, messageName } = job;
    const finished = await this.#poll(jobId, messageName, options);
    const outcome = Object.hasOwn(this.#outcomes, messageName) ? this.#outcomes[messageName] : undefined;
    if (outcome !== undefined && finished.returnvalue !== undefined && finished.returnvalue !== null)
      this.checkPayload(outcome, finished.returnvalue, jobId);
    return finished as FinishedJob<Received[Type], ResultOf<Received, Outcomes, Type>>;
  }

  /**
   * Enqueues several messages, some at once. One that fails does not keep the others back.
   *
   * @param jobs - The messages.
   * @param options - What holds for all of them; what a message brings itself wins.
   * @returns How each enqueue ended, in the order of the messages. It rejects only where `jobs` or `options` cannot work.
   * @throws {@link InvalidArgumentError} if `jobs` is no list, `concurrency` no whole number from 1 up, or an
   * `idempotencyKey` is given for all: the backend would make one job of them.
   */
  async sendAll<Type extends keyof Payloads & string>(
    jobs: readonly Extract<JobToSend<Payloads>, { type: Type }>[],
    { concurrency = defaultConcurrency, ...shared }: SendAllOptions = {},
  ): Promise<SendResult<Type>[]> {
    const problem = sendAllProblem(jobs, concurrency, shared);
    if (problem !== undefined) throw new InvalidArgumentError(problem);
    return mapConcurrently(jobs, concurrency, async (job): Promise<SendResult<Type>> => {
      try {
        const { type, payload, options } = job;
        const value = await this.sendToQueue(type as Type, payload as Payloads[Type], overlay(shared, options));
        return { status: 'fulfilled', value };
      } catch (error) {
        return { status: 'rejected', reason: asWorkerClientError(error) };
      }
    });
  }

  async #poll(jobId: string, messageType: string | undefined, options: WaitOptions): Promise<AnyJob> {
    pathSegment(jobId, 'job id');
    const { deadline = defaultWaitDeadline, signal: given, onProgress, keepProcessAlive = true } = options;
    const problem =
      durationProblem('deadline', deadline) ??
      signalProblem(given) ??
      (onProgress === undefined || typeof onProgress === 'function' ? undefined : 'onProgress must be a function.');
    if (problem !== undefined) throw new InvalidArgumentError(problem, { jobId });
    return pollUntilFinished(jobId, messageType, options, {
      ...this.waiting,
      // The wait itself repeats what fails.
      read: (id, signal) =>
        this.#polls.run(() => this.readJob(id, { signal, maxRetries: 0 }, keepProcessAlive), signal),
    });
  }
}
