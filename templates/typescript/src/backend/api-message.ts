/** A request, whichever server took it. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  /** Value of a header field; `name` is in lower case. */
  header(name: string): string | undefined;
  /** The body in pieces; `null` where there is none. */
  readonly body: AsyncIterable<Uint8Array> | null;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** What is to be answered to a request. */
export interface ApiAnswer {
  /** HTTP status. */
  readonly status: number;
  /** A text is sent as it is, bytes too, anything else as JSON; `undefined` sends no body. */
  readonly body: unknown;
  /** Further header fields, names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Makes an answer that says what is wrong.
 *
 * @param status - HTTP status.
 * @param error - What is wrong and what to do.
 * @param more - `problems` of a payload; further header fields.
 */
export function errorAnswer(
  status: number,
  error: string,
  { headers = {}, ...more }: Pick<ApiAnswer, 'headers'> & { readonly problems?: readonly object[] } = {},
): ApiAnswer {
  return { status, body: { error, ...more }, headers };
}

/** The answer about a job that is not there. */
export function unknownJob(jobId: string): ApiAnswer {
  return errorAnswer(404, `There is no job ${JSON.stringify(jobId)}, or it has been removed.`);
}

/** An answer as it goes out: with type and length where it has a body. */
export interface EncodedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Writes an answer as bytes. */
export function encodeAnswer({ status, body, headers }: ApiAnswer): EncodedAnswer {
  // These have no body (RFC 9110, sections 15.3.5 and 15.4.5), so neither type nor length.
  if (status === 204 || status === 304) return { status, headers: { ...headers }, body: new Uint8Array() };
  const isText = typeof body === 'string';
  const bytes =
    body instanceof Uint8Array
      ? new Uint8Array(body)
      : new TextEncoder().encode(isText ? body : (JSON.stringify(body) ?? ''));
  return {
    status,
    headers: {
      ...(body === undefined ? {} : { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json' }),
      'content-length': String(bytes.byteLength),
      ...headers,
    },
    body: bytes,
  };
}
