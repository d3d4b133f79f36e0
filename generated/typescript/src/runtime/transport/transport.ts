/** One HTTP request to perform. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST';
  /** Absolute URL. */
  readonly url: string;
  /** Header fields; names are in lower case. */
  headers: Readonly<Record<string, string>>;
  /** JSON text of an enqueue; a status call has none. */
  readonly body: string | undefined;
  /** Ends the exchange early; the transport sets it. An `AbortSignal` for each would cost more than all else. */
  cancel: (() => void) | undefined;
  /**
   * Whether any part of the request can have reached the backend. The transport sets it to `true` before that can be so,
   * and may set it back where a failure proves that nothing left the machine.
   */
  wasSent: boolean;
}

/** A complete HTTP answer. */
export interface TransportResponse {
  /** HTTP status code; 0 for a redirect that a browser hides. */
  readonly status: number;
  /** Header fields; names are in lower case. Transports read them when they are asked for, which is seldom. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body. */
  readonly text: string;
}

/**
 * Performs one HTTP exchange, body included, and follows no redirect. It rejects with whatever went wrong.
 */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;
