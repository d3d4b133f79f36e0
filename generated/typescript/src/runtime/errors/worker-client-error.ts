/** What is known about a failed call; each part is `undefined` where it does not apply. */
export interface WorkerClientErrorDetails {
  /** The message type that was being enqueued. */
  messageType?: string | undefined;
  /** The job that was asked about, or that the answer named. */
  jobId?: string | undefined;
  /** HTTP status code of the answer. */
  status?: number | undefined;
  /** Body of the answer: the parsed JSON value, else the text as it came. */
  body?: unknown;
  /** Header fields of the answer; names are in lower case. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** The underlying failure. */
  cause?: unknown;
}

/**
 * The base of every error that the client throws: `error instanceof WorkerClientError` tells it from any other.
 * No property of it holds the API key.
 */
export class WorkerClientError extends Error {
  override readonly name: string = 'WorkerClientError';
  /** The message type that was being enqueued, where there was one. */
  readonly messageType: string | undefined;
  /** The job that was asked about, or that the answer named. */
  readonly jobId: string | undefined;
  /** HTTP status code of the answer, where one arrived. */
  readonly status: number | undefined;
  /** Body of the answer: the parsed JSON value, else the text as it came. */
  readonly body: unknown;
  /** Header fields of the answer, names in lower case, where one arrived. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** The backend's `X-Request-Id` for this exchange, to look it up in its logs. */
  readonly requestId: string | undefined;

  constructor(message: string, details: WorkerClientErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.messageType = details.messageType;
    this.jobId = details.jobId;
    this.status = details.status;
    this.body = details.body;
    this.headers = details.headers;
    this.requestId = details.headers?.['x-request-id'];
  }
}
