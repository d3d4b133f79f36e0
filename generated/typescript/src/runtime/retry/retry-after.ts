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
  const milliseconds = headers['retry-after-ms'];
  if (milliseconds !== undefined && /^\d{1,12}$/.test(milliseconds)) return Number(milliseconds);
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = parseDate(value);
  return date === undefined ? undefined : Math.max(0, date - (parseDate(headers['date']) ?? now));
}

/** Reads an IMF-fixdate, the form that senders must use, and the one that Date writes: `Date.parse` takes almost any text. */
function parseDate(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) || new Date(time).toUTCString() !== text ? undefined : time;
}
