/** One HTTP request to perform. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Absolute URL. */
  readonly url: string;
  /** Header fields; names are in lower case. */
  headers: Readonly<Record<string, string>>;
  /** JSON text of an enqueue; other calls have none. */
  readonly body: string | undefined;
  /**
   * Whether an answer belongs to this request. Where it does not, its connection must not be used again; `fetch` lets nobody
   * close one whose answer has come.
   */
  readonly accepts: (answer: TransportResponse) => boolean;
  /** Called by the transport when the request has a connection, new or kept: its time runs from then on. */
  connected: (() => void) | undefined;
  /** Ends the exchange early; the transport sets it. An `AbortSignal` for each would cost more than all else. */
  cancel: (() => void) | undefined;
  /**
   * Whether any part of the request can have reached the backend. The transport sets it to `true` before that can be so,
   * and may set it back where a failure proves that nothing left the machine.
   */
  wasSent: boolean;
  /** Whether the request would fail in the same way again, such as by a certificate that is not trusted. */
  isFutile: boolean;
}

/** A complete HTTP answer. */
export interface TransportResponse {
  /** HTTP status code; 0 for a redirect that a browser hides. */
  readonly status: number;
  /** Header fields; names are in lower case. Transports read them when they are asked for, which is seldom. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body; empty where it was too large. */
  readonly text: string;
  /** Whether the body was longer than `maxResponseBytes`, and has not been kept. */
  readonly isTooLarge: boolean;
  /** The JSON value of the body, else its text. */
  readonly json: unknown;
}

/**
 * Performs one HTTP exchange, body included, and follows no redirect. It rejects with whatever went wrong.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;
