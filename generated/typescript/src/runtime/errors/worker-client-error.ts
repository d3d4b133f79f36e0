/** A request as errors show it, without secrets. */
export interface ShownRequest {
  /** HTTP method. */
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  /** Header fields, names in lower case; credentials are redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The payload; fields that the catalog marks as secret are redacted. `undefined` for a request without one. */
  readonly payload: unknown;
}

/** An answer as errors show it, without secrets. */
export interface ShownResponse {
  /** HTTP status code. */
  readonly status: number;
  /** Header fields, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON value, else the text as it came. */
  readonly body: unknown;
}

/** What is known about a failed call; each part is left out where it does not apply. */
export interface WorkerClientErrorDetails {
  /** Type of the message that was enqueued, or that a job's result should have been. */
  messageType?: string | undefined;
  /** The job that was asked about. */
  jobId?: string | undefined;
  /** The key under which the job was sent; a call that repeats it cannot double the job where the backend honours it. */
  idempotencyKey?: string | undefined;
  /** How many attempts were made; 0 where nothing was tried. */
  attempts?: number | undefined;
  /** Milliseconds that the backend asks to be left alone. */
  retryAfter?: number | undefined;
  /** The last request. */
  request?: ShownRequest | undefined;
  /** The last answer. */
  response?: ShownResponse | undefined;
  /** The underlying failure. */
  cause?: unknown;
}

/** Marks the errors of every copy of the package. */
const brand = Symbol.for('worker-client-error');

/**
 * The base of every error that the client throws: `error instanceof WorkerClientError` distinguishes it from any other. A property
 * that does not apply is absent. None holds the API key or a field that the catalog marks as secret.
 */
export class WorkerClientError extends Error {
  /** The same in every copy of the package, as `constructor` is not: the ES module and the CommonJS one are two. */
  static override [Symbol.hasInstance](
    this: { readonly prototype: { readonly name: string } },
    value: unknown,
  ): boolean {
    if (super[Symbol.hasInstance](value)) return true;
    const { prototype } = this;
    // A class of the caller's own has no name of this package's.
    const names = Object.hasOwn(prototype, 'name') ? (value as Partial<WorkerClientError> | null)?.[brand] : undefined;
    return names?.includes(prototype.name) === true;
  }

  /** Name of the class: a program that holds two copies of the package can tell errors by it. */
  override get name(): string {
    return 'WorkerClientError';
  }
  /** Type of the message that was enqueued, or that a job's result should have been, where there is one. */
  declare readonly messageType: string | undefined;
  /** The job that was asked about, where there was one. */
  declare readonly jobId: string | undefined;
  /** The key under which the job was sent: pass it again to repeat the call, where the backend honours it. */
  declare readonly idempotencyKey: string | undefined;
  /** How many attempts were made. */
  declare readonly attempts: number | undefined;
  /** Milliseconds that the backend asks to be left alone, where it says so. */
  declare readonly retryAfter: number | undefined;
  /** HTTP status code of the answer, where one arrived. */
  declare readonly status: number | undefined;
  /** Body of the answer: the parsed JSON value, else the text as it came. */
  declare readonly body: unknown;
  /** Header fields of the answer, names in lower case, where one arrived. */
  declare readonly headers: Readonly<Record<string, string>> | undefined;
  /** The backend's `X-Request-Id` for this exchange, to look it up in its logs. */
  declare readonly requestId: string | undefined;
  /** The last request, where one was made; not enumerable, so that logs stay short. */
  declare readonly request: ShownRequest | undefined;
  /** The last answer, where one arrived; not enumerable, so that logs stay short. */
  declare readonly response: ShownResponse | undefined;

  constructor(message: string, { cause, request, response, ...details }: WorkerClientErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    const known = { name: this.name, ...details, ...response, requestId: response?.headers['x-request-id'] };
    for (const [name, value] of Object.entries({ ...known, request, response }))
      if (value !== undefined)
        Object.defineProperty(this, name, { value, enumerable: name in known, configurable: true });
  }

  /** @internal */
  get [brand](): readonly string[] {
    return [this.name, 'WorkerClientError'];
  }

  /** What `JSON.stringify` writes: name, message, and what is known about the call. */
  toJSON(): object {
    return Object.assign({ message: this.message }, this);
  }
}
