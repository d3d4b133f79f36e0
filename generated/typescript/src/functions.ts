// Generated from the message catalog. Change it there.
import { messages } from './catalog.js';
import type { MessagePayloads, MessageType, OutcomeOf, ReceivedPayloads } from './message-types.js';
import {
  sendEach,
  type JobsToSend,
  type JobToSend,
  type SendAllOptions,
  type SendResult,
} from './runtime/client/send-all.js';
import { SendingClient } from './runtime/client/sending-client.js';
import type { FinishedJob, JobResponse, JobSnapshots } from './runtime/job.js';
import { waitForResult, watchJob } from './runtime/wait/wait.js';
import type { WaitOptions, WatchOptions } from './runtime/wait/wait-options.js';

/** A `JobSender` or a `WorkerClient`. */
type AnyClient = SendingClient<MessagePayloads, ReceivedPayloads>;

/**
 * Waits for a job as the method of `WorkerClient` does, also for a `JobSender`.
 *
 * @param client - The client to ask with.
 * @param job - What the enqueue returned.
 * @param options - How to wait.
 */
export async function waitFor<Type extends MessageType>(
  client: AnyClient,
  job: JobResponse<Type>,
  options?: WaitOptions,
): Promise<FinishedJob<ReceivedPayloads[Type], OutcomeOf<Type>>> {
  return waitForResult(SendingClient.coreOf(client), messages, job, options);
}

/**
 * Watches a job as the method of `WorkerClient` does, also for a `JobSender`.
 *
 * @param client - The client to ask with.
 * @param job - What the enqueue returned.
 * @param options - How to watch.
 */
export function watch<Type extends MessageType>(
  client: AnyClient,
  job: JobResponse<Type>,
  options?: WatchOptions,
): JobSnapshots<ReceivedPayloads[Type]> {
  return watchJob(SendingClient.coreOf(client), job, options);
}

/**
 * Enqueues several messages as the method of `WorkerClient` does, also for a `JobSender`.
 *
 * @param client - The client to send with.
 * @param jobs - The messages.
 * @param options - What holds for all of them.
 */
export async function sendAll<Type extends MessageType>(
  client: AnyClient,
  jobs: JobsToSend<Extract<JobToSend<MessagePayloads>, { type: Type }>>,
  options?: SendAllOptions<Type>,
): Promise<SendResult<Type>[]> {
  return sendEach<Type>((...given) => client.sendToQueue(...given), jobs, options);
}
