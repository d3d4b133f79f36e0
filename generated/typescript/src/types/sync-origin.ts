// Generated from types/sync-origin.yaml of the message catalog. Change it there.

/** What caused a sync, and how often it has been tried before. */
export type SyncOrigin = {
  /** What asked for the sync, such as a scheduler or the user's own click. */
  source?: string | undefined;
  /** How many times this sync has been retried so far; 0 on the first attempt. Integer. */
  retryCount?: number | undefined;
};
