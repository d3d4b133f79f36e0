// Generated from types/retryable-error.yaml of the message catalog. Change it there.
import type { ErrorDetails } from './error-details.js';

/** What went wrong, and whether trying the same again can help. */
export type RetryableError = ErrorDetails & {
  /**
   * True when the same request may succeed later, as after a timeout; false when something has to
   * be changed first.
   */
  retryable?: boolean | undefined;
};
