// Generated from messages/observability/worker-analytics-event.yaml of the message catalog. Change it there.
import type { JobTiming } from '../types/job-timing.js';

/**
 * Reports how one job went at a worker: outcome, timing and the worker's own metrics.
 *
 * Every worker must emit it at the end of every job, whether the job succeeded or failed. The
 * `worker-analytic-collector` consumes it and forwards it to ELK. For token costs and resource
 * consumption there is `worker-metrics-enriched-event`.
 */
export interface WorkerAnalyticsEventMessage {
  /** Kind of analytics event. It determines which keys `metrics` has. */
  eventType: string;
  /** Worker that did the job, for example `file-download-worker-1`. */
  workerId: string;
  /** Job that the event is about, by its BullMQ id. */
  jobId: string;
  /**
   * Time at which the event was emitted, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  timestamp: string;
  /** User on whose behalf the job ran, who owns the model or triggered the job. */
  userId?: string | undefined;
  /** Model the job was about. Absent when it was not about a model. */
  modelId?: string | undefined;
  /** Metamodel the job was about. Absent when it was not about a metamodel. */
  metamodelId?: string | undefined;
  /** Storage item that was downloaded. Only for download jobs. */
  storageItemId?: string | undefined;
  /**
   * How the job ended. `failure` comes with `errorCode` and `errorMessage`. Known values:
   * `success`, `failure`; others are accepted.
   */
  status?: 'success' | 'failure' | (string & {}) | undefined;
  /** Error code for programs to read. Set when `status` is `failure`. */
  errorCode?: string | undefined;
  /** What went wrong, in words for people. Set when `status` is `failure`. */
  errorMessage?: string | undefined;
  /** Where the job's time went, in ms. */
  timing?: JobTiming | undefined;
  /**
   * Measurements of the worker's own, such as how many faces a mesh has. Which keys there are
   * depends on `eventType`.
   */
  metrics?: { [key: string]: unknown } | undefined;
}
