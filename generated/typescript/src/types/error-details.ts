// Generated from types/error-details.yaml of the message catalog. Change it there.

/** What went wrong, with a code for programs and a message for people. */
export type ErrorDetails = {
  /**
   * Machine-readable code of the kind of error, for programs to decide by, for example
   * `RATE_LIMITED`.
   */
  code?: string | undefined;
  /** What went wrong, in words for people. */
  message?: string | undefined;
  /**
   * Further facts about this occurrence, for logs and support; the keys depend on the error, for
   * example the HTTP status of a marketplace's answer.
   */
  details?: { [key: string]: unknown } | undefined;
};
