import { isErrorLike } from '../delivery/reason.js';
import type { TransportRequest } from './transport.js';

/**
 * What a failure proves: `futile`, nothing was sent, nor would it be next time; `before sending`, nothing was sent this time;
 * `unknown`, anything may have been sent.
 */
export type Failure = 'futile' | 'before sending' | 'unknown';

/**
 * Codes of failures that come before the first byte of a request leaves: the name does not resolve, the connection is
 * refused or not made in time (https://nodejs.org/api/errors.html; `ConnectionRefused` is Bun's). A reset or a broken pipe is
 * none of them: it comes at any time.
 */
const beforeSending = /^(?:ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT)$/;

/**
 * Codes of failures that no other attempt changes: a certificate that is not trusted, no TLS or none that both ends speak, an
 * agent for another protocol.
 */
const futile =
  /^(?:CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_UNRECOGNIZED_NAME)|ERR_INVALID_PROTOCOL)$/;

/** How Bun and Deno say the same: the one has a code that may mean anything, the other has none. */
const futileMessage =
  /^EPROTO: The TLS handshake failed|client error \(Connect\): (?:invalid peer certificate|received (?:corrupt message|fatal alert))/;

/** How Deno says that it got no connection; it has no codes. */
const denoConnect = /client error \(Connect\)/;

/**
 * Says what a failure proves. Node's `fetch` says only "fetch failed"; the code stands in its cause, or in the causes of the
 * addresses that were tried.
 *
 * @param error - What a transport met.
 * @param level - How many causes lie before it.
 */
export function failureOf(error: unknown, level = 0): Failure {
  if (!isErrorLike(error) || level > 5) return 'unknown';
  const { code, syscall, errors } = error as { code?: unknown; syscall?: unknown; errors?: unknown };
  if (futile.test(String(code)) || futileMessage.test(error.message)) return 'futile';
  if (syscall === 'connect' || beforeSending.test(String(code)) || denoConnect.test(error.message))
    return 'before sending';
  if (Array.isArray(errors) && errors.length > 0) {
    const failures = errors.map((each) => failureOf(each, level + 1));
    return failures.includes('unknown') ? 'unknown' : 'before sending';
  }
  return failureOf(error.cause, level + 1);
}

/** Notes on a request what its failure proves. */
export function noteFailure(request: TransportRequest, error: unknown): void {
  const failure = failureOf(error);
  request.wasSent = failure === 'unknown';
  request.isFutile = failure === 'futile';
}
