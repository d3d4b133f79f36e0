/**
 * IMF-fixdate, the form of HTTP dates that senders must use (RFC 9110, section 5.6.7). `Date.parse` alone would take almost
 * any text for a date.
 */
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/**
 * How long the backend asks to be left alone: `retry-after-ms` in milliseconds, else `Retry-After` in seconds or as a date
 * (RFC 9110, section 10.2.3). What is neither is ignored.
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
  const date = httpDate.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
