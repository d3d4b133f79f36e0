// Generated from messages/model/model-semantic-analysis-request.yaml of the message catalog. Change it there.

/**
 * Finds out what a 3D model depicts: tags it, embeds its shape and looks up similar models.
 *
 * Send it for a model file in connected storage. The worker runs the ULIP-2 neural network on the
 * shape and searches its FAISS index for models with similar vectors; on demand it also checks for
 * duplicates.
 *
 * Tags, embedding and similar models come back in `model-semantic-analysis-completed`. Note that
 * the owner is `userId` in this message, where most model messages say `ownerId`.
 */
export interface ModelSemanticAnalysisRequestMessage {
  /** Model to analyse; `model-semantic-analysis-completed` repeats it. */
  modelId?: string | undefined;
  /** User that the model belongs to. */
  userId?: string | undefined;
  /** Storage connection to read through. */
  storageConnectionId?: string | undefined;
  /** Path of the model file in its connection. */
  filePath?: string | undefined;
  /** Name of the file, for example `ancient-dragon.stl`. */
  fileName?: string | undefined;
  /** How large the model file is, in bytes. */
  fileSize?: number | undefined;
  /**
   * Kind of storage of the connection. Known values: `S3`, `GoogleDrive`, `SFTP`; others are
   * accepted.
   */
  storageProviderType?: 'S3' | 'GoogleDrive' | 'SFTP' | (string & {}) | undefined;
  /** Settings for this one analysis. */
  processingOptions?: {
    /** How many points to sample from the model's shape for the neural network. Integer. */
    pointCloudSize?: number | undefined;
    /** Similarity another model must reach to be reported as similar. */
    similarityThreshold?: number | undefined;
    /**
     * How many nearest models to look up in the vector search (the *k* of a k-nearest-neighbour
     * search). Integer.
     */
    similarityK?: number | undefined;
    /**
     * Set to true to check whether the model duplicates a known one; the answer is
     * `qualityMetrics.duplicateDetected` in the completed message.
     */
    enableDuplicateDetection?: boolean | undefined;
    /**
     * Set to true to have a thumbnail made during the analysis. For full control over the
     * rendering, send `thumbnail-generation-request` instead.
     */
    generateThumbnail?: boolean | undefined;
  } | undefined;
  /** How soon to process the job: 1 is first, 10 is last. Minimum: 1. Maximum: 10. */
  priority?: number | undefined;
  /**
   * URL to be called after the analysis. When absent, nothing is posted. Format: URI (RFC 3986),
   * absolute.
   */
  webhookUrl?: string | undefined;
  /** How many retries there were so far; 0 on the first attempt. */
  retryCount?: number | undefined;
}
