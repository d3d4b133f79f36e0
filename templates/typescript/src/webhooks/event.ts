import type { Schema } from '../validators/runtime/schema.js';

/** A verified webhook; `type` says what `data` is. */
export interface WebhookEventBase<Type extends string, Data> {
  /** Type of the message that `data` is the payload of. */
  type: Type;
  /** When the event occurred: a date and time of RFC 3339. */
  timestamp: string;
  /** The message's payload, checked against its schema. */
  data: Data;
  /** Id of the webhook, the same at every delivery: one that was seen before is a repetition. */
  id: string;
  /** The job that sent the message, where the backend names one. */
  jobId?: string | undefined;
}

/** A verified webhook of any of the messages; `Payloads` maps message types to payloads. */
export type WebhookEventOf<Payloads extends object> = {
  [Type in keyof Payloads & string]: WebhookEventBase<Type, Payloads[Type]>;
}[keyof Payloads & string];

/** What is to be sent as a webhook; `timestamp` is that of the signature where it is left out. */
export type OutgoingWebhookOf<Payloads extends object> = {
  [Type in keyof Payloads & string]: {
    type: Type;
    data: Payloads[Type];
    /** When the event occurred: a date and time of RFC 3339. Default: when it is signed. */
    timestamp?: string | undefined;
    /** The job that sent the message. */
    jobId?: string | undefined;
  };
}[keyof Payloads & string];

/** A body as Standard Webhooks has it ("Payload structure"). */
export interface EventBody {
  readonly type: string;
  readonly timestamp: string;
  readonly data: unknown;
  readonly jobId?: string | undefined;
}

/** What every body must be; more properties may come with later versions. */
export const eventBodySchema: Schema = {
  type: 'object',
  properties: {
    type: { type: 'string', minLength: 1 },
    timestamp: { type: 'string', format: 'date-time' },
    jobId: { type: 'string', minLength: 1 },
  },
  required: ['type', 'timestamp', 'data'],
};
