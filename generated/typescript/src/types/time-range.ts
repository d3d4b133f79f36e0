// Generated from types/time-range.yaml of the message catalog. Change it there.

/** A period of time, from a start to an end. */
export type TimeRange = {
  /** When the period begins, in ISO 8601, for example `2026-02-01T00:00:00Z`. */
  startDate: string;
  /** When the period ends, in ISO 8601, for example `2026-02-28T23:59:59Z`. */
  endDate: string;
};
