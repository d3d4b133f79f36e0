/** A number that stays exact in milliseconds. */
const digits = /^\d{1,12}$/;

/**
 * How long the backend asks to be left alone: `retry-after-ms` in milliseconds, else `Retry-After` in seconds or as a date
 * (RFC 9110, sections 5.6.7 and 10.2.3). What is neither is ignored. A date counts from the answer's own `Date`, whatever
 * the time is here.
 *
 * @param headers - Header fields of the answer, names in lower case.
 * @param now - Milliseconds since 1970-01-01T00:00:00Z.
 * @returns Milliseconds, 0 for a date that has passed; `undefined` where the backend asks for nothing.
 */
export function parseRetryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const { 'retry-after-ms': milliseconds = '', 'retry-after': value = '', date } = headers;
  if (digits.test(milliseconds)) return Number(milliseconds);
  if (digits.test(value)) return Number(value) * 1000;
  const until = parseDate(value);
  return until && Math.max(0, until - (parseDate(date) ?? now));
}

/** Reads an IMF-fixdate, the form that senders must use, and the one that Date writes: `Date.parse` takes almost any text. */
function parseDate(text = ''): number | undefined {
  const time = Date.parse(text);
  return (new Date(time).toUTCString() === text && time) || undefined;
}
