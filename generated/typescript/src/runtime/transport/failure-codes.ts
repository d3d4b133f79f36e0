import { isErrorLike } from '../delivery/reason.js';

/**
 * Codes of failures that come before the first byte of a request leaves: the name does not resolve, the connection is
 * refused or not made in time, TLS is not agreed on (https://nodejs.org/api/errors.html; `ConnectionRefused` is Bun's). A
 * reset or a broken pipe is none of them: it comes at any time.
 */
const beforeSending =
  /^(?:ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_\w+|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_UNSUPPORTED_PROTOCOL)$/;

/**
 * Tells whether a failure proves that nothing was sent. Node's `fetch` says only "fetch failed"; the code stands in its
 * cause, or in the causes of the addresses that were tried.
 *
 * @param error - What a transport met.
 * @param level - How many causes lie before it.
 */
export function isBeforeSending(error: unknown, level = 0): boolean {
  if (!isErrorLike(error) || level > 5) return false;
  const { code, syscall, errors } = error as { code?: unknown; syscall?: unknown; errors?: unknown };
  if (syscall === 'connect' || beforeSending.test(String(code))) return true;
  if (Array.isArray(errors) && errors.length > 0) return errors.every((each) => isBeforeSending(each, level + 1));
  return isBeforeSending(error.cause, level + 1);
}
