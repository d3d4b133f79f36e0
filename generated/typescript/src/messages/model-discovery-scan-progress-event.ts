// Generated from messages/discovery/model-discovery-scan-progress-event.yaml of the message catalog. Change it there.

/**
 * Tells how far a running storage scan has come.
 *
 * Workers emit it while a `model-discovery-scan-request` runs, so that a user interface can show
 * that something is happening. What was found comes in `model-discovery-scan-found-event`. All
 * fields are inside one object, `payload`.
 */
export interface ModelDiscoveryScanProgressEventMessage {
  /** State of the scan when it was sent. */
  payload?: {
    /** Job id of the `model-discovery-scan-request` that is running. */
    jobId: string;
    /** Storage connection being scanned. */
    storageConnectionId: string;
    /** State the scan is in, for programs to read; `message` is for people. */
    status: string;
    /** What the scan is doing right now, as a line to show to people. */
    message: string;
    /** How much of the scan is done, by the convention of BullMQ jobs a percentage. */
    progress: number;
    /** What went wrong. Absent while the scan goes well. */
    error?: string | undefined;
  } | undefined;
}
