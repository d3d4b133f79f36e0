// Generated from messages/file/file-download-completed.yaml of the message catalog. Change it there.
import type { S3Location } from '../types/s3-location.js';

/**
 * Reports that a model file has reached MinIO, or why it has not.
 *
 * Workers send it once for each `file-download-request`, whether the download succeeded or failed.
 * On success, `s3Location` says where the copy is; on failure, `errorMessage` says what went wrong.
 * Match it to the request by `originalJobId`, or to the model by `modelId`.
 */
export interface FileDownloadCompletedMessage {
  /**
   * BullMQ id of the request's job. It is the `jobId` that enqueuing the `file-download-request`
   * returned.
   */
  originalJobId?: string | undefined;
  /** Model the file belongs to, as given in the request. */
  modelId?: string | undefined;
  /**
   * How the download ended. `FAILED` comes with an `errorMessage`; a successful download comes with
   * an `s3Location`. Known values: `FAILED`; others are accepted.
   */
  status?: 'FAILED' | (string & {}) | undefined;
  /** Where the downloaded file is in MinIO. Present only on success. */
  s3Location?: S3Location | undefined;
  /** What went wrong, in words for people. Present when `status` is `FAILED`. */
  errorMessage?: string | undefined;
  /** When the download ended, in ISO 8601. That holds for a failed one too. */
  downloadedAt?: string | undefined;
}
