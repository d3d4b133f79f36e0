import { createHash } from 'node:crypto';
import { textOfId, uuidOf } from '../worker/derived-id.js';
import { policyOf, type MessagePolicies } from '../worker/message-policy.js';
import type { Sending } from './outbox.js';
import type { Queues } from './queues.js';
import { triesOf, webhookQueue, type Webhook, type WebhookOptions } from './webhooks.js';

/** Where the ends of jobs are reported. */
export interface EndReportOptions {
  readonly queues: Queues;
  readonly policies: MessagePolicies;
  /** Whether outcomes are sent as messages. */
  readonly outcomeMessages: boolean;
  /** How outcomes are posted, where they are. */
  readonly webhooks: WebhookOptions | undefined;
}

/** What leaves at the end of a job: its outcome as a message, and as a webhook. */
export class EndReports {
  readonly #options: EndReportOptions;

  /** @param options - Where the ends of jobs are reported. */
  constructor(options: EndReportOptions) {
    this.#options = options;
  }

  /** Whether anything leaves at the end of a job. */
  leaves(messageType: string, payload: unknown): boolean {
    if (this.#outcomeOf(messageType) === undefined) return false;
    return this.#options.outcomeMessages || this.#urlOf(payload) !== undefined;
  }

  /**
   * The jobs that leave at the end of another. Their ids are derived from its id: the same whenever and wherever they are made.
   *
   * @param outcome - What the handler or `onFailed` returned.
   */
  of(messageType: string, jobId: string, payload: unknown, outcome: unknown): Sending[] {
    const { queues, outcomeMessages, webhooks } = this.#options;
    const type = this.#outcomeOf(messageType);
    if (type === undefined) return [];
    const sendings: Sending[] = [];
    if (outcomeMessages) {
      const id = derivedUuid(jobId, type, 'outcome');
      sendings.push({ jobId: `${type}.${id}`, messageType: type, payload: outcome, options: queues.jobOptions(type) });
    }
    const url = this.#urlOf(payload);
    if (url !== undefined && webhooks !== undefined) {
      sendings.push({
        // Standard Webhooks wants ids without full stops.
        jobId: `msg_${derivedUuid(jobId, type, 'webhook')}`,
        messageType: webhookQueue,
        payload: { url, type, data: outcome, jobId } satisfies Webhook,
        options: { ...queues.keptOptions(), attempts: triesOf(webhooks), backoff: { type: 'custom' } },
      });
    }
    return sendings;
  }

  #outcomeOf(messageType: string): string | undefined {
    return policyOf(this.#options.policies, messageType).outcome;
  }

  #urlOf(payload: unknown): string | undefined {
    if (this.#options.webhooks === undefined) return undefined;
    if (typeof payload !== 'object' || payload === null || !Object.hasOwn(payload, 'webhookUrl')) return undefined;
    const { webhookUrl } = payload as { readonly webhookUrl: unknown };
    return typeof webhookUrl === 'string' ? webhookUrl : undefined;
  }
}

/** As {@link derivedJobId} makes it, without the wait that the Web Crypto API has for each. */
const derivedUuid = (jobId: string, type: string, place: string): string =>
  uuidOf(
    createHash('sha256')
      .update(textOfId(jobId, type, place))
      .digest('hex'),
  );
