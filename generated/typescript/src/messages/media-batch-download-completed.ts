// Generated from messages/file/media-batch-download-completed.yaml of the message catalog. Change it there.

/**
 * Reports which files of a media batch were stored and which were not.
 *
 * Workers send it once for each `media-batch-download-request`, when every file of the batch has
 * been dealt with. A batch can succeed in part, so read `failedFiles` as well as `status`: a file
 * that failed is listed there with its reason.
 */
export interface MediaBatchDownloadCompletedMessage {
  /**
   * Batch this is about, as given in the request. Its files are stored under `media/{batchId}/`.
   */
  batchId: string;
  /** How the batch as a whole ended. `failedFiles` says which single files did not make it. */
  status: string;
  /** Files that were downloaded, processed and uploaded to MinIO. */
  processedFiles?: Array<{
    /** Where the file came from, as the request named it. */
    originalPath: string;
    /** File name before processing, which can change the extension. */
    originalName?: string | undefined;
    /** Where the processed file is in MinIO. */
    s3Location: {
      /** MinIO bucket that holds the processed file. */
      bucket?: string | undefined;
      /** Object key in the bucket, beginning with `media/{batchId}/`. */
      key?: string | undefined;
      /** URL of the stored file. */
      url?: string | undefined;
    };
    /** Kind of file it was processed as, for instance an image or a document. */
    processedType?: string | undefined;
    /** Size of the downloaded file in bytes, before processing. Integer. */
    originalSize?: number | undefined;
    /** Size of the stored file in bytes, after processing. Integer. */
    processedSize?: number | undefined;
    /** How far processing shrank the file, as a ratio of `originalSize` and `processedSize`. */
    compressionRatio?: number | undefined;
  }> | undefined;
  /** Files that could not be downloaded, processed or stored, each with the reason. */
  failedFiles?: Array<{
    /** File that failed, as the request named it. */
    path?: string | undefined;
    /** What went wrong with this file, in words for people. */
    error?: string | undefined;
  }> | undefined;
  /** When the worker finished, in ISO 8601. */
  processedAt: string;
  /** Totals over all files of the batch. */
  statistics?: {
    /** How many files the batch had. Integer. */
    totalFiles?: number | undefined;
    /** How many files were stored, which is how many entries `processedFiles` has. Integer. */
    successfulFiles?: number | undefined;
    /** How many files failed, which is how many entries the list `failedFiles` has. Integer. */
    failedFiles?: number | undefined;
    /** Size of the batch's files taken together before processing, in bytes. Integer. */
    totalOriginalSize?: number | undefined;
    /** Size of the batch's files taken together after processing, in bytes. Integer. */
    totalProcessedSize?: number | undefined;
    /** Mean `compressionRatio` over the files of the batch. */
    averageCompressionRatio?: number | undefined;
    /** How long the worker took for the whole batch. No unit is documented. */
    processingDuration?: number | undefined;
  } | undefined;
}
