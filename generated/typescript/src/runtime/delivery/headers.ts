import { mustBe, rule, type Rule } from '../must-be.js';
import { isObject } from './json.js';

const namePattern = /^[!#$%&'*+.^`|~\w-]+$/;
const valuePattern = /^[\t -~\x80-\xff]*$/;

/** Fields that the client alone may set: two of them frame the body, the third makes a repeated request the same one. */
const ownFields = /^(?:content-length|transfer-encoding|idempotency-key)$/i;

/** What can be the value of a header field. */
export const headerText = 'a text of Latin-1 without line breaks or the like';

/** The rule of values of header fields. */
export const headerValueProblem = rule(headerText, isHeaderValue);

/** The rule of header fields by name (RFC 9110, section 5). A value is never quoted, since it may be a secret. */
export const headersProblem: Rule = (option, headers) => {
  // A `Headers` or `Map` has no properties: its fields would be lost in silence.
  if (!isObject(headers) || Symbol.iterator in headers) return mustBe(option, 'an object of texts by name', headers);
  for (const [name, value] of Object.entries(headers)) {
    if (!namePattern.test(name)) return `${JSON.stringify(name)} is not a header name.`;
    if (ownFields.test(name)) return `The header "${name}" is set by the client: see the option idempotencyKey.`;
    const problem = headerValueProblem(`The header "${name}"`, value === undefined ? '' : value);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/**
 * Whether a text can be sent as a header value: no line breaks, no control characters, nothing beyond Latin-1.
 *
 * @param value - The text; anything that is no string is refused.
 */
export function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && valuePattern.test(value);
}

/**
 * The header fields of a hook's making that can be sent.
 *
 * @param headers - What the hook returned.
 */
export function sendableHeaders(headers: unknown): Record<string, string | undefined> {
  const given = Object.entries(isObject(headers) ? (headers as Record<string, string | undefined>) : {});
  return Object.fromEntries(
    given.filter(([name, value]) => headersProblem('headers', { [name]: value }) === undefined),
  );
}

/**
 * Merges header fields without regard to case; later ones win, `undefined` removes one.
 *
 * @param sources - Header fields by name, least important first.
 */
export function mergeHeaders(
  ...sources: readonly (Readonly<Record<string, string | undefined>> | undefined)[]
): Record<string, string> {
  const merged = new Map<string, string>();
  for (const source of sources) {
    for (const [name, value] of Object.entries(source ?? {})) {
      if (value === undefined) merged.delete(name.toLowerCase());
      else merged.set(name.toLowerCase(), value);
    }
  }
  return Object.fromEntries(merged);
}
