import { STATUS_CODES } from 'node:http';

/** What is to be answered to a request. */
export interface ApiAnswer {
  /** HTTP status. */
  readonly status: number;
  /** A text is sent as it is, anything else as JSON; `undefined` sends no body. */
  readonly body: unknown;
  /** Further header fields. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Makes an answer that tells of an error.
 *
 * @param status - HTTP status.
 * @param error - What is wrong and what to do. Default: the status's name.
 * @param more - Further members of the body.
 */
export function errorAnswer(
  status: number,
  error = STATUS_CODES[status] ?? `Status ${status}`,
  more: object = {},
): ApiAnswer {
  return { status, body: { error, ...more } };
}
