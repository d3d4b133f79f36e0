const date = /^(\d{4})-(\d\d)-(\d\d)$/;
const time = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)?$/i;
const hasOffset = /(?:z|[+-][\d:]+)$/i;

/** A date of the calendar, such as `2026-02-28` (RFC 3339, section 5.6, `full-date`). */
export function isDate(value: string): boolean {
  const [, year, month, day] = (date.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year);
}

/**
 * A time of day, such as `23:59:60Z`; a leap second stands where UTC has it (RFC 3339, section 5.6, `full-time`).
 *
 * @param value - The text.
 * @param needsOffset - Whether the offset from UTC must be there.
 */
export function isTime(value: string, needsOffset: boolean): boolean {
  const match = time.exec(value);
  if (match === null || (needsOffset && !hasOffset.test(value))) return false;
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number);
  const [offsetHour = 0, offsetMinute = 0] = [match[5] ?? 0, match[6] ?? 0].map(Number);
  if (offsetHour > 23 || offsetMinute > 59) return false;
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  const sign = match[4] === '-' ? -1 : 1;
  const utcMinute = minute - offsetMinute * sign;
  const utcHour = hour - offsetHour * sign - (utcMinute < 0 ? 1 : 0);
  return (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1) && second < 61;
}

/**
 * A date and a time, with `T` or a space between them (RFC 3339, section 5.6, `date-time`).
 *
 * @param value - The text.
 * @param needsOffset - Whether the offset from UTC must be there.
 */
export function isDateTime(value: string, needsOffset: boolean): boolean {
  const [day = '', hours = '', ...others] = value.split(/t|\s/i);
  return others.length === 0 && isDate(day) && isTime(hours, needsOffset);
}

function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
