// Generated from types/sync-error.yaml of the message catalog. Change it there.

/** One problem that a sync met on its way. */
export type SyncError = {
  /** Kind of problem, for programs to decide by and to count. */
  type?: string | undefined;
  /** What went wrong, in words for people. */
  message?: string | undefined;
  /** Time at which the problem occurred, in ISO 8601. */
  timestamp?: string | undefined;
};
