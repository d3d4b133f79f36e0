// Generated from messages/file/file-download-completed.yaml of the message catalog. Change it there.
import type { S3Location } from '../types/s3-location.js';

/**
 * Reports that a model file has reached MinIO, or why it has not.
 *
 * Workers send it once for each `file-download-request`, whether the download succeeded or failed.
 * On
 * success, `s3Location` says where the copy is; on failure, `errorMessage` says what went wrong.
 * Match it to
 * the request by `originalJobId`, or to the model by `modelId`.
 */
export interface FileDownloadCompletedMessage {
  /** Job id of the `file-download-request` that this message answers. */
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
  /**
   * Time at which the download completed or failed, in ISO 8601. Format: date-time (RFC 3339), such
   * as `2026-03-14T09:26:53Z`.
   */
  downloadedAt?: string | undefined;
}
