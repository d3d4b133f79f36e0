// Generated from types/retryable-error.yaml of the message catalog. Change it there.

/** What went wrong, and whether trying the same again can help. */
export type RetryableError = {
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
  /**
   * True when the same request may succeed later, as after a timeout; false when something has to
   * be changed first.
   */
  retryable?: boolean | undefined;
};
