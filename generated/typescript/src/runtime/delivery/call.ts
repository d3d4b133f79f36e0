import type { CallSignal } from '../abort-signal.js';
import type { ShownResponse } from '../errors/index.js';
import type { Limits } from '../limits.js';
import type { Clock } from '../time/clock.js';
import type { TransportRequest, TransportResponse } from '../transport/transport.js';

/** One message to enqueue or one question to the backend, however many attempts that takes. */
export interface Call extends CallParts, Limits, Pick<TransportRequest, 'url'> {
  /** Header fields of the caller for this call alone. */
  readonly headers: Readonly<Record<string, string | undefined>> | undefined;
  readonly clock: Clock;
  /** Ends the call early. */
  readonly signal: CallSignal | undefined;
}

/** What is particular to a call; the rest comes from its options and the configuration. */
export interface CallParts extends Pick<TransportRequest, 'method'> {
  /** What is attempted, such as `enqueueing file-download-request`. */
  readonly purpose: string;
  /** What an answer of success must hold. Default: anything will do. */
  readonly expects?: 'new job' | 'job' | undefined;
  /** JSON text of an enqueue; other calls have none. */
  readonly body?: string | undefined;
  /** Header fields of the client for this call alone, names in lower case; they win over all others. */
  readonly fields?: Readonly<Record<string, string>> | undefined;
  /** What it is about. */
  readonly subject: Subject;
  /** The time and the timers of the call. Default: the client's. */
  readonly clock?: Clock | undefined;
  /** Takes the answer of success, for who asks for it. */
  readonly trace?: Trace | undefined;
}

/** What a call is about, as errors and hooks have it. */
export interface Subject {
  /** The message type that is enqueued. */
  readonly messageType?: string | undefined;
  /** The job that is asked about. */
  readonly jobId?: string | undefined;
  /** The key under which the job is sent, the same with every attempt. */
  readonly idempotencyKey?: string | undefined;
}

/** The answer of success, and the attempt that it came to. */
export interface Trace {
  answer?: TransportResponse;
  attempt?: { readonly number: number; shown(answer: TransportResponse): ShownResponse };
}
