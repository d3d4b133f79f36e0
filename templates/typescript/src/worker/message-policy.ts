/** How often and when a job is attempted again, by the catalog's `retry`. */
export interface RetryPolicy {
  /** Attempts in all, the first one included. */
  readonly attempts: number;
  /** How long to wait between two attempts. Absent: not at all. */
  readonly backoff?: { readonly type: 'exponential' | 'fixed'; readonly delay: number };
  /** Codes of errors after which the job is attempted again: a note for people, since every code but those below is. */
  readonly retryOn?: readonly string[];
  /** Codes of errors that end the job at once. */
  readonly neverOn?: readonly string[];
}

/** What the catalog says of a message besides its payload. */
export interface MessagePolicy {
  /** Folder of the message in its catalog; empty where it lies in none. */
  readonly domain: string;
  /** Who writes it. */
  readonly sentBy: 'callers' | 'workers' | 'both';
  /** Message that reports the end of its job. */
  readonly outcome?: string;
  /** Messages that its worker sends while the job runs. */
  readonly emits?: readonly string[];
  /** Absent: the job is attempted once. */
  readonly retry?: RetryPolicy;
  /** Whether its payload may name a `webhookUrl`, to which its outcome is posted. Absent: it may not, or there is no outcome. */
  readonly webhook?: true;
  /** Present on a message that is not to be sent any more. */
  readonly deprecated?: {
    readonly since: string;
    readonly replacedBy?: string;
    readonly reason?: string;
    /** Day from which on it may be removed, as `2026-01-31`. */
    readonly removal?: string;
  };
}

/** The policies of all messages, by message type. */
export type MessagePolicies = Readonly<Record<string, MessagePolicy>>;

/** What the catalog says of a message; nothing where it has no such message. */
export const policyOf = (policies: MessagePolicies, messageType: string): Partial<MessagePolicy> =>
  Object.hasOwn(policies, messageType) ? (policies[messageType] ?? {}) : {};
