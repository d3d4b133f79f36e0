import { isObject } from './json.js';

const namePattern = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const valuePattern = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Fields that the client alone may set: two of them frame the body, the third makes a repeated request the same one. */
const ownFields = /^(?:content-length|transfer-encoding|idempotency-key)$/i;

/**
 * Tells what is wrong with header fields, or `undefined` if nothing is (RFC 9110, section 5). A value is never quoted,
 * since it may be a secret.
 *
 * @param headers - Header fields by name.
 */
export function headersProblem(headers: unknown): string | undefined {
  // A `Headers` or `Map` has no properties: its fields would be lost in silence.
  if (!isObject(headers) || Symbol.iterator in headers) return 'headers must be an object of texts by name.';
  for (const [name, value] of Object.entries(headers)) {
    if (!namePattern.test(name)) return `${JSON.stringify(name)} is not a header name.`;
    if (ownFields.test(name)) return `The header "${name}" is set by the client: see the option idempotencyKey.`;
    if (value !== undefined && !isHeaderValue(value)) {
      return `The header "${name}" holds a line break or another character that a header cannot carry.`;
    }
  }
  return undefined;
}

/**
 * Tells whether a text can be sent as a header value: no line breaks, no control characters, nothing beyond Latin-1.
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
  return Object.fromEntries(given.filter(([name, value]) => headersProblem({ [name]: value }) === undefined));
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
