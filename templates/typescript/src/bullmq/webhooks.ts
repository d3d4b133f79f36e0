import { UnrecoverableError, Worker, type Job } from 'bullmq';
import {
  defaultSchedule,
  defaultTimeout,
  isDelivered,
  postWebhook,
  RefusedWebhookError,
} from '../webhooks/post-webhook.js';
import { signEvent } from '../webhooks/sign-webhook.js';
import type { Queues } from './queues.js';

/** How the outcomes of jobs are posted to the `webhookUrl` of their payloads. */
export interface WebhookOptions {
  /** The signing secret, `whsec_…`; with several, each signs, so that receivers may know either. */
  readonly secret: string | readonly string[];
  /** Whether URLs may lead to private and loopback addresses. Default: no, since payloads come from elsewhere. */
  readonly allowPrivateAddresses?: boolean | undefined;
  /** Milliseconds that one try may take. Default: 15,000. */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds between one try and the next; after the last of them it is given up. Default: 5 s, 30 s, 2 min, 10 min,
   * 30 min, 1 h, 3 h and 6 h.
   */
  readonly schedule?: readonly number[] | undefined;
  /** How many are posted at once. Default: 10. */
  readonly concurrency?: number | undefined;
}

/** Queue of the webhooks that are to be posted: no message type has a full stop. */
export const webhookQueue = 'worker.webhooks';

/** A webhook that is to be posted. */
export interface Webhook {
  readonly url: string;
  /** Type of the message. */
  readonly type: string;
  /** Its payload. */
  readonly data: unknown;
  /** The job whose end it reports. */
  readonly jobId: string;
}

/** How many tries are made of a webhook. */
export const triesOf = ({ schedule = defaultSchedule }: WebhookOptions): number => schedule.length + 1;

/**
 * Posts the webhooks of all jobs, whichever process carried them out. The id of a webhook is that of its job, the same at
 * each try; a failed try runs nothing but itself again.
 *
 * @param queues - The queues.
 * @param lockDuration - Milliseconds after which one whose worker died is posted by another.
 * @param options - How they are posted.
 */
export async function startWebhookWorker(
  queues: Queues,
  lockDuration: number,
  options: WebhookOptions,
): Promise<Worker<Webhook, number>> {
  const {
    secret,
    allowPrivateAddresses = false,
    timeout = defaultTimeout,
    schedule = defaultSchedule,
    concurrency = 10,
  } = options;
  const post = async ({ id = '', timestamp, data: { url, ...event } }: Job<Webhook>): Promise<number> => {
    const occurred = new Date(timestamp).toISOString();
    const { headers, body } = await signEvent({ ...event, timestamp: occurred }, { secret, id });
    try {
      const signal = AbortSignal.timeout(timeout);
      const status = await postWebhook({ url, headers, body, allowPrivateAddresses, signal });
      if (isDelivered(status)) return status;
      throw new Error(`It was answered with status ${status}.`);
    } catch (error) {
      if (error instanceof RefusedWebhookError) throw new UnrecoverableError(error.message);
      throw error;
    }
  };
  const worker = new Worker<Webhook, number>(webhookQueue, post, {
    ...(await queues.queueOptions()),
    ...queues.keptOptions(),
    concurrency,
    lockDuration,
    stalledInterval: lockDuration,
    settings: { backoffStrategy: (attemptsMade) => schedule[attemptsMade - 1] ?? -1 },
  });
  queues.noteBlocking(worker.getBackend().blockingClient);
  worker.on('error', queues.onError);
  return worker;
}
