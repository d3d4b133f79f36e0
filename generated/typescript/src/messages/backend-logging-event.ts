// Generated from messages/observability/backend-logging-event.yaml of the message catalog. Change it there.

/**
 * Ships one warning, error or failure from the Mesh-Sync backend's logs to central monitoring.
 *
 * You rarely send it by hand. The backend's Pino logger interceptor does, on `logger.warn()`, on
 * `logger.error()`, on an uncaught exception and on a request answered with 4xx or 5xx. Events end
 * up in ELK, for alerting, debugging, spotting slow operations and auditing.
 *
 * Sanitize before sending: no secrets in any field, and nothing personal beyond `userId`.
 */
export interface BackendLoggingEventMessage {
  /**
   * Kind of logging event, which tells for instance a failed request from an uncaught exception.
   */
  eventType: string;
  /**
   * Time at which the log entry was written, in ISO 8601. Format: date-time (RFC 3339), such as
   * `2026-03-14T09:26:53Z`.
   */
  timestamp: string;
  /**
   * Severity of the log entry. Only warnings and worse are sent. Known values: `warn`, `error`;
   * others are accepted.
   */
  level: 'warn' | 'error' | (string & {});
  /** Log line, in words for people. */
  message: string;
  /**
   * Logger that wrote the entry, usually the name of a class or service such as `ListingService`.
   */
  context: string;
  /** Id from the X-Request-Id header. It ties together everything that one API call caused. */
  requestId?: string | undefined;
  /** Authenticated user it happened to. Absent when there is none. */
  userId?: string | undefined;
  /** Verb of the HTTP request, such as `POST`. */
  httpMethod?: string | undefined;
  /** Path of the request's URL. Leave the query string out, for privacy. */
  httpUrl?: string | undefined;
  /** HTTP status of the answer, such as 502. Integer. */
  httpStatusCode?: number | undefined;
  /** Class name of the error, such as `TypeError`. */
  errorType?: string | undefined;
  /** Stack trace of the error, cleared of sensitive data. */
  errorStack?: string | undefined;
  /** Error code of the application, by which errors of the same kind can be counted. */
  errorCode?: string | undefined;
  /** What the log entry is about, by id. Cleared of personal data. */
  metadata?: {
    /** Model that was being worked on. */
    modelId?: string | undefined;
    /** Storage that was being read or written. */
    storageId?: string | undefined;
    /** Worker that the backend was dealing with. */
    workerId?: string | undefined;
    /** Queue job that the backend was dealing with. */
    jobId?: string | undefined;
    /** Marketplace that the backend was dealing with, such as `etsy` or `ebay`. */
    marketplace?: string | undefined;
    /** Operation the backend was carrying out. */
    operation?: string | undefined;
  } | undefined;
  /** Deployment the backend runs in, such as `production`. */
  environment?: string | undefined;
  /** Release of the backend that wrote it. */
  serviceVersion?: string | undefined;
  /** Server or pod the backend runs on. */
  hostname?: string | undefined;
  /** How long the operation took in ms, where the entry is about one that takes time. */
  durationMs?: number | undefined;
}
